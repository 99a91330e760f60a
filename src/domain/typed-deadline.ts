import { addDays, type Day, dayFrom, lastDayOfMonth, monthOf, yearOf } from './day.ts'
import { unmarked } from './fold.ts'
import type { Deadline } from './plan.ts'
import { readTypedDay, type TypedDay } from './typed-day.ts'

/** When something is due, in the fields of a deadline. */
export type DeadlineTime = Pick<Deadline, 'on' | 'from' | 'relation' | 'lastDay' | 'time' | 'precision'>
type Relation = NonNullable<Deadline['relation']>
export type TypedDeadline = { ok: true; time: DeadlineTime } | Extract<TypedDay, { ok: false }>

/** What stands before the day says how it is meant; alone, a day keeps the meaning that the deadline had. */
const relations: { says: RegExp; relation: Relation }[] = [
  // "trước ngày 10/4", "before 10/4"
  { says: /^(?:truoc|before)\s+/u, relation: 'before' },
  // "chậm nhất là ngày 10/4", "đến hết 10/4", "by 10/4"
  {
    says: /^(?:(?:cham|muon|tre) nhat|den het|den|het|by|no later than|until)(?:\s+(?:la|vao|den|het|trong))*\s+/u,
    relation: 'by',
  },
  // "trong tháng 11"
  { says: /^(?:trong|during|in)\s+/u, relation: 'during' },
  // "vào ngày 10/4"
  { says: /^(?:vao|on)\s+/u, relation: 'on' },
]

/**
 * A time as people write it: "trước 10/4", "chậm nhất 30/9/2025", "tháng 11/2025", "quý IV", "trước 16h00 ngày 3/10", or
 * just a day, which keeps `relation` (none: the day is included). Refuses what `readTypedDay` refuses.
 */
export function readTypedDeadline(text: string, options: { today: Day; relation: Relation | null }): TypedDeadline {
  const words = unmarked(text.normalize('NFC')).toLowerCase().replace(/\s+/g, ' ').trim()
  const said = relations.find(({ says }) => says.test(words))
  const rest = said ? words.replace(said.says, '') : words
  const span = readSpan(rest.replace(/^(?:trong|het) /, ''), options.today)
  if (span) return { ok: true, time: timeOfSpan(span, said?.relation ?? 'during') }

  const clock = rest.match(/^(?:luc )?(\d{1,2})\s*(?:h|:|gio)\s*(\d\d)?\s*(?:phut)?,?\s*(?:ngay\s+)?(?=\d|mung|mong)/u)
  const time = clock && Number(clock[1]) < 24 ? `${clock[1]?.padStart(2, '0')}:${clock[2] ?? '00'}` : null
  const day = readTypedDay(time === null ? rest : rest.slice(clock?.[0].length), { today: options.today })
  if (!day.ok) return day
  const relation = said?.relation ?? (options.relation === 'during' ? 'by' : options.relation) ?? 'by'
  return { ok: true, time: timeOfDay(day.day, relation === 'during' ? 'on' : relation, time) }
}

/** The last safe calendar day: the day before for "trước" without an hour, else the day itself. */
const lastDayOf = (on: Day, relation: Relation, time: string | null): Day =>
  relation === 'before' && time === null ? addDays(on, -1) : on

const timeOfDay = (on: Day, relation: Relation, time: string | null): DeadlineTime => ({
  on,
  from: null,
  relation,
  lastDay: lastDayOf(on, relation, time),
  time,
  precision: 'day',
})

type Span = { start: Day; end: Day; precision: 'month' | 'quarter' | 'year' }

function timeOfSpan({ start, end, precision }: Span, relation: Relation): DeadlineTime {
  if (relation === 'before') return { ...timeOfDay(start, 'before', null), precision }
  if (relation === 'by') return { ...timeOfDay(end, 'by', null), precision }
  return { on: end, from: start, relation: 'during', lastDay: end, time: null, precision }
}

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** "tháng 11/2025", "tháng 11 năm 2025", "quý IV/2025", "năm 2025" → its first and last day; without a year the next to come. */
function readSpan(words: string, today: Day): Span | null {
  const year = words.match(/^(?:ca )?(?:nam|year) ((?:19|20)\d\d)$/u)
  if (year) return months(Number(year[1]), 1, 12, 'year')
  const parts = words.match(
    /^(thang|month|quy|quarter) ?(\d{1,2}|iv|i{1,3})(?:\s*[/.,-]\s*|\s+(?:nam\s+)?)?((?:19|20)\d\d)?$/u,
  )
  if (!parts) return null
  const count = quarters[parts[2] ?? ''] ?? Number(parts[2])
  const isMonth = parts[1] === 'thang' || parts[1] === 'month'
  if (count < 1 || count > (isMonth ? 12 : 4)) return null
  const [first, last] = isMonth ? [count, count] : [count * 3 - 2, count * 3]
  const next = last < monthOf(today) ? yearOf(today) + 1 : yearOf(today)
  return months(parts[3] ? Number(parts[3]) : next, first, last, isMonth ? 'month' : 'quarter')
}

const months = (year: number, first: number, last: number, precision: Span['precision']): Span => ({
  start: dayFrom(year, first, 1) ?? '',
  end: lastDayOfMonth(year, last),
  precision,
})
