import { addDays, addMonths, type Day, dayFrom, monthOf, yearOf } from './day.ts'
import { unmarked } from './fold.ts'
import { readTypedDay } from './typed-day.ts'

type Days = { from: Day; to: Day }
export type TypedAbsence = ({ ok: true } & Days) | { ok: false; reason: 'unreadable' | 'backwards' | 'past' }

const unreadable: TypedAbsence = { ok: false, reason: 'unreadable' }

// "6 tháng từ 01/4/2024", "3 ngày kể từ mai"
const counted = /^(?:nghi |vang )?(\d{1,3}) (ngay|tuan|thang)(?: ke)? tu (?:ngay )?(.+)$/u
// "từ 05/04 đến 20/04", "từ 5 đến hết 20/4", "5/4 - 20/4"
const between = /^(?:tu )?(?:ngay )?(.+?)\s*(?: den | toi |[-–—])\s*(?:het )?(?:ngay )?(.+)$/u

/** The first day of a stretch whose last day is known: "5" and "5/4" borrow its month and year. */
function firstDay(typed: string, last: Day, today: Day): Day | null {
  const bare = /^(\d{1,2})(?:[/.](\d{1,2}))?$/u.exec(typed)
  if (!bare) {
    const read = readTypedDay(typed, { today })
    return read.ok ? read.day : null
  }
  const [day, month] = [Number(bare[1]), bare[2] ? Number(bare[2]) : monthOf(last)]
  const year = yearOf(last)
  const same = dayFrom(year, month, day)
  // "từ 20/12 đến 10/1": the first lies in the year before.
  return same !== null && same > last && bare[2] ? dayFrom(year - 1, month, day) : same
}

function lastOf(count: number, unit: string, from: Day): Day {
  if (unit === 'thang') return addDays(addMonths(from, count), -1)
  return addDays(from, count * (unit === 'tuan' ? 7 : 1) - 1)
}

function readDays(words: string, today: Day): Days | null {
  const count = counted.exec(words)
  if (count) {
    const from = readTypedDay(count[3] ?? '', { today })
    return from.ok && Number(count[1]) > 0
      ? { from: from.day, to: lastOf(Number(count[1]), count[2] ?? '', from.day) }
      : null
  }
  const one = readTypedDay(words, { today })
  if (one.ok) return { from: one.day, to: one.day }
  const two = between.exec(words)
  const last = two && readTypedDay(two[2] ?? '', { today })
  const first = two && last?.ok ? firstDay(two[1] ?? '', last.day, today) : null
  return first && last?.ok ? { from: first, to: last.day } : null
}

/** Days away as people type them, from and to; refuses what it cannot read, what ends before it begins, and what is over. */
export function readTypedAbsence(text: string, today: Day): TypedAbsence {
  const words = unmarked(text.normalize('NFC')).toLowerCase().replace(/\s+/g, ' ').trim()
  const days = readDays(words, today)
  if (!days) return unreadable
  if (days.from > days.to) return { ok: false, reason: 'backwards' }
  return days.to < today ? { ok: false, reason: 'past' } : { ok: true, ...days }
}
