import type { Day } from '../domain/day.ts'
import { type DueRange, readDueRange } from '../domain/due-range.ts'
import { fold } from '../domain/fold.ts'
import type { DeadlineKind } from '../domain/plan.ts'

/** What a question about deadlines asks for: kinds (null: any), a time, and the folded words that may name a plan or unit. */
export type DeadlineQuestion = { kinds: DeadlineKind[] | null; range: DueRange | null; rest: string }

// "bao giờ", "khi nào", "hạn", "mấy ngày nữa", "phải làm gì", "nộp chưa", "trước ngày nào"
const aboutTime =
  /\b(?:bao gio|khi nao|luc nao|ngay nao|ngay may|may ngay|han|thoi han|han chot|deadline|due|when|den han|con bao lau|bao lau nua|kip)\b/
const aboutDuty = /\b(?:phai|can|viec) (?:lam|nop|gui|gi|bao cao|dang ky)\b|\blam gi\b|\bviec gi\b|\bsap toi co gi\b/

const kindWords: [RegExp, DeadlineKind][] = [
  [/\b(?:dang ky|dk|register|registration)\b/, 'registration'],
  [/\b(?:ho so|de nghi khen|khen thuong|dossier)\b/, 'commendation_dossier'],
  [/\btong ket\b/, 'final_review'],
  [/\bso ket\b/, 'interim_review'],
  [/\b(?:phat dong|launch)\b/, 'launch'],
  [/\b(?:bao cao|bc|report)\b/, 'report'],
]

/** A question about what is due, typed with or without marks; null where it asks for something else. */
export function readQuestion(text: string, today: Day): DeadlineQuestion | null {
  const folded = fold(text)
  if (!aboutTime.test(folded) && !aboutDuty.test(folded)) return null
  const kinds = kindWords.filter(([pattern]) => pattern.test(folded)).map(([, kind]) => kind)
  return { kinds: kinds.length > 0 ? kinds : null, ...readDueRange(text, today) }
}
