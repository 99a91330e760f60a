import { fold } from './fold.ts'
import type { PlanDraft } from './plan.ts'
import type { RegistrationShape } from './registration-body.ts'

/** "đăng ký từ 01 lĩnh vực", "nội dung, chỉ tiêu", "công trình, phần việc": what a campaign is registered for with. */
const campaignWords =
  /\b(?:noi dung(?! giao uoc)|linh vuc|cong viec|phan viec|cong trinh|chi tieu|mo hinh|nhiem vu|chuyen de)\b/
/** "danh hiệu thi đua", "hình thức khen thưởng", "tên sáng kiến, đề tài", "bản giao ước thi đua". */
const yearlyWords = /\b(?:danh hieu|hinh thuc khen|sang kien|de tai|giao uoc)\b/
/** A plan that is about nothing else: "Kế hoạch đăng ký danh hiệu thi đua năm 2026". */
const yearlyTitle = /\b(?:dang ky (?:thi dua|danh hieu)|danh hieu thi dua|giao uoc thi dua)\b/

/**
 * How a plan wants to be registered for: with contents and targets, or with titles, commendations and a pledge. What the
 * clause of its registration names decides; where it names neither, a plan without contents of its own goes by its title.
 */
export function shapeOf(
  quote: string | null,
  { title, contents }: Pick<PlanDraft, 'title' | 'contents'>,
): RegistrationShape {
  const clause = fold(quote ?? '')
  if (campaignWords.test(clause)) return 'campaign'
  if (yearlyWords.test(clause)) return 'yearly'
  return contents.length === 0 && yearlyTitle.test(fold(title ?? '')) ? 'yearly' : 'campaign'
}
