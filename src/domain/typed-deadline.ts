import { addDays, type Day } from './day.ts'
import { unmarked } from './fold.ts'
import type { Deadline } from './plan.ts'
import { readTypedDay, type TypedDay } from './typed-day.ts'
import { readSpan, type Span } from './typed-span.ts'

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
  // "hạn chót là 15/10", "không quá 15/10", "không muộn hơn ngày 15/10"
  {
    says: /^(?:(?:thoi )?han(?: (?:cuoi|chot|nop|gui))*|khong (?:qua|muon hon|tre hon|cham hon)|deadline)\s*:?\s*(?:la )?/u,
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
  // The end of September is in September, whatever the deadline said before.
  const part = /^(?:dau|giua|cuoi|het) /u.test(rest) ? ('by' as const) : undefined
  const relation = said?.relation ?? part ?? (options.relation === 'during' ? 'by' : options.relation) ?? 'by'
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

function timeOfSpan({ start, end, precision }: Span, relation: Relation): DeadlineTime {
  if (relation === 'before') return { ...timeOfDay(start, 'before', null), precision }
  if (relation === 'by') return { ...timeOfDay(end, 'by', null), precision }
  return { on: end, from: start, relation: 'during', lastDay: end, time: null, precision }
}
