import { fold } from './fold.ts'
import type { PlanDraft } from './plan.ts'
import type { RegistrationShape } from './registration-body.ts'
import { shapeOf } from './registration-shape.ts'

/** Which fields of a registration its plan asks for; what it does not ask for can be skipped, what it never speaks of is not asked. */
export type WantedFields = {
  shape: RegistrationShape
  target: boolean
  finishDay: boolean
  people: boolean
  title: boolean
  commendation: boolean
  initiative: boolean
  /** The lines of a giao ước thi đua. */
  pledge: boolean
  /** Is there something to choose from, though nothing is required? */
  offersCommendation: boolean
}

const cues = {
  // "đăng ký từ 02 chỉ tiêu", "nội dung, chỉ tiêu đăng ký"
  target: /\bchi tieu\b/,
  // "ghi rõ thời gian hoàn thành", "tiến độ thực hiện"
  finishDay: /\b(?:thoi gian|thoi han|tien do|ngay) (?:hoan thanh|thuc hien)\b/,
  // "danh sách cá nhân đăng ký"
  people: /\bdanh sach (?:(?:cac|nhung|tap the) )*(?:va )?(?:ca nhan|can bo|nguoi|doan vien|hoi vien)\b/,
  // "đăng ký danh hiệu thi đua"
  title: /\bdanh hieu\b/,
  // "hình thức khen thưởng đề nghị"
  commendation: /\bhinh thuc khen\b/,
  // "tên sáng kiến, đề tài nghiên cứu"
  initiative: /\b(?:sang kien|de tai)\b/,
  // "ký kết giao ước thi đua"
  pledge: /\bgiao uoc\b/,
}

/** What the clause of the registration deadline (its quote) asks for, and what the plan has to offer. */
export function wantedFields(
  quote: string | null,
  draft: Pick<PlanDraft, 'commendations' | 'contents' | 'title'>,
): WantedFields {
  const clause = fold(quote ?? '')
  return {
    shape: shapeOf(quote, draft),
    target: cues.target.test(clause),
    finishDay: cues.finishDay.test(clause),
    people: cues.people.test(clause),
    title: cues.title.test(clause),
    commendation: cues.commendation.test(clause),
    initiative: cues.initiative.test(clause),
    pledge: cues.pledge.test(clause),
    offersCommendation: draft.commendations.length > 0,
  }
}
