import { type Day, dayOfMonth, monthOf, yearOf } from '../domain/day.ts'
import type { Texts } from '../texts/texts.ts'

/** The plan as papers name it. `shortName` is the admin's; the rest stands in the plan's head, null where it is blank. */
export type PaperPlan = {
  shortName: string
  title: string | null
  number: string | null
  issuer: string | null
  issuedOn: Day | null
}

/** Kinds of documents by their abbreviation in a number (Phụ lục III); no kind: a letter. */
const kinds: Record<string, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  CTR: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  CĐ: 'Công điện',
  TTr: 'Tờ trình',
  BC: 'Báo cáo',
}

/** `23/KH-UBND` → Kế hoạch; `15/UBND-VX` → Công văn; no number: Kế hoạch, which is what is loaded here. */
function kindOf(number: string | null): string {
  if (number === null) return 'Kế hoạch'
  const symbol = /^\d+(?:\/\d{4})?\/([^\s-]+)/u.exec(number)?.[1] ?? ''
  return kinds[symbol] ?? 'Công văn'
}

/** Words that a plan's summary opens with, small inside a sentence. */
const openers = /^(?:Phát động|Triển khai|Tổ chức|Thực hiện|Hưởng ứng|Đẩy mạnh|Tiếp tục|Đăng ký|Về|V\/v)(?=\s)/u

function aboutOf(title: string): string {
  const plain = title.trim().replace(/[.;,]+$/u, '')
  if (!openers.test(plain)) return `về ${plain}`
  const small = plain.replace(/^V\/v/u, 'về việc')
  const lower = `${small.charAt(0).toLocaleLowerCase('vi')}${small.slice(1)}`
  return lower.startsWith('về') ? lower : `về việc ${lower}`
}

/** A day as the decree writes it: `ngày 05 tháng 02 năm 2024`, `ngày 26 tháng 6 năm 2024`. */
export function decreeDay(texts: Texts, day: Day): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const month = monthOf(day)
  return texts.t('papers.day', { day: two(dayOfMonth(day)), month: month < 3 ? two(month) : month, year: yearOf(day) })
}

/** A plan at its first mention, with all that is known of it; one without number and day by its short name. */
export function citePlan(texts: Texts, { shortName, title, number, issuer, issuedOn }: PaperPlan): string {
  if (number === null && title === null) return texts.t('papers.plan.short', { plan: shortName })
  return [
    number === null ? kindOf(number) : texts.t('papers.plan.number', { kind: kindOf(number), number }),
    issuedOn === null ? '' : decreeDay(texts, issuedOn),
    issuer === null ? '' : texts.t('papers.plan.issuer', { issuer }),
    title === null ? '' : aboutOf(title),
  ]
    .filter((part) => part !== '')
    .join(' ')
}
