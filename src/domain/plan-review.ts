import type { Day } from './day.ts'
import type { Deadline, PlanDraft } from './plan.ts'
import { sentenceCase } from './sentence-case.ts'

/** Does it say when: a day, a span, a rhythm with a day, an event, days after something, another document? */
export function isDated({ on, recurrence, event, offset, reference }: Deadline): boolean {
  if (on !== null || event !== null || offset !== null || reference !== null) return true
  return recurrence !== null && (recurrence.day !== null || recurrence.weekday !== null || recurrence.month !== null)
}

/** Must a person look at it before the others? */
export const isUnsure = ({ confidence }: Deadline): boolean => confidence < 0.8

/** Quoted by its own document as missed or called off: nothing to remind of. */
export const isOver = ({ expired, cancelled }: Deadline): boolean => expired || cancelled

export const isPast = ({ lastDay }: Deadline, today: Day): boolean => lastDay !== null && lastDay < today

/** The order in which deadlines are gone through: unsure ones, then those with a time, then those without. */
export function reviewOrder(deadlines: Deadline[]): Deadline[] {
  const rank = (deadline: Deadline) => (isUnsure(deadline) ? 0 : isDated(deadline) ? 1 : 2)
  return [...deadlines].sort((one, other) => rank(one) - rank(other))
}

/** Do all days that a plan names lie behind? False where it names none. */
export function isAllPast(deadlines: Deadline[], today: Day): boolean {
  const dated = deadlines.filter(
    ({ lastDay, recurrence, event }) => lastDay !== null || recurrence !== null || event !== null,
  )
  return dated.length > 0 && dated.every((deadline) => isPast(deadline, today))
}

/** The next deadline with a day, from today on; null where there is none. */
export function nextDeadline(deadlines: Deadline[], today: Day): Deadline | null {
  const ahead = deadlines.filter(({ lastDay }) => lastDay !== null && lastDay >= today)
  return ahead.sort((one, other) => ((one.lastDay ?? '') < (other.lastDay ?? '') ? -1 : 1))[0] ?? null
}

/** Whom a plan without days names to ask or send to: recipients of its orders, else who gives guidance, else nobody. */
export function whomToAsk({ deadlines, assignments }: PlanDraft): string[] {
  const recipients = deadlines.flatMap(({ recipient }) => recipient ?? [])
  const guides = assignments
    .filter(({ text }) => /hướng dẫn|đầu mối|theo dõi|đôn đốc/u.test(text))
    .map(({ unit }) => unit)
  return [...new Set(recipients.length > 0 ? recipients : guides)].slice(0, 3)
}

// "lập thành tích xuất sắc chào mừng kỷ niệm", what titles say before they come to the point
const ceremony = /\s*(?:lập thành tích(?: xuất sắc)?(?: chào mừng)?|chào mừng)(?: kỷ niệm)?(?=\s)/giu
// a name does not end on "… ngày", "… của"
const dangling =
  /\s(?:của|và|cho|trong|ngày|năm|lần|thứ|các|những|để|với|về|tại|theo|trên|địa|bàn|thành|chào|mừng|thực|xây)$/u

/** A name so long at the least, where the words before a comma are enough. */
const leastOfName = 24

function cutShort(words: string, most: number): string {
  const comma = words.lastIndexOf(',', most)
  return words.slice(0, comma >= leastOfName ? comma : words.lastIndexOf(' ', most))
}

/** A short name to propose: the title without its opening verb, brackets and ceremony, cut between words; null without a title. */
export function proposeShortName({ title, place }: PlanDraft, most = 60): string | null {
  const bare = sentenceCase(title ?? '', place)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/^(?:về việc|về|v\/v)\s+/iu, '')
    .replace(
      /^(?:tổ chức\s+)?(?:triển khai(?:,? (?:thực hiện|hưởng ứng))?|thực hiện|hưởng ứng|phát động|ban hành)\s+/iu,
      '',
    )
    .replace(/\s+/gu, ' ')
    .trim()
  const [first = ''] = bare.split(/[;.]/u)
  const short = first.length > most ? first.replace(ceremony, '') : first
  let name = short.length > most ? cutShort(short, most) : short
  if (short.length > most) while (dangling.test(name)) name = name.replace(dangling, '')
  if ((name.match(/“/gu) ?? []).length !== (name.match(/”/gu) ?? []).length) name = name.replace(/[“”]/gu, '')
  name = name.replace(/[\s,–-]+$/u, '')
  return name === '' ? null : name.charAt(0).toLowerCase() + name.slice(1)
}
