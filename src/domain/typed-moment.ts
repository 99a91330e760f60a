import { addDays, dayOf, type Instant, instantOf } from './day.ts'
import { unmarked } from './fold.ts'
import { isOfficeTime, type Reckoning } from './occasions.ts'
import { readTypedDay } from './typed-day.ts'

export type TypedMoment = { ok: true; at: Instant } | { ok: false; reason: 'unreadable' | 'past' | 'outside_hours' }

// "8h", "8h30", "08:30", "8 giờ 30 phút", "2 giờ chiều", "lúc 8g"
const clock =
  /(?:(?:luc|vao|at) )*(?<![\d/.-])(\d{1,2}) ?(?:h|g|gio|:)(?!\p{L}) ?(\d\d)?(?: ?phut)?(?: ?(sang|chieu))?(?![\d/])/u

/**
 * "8h thứ Hai", "14:30 ngày 11/3", "thứ Sáu tuần sau", "2 giờ chiều mai" → an instant in office hours; without an hour when
 * the office opens, without a day the next time that it is this hour.
 */
export function readTypedMoment(text: string, { now, ...reckoning }: Reckoning & { now: Instant }): TypedMoment {
  const words = unmarked(text.normalize('NFC')).toLowerCase().replace(/\s+/gu, ' ').trim()
  const said = words.match(clock)
  const rest = (said ? words.replace(said[0], ' ') : words)
    .replace(/\b(?:luc|vao|ngay)\b(?= *$)/gu, '')
    .replace(/^[\s,]+|[\s,]+$/gu, '')
  const time = said ? timeOf(said) : reckoning.calendar.hours.opens
  const today = dayOf(now, reckoning.zone)
  const day = rest === '' && said ? today : dayIn(rest, today)
  if (time === null || day === null) return { ok: false, reason: 'unreadable' }
  const at = instantOf(day, time, reckoning.zone)
  const next = rest === '' && at <= now ? instantOf(addDays(day, 1), time, reckoning.zone) : at
  if (next <= now) return { ok: false, reason: 'past' }
  return isOfficeTime(next, reckoning) ? { ok: true, at: next } : { ok: false, reason: 'outside_hours' }
}

function dayIn(text: string, today: string): string | null {
  const read = readTypedDay(text, { today })
  return read.ok ? read.day : null
}

function timeOf([, hour = '', minute = '00', half]: RegExpMatchArray): string | null {
  const hours = Number(hour) + (half === 'chieu' && Number(hour) < 12 ? 12 : 0)
  return hours > 23 || Number(minute) > 59 ? null : `${String(hours).padStart(2, '0')}:${minute}`
}
