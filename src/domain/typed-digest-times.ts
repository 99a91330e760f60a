import type { DigestTimes } from './digest-times.ts'
import { bareWords, timeFrom, wallTime } from './typed-hours.ts'

// "thứ Hai 07:30", "t6 15h30", "chủ nhật 8h", "Monday 07:30"
const weekdays: [weekday: number, pattern: RegExp][] = [
  [1, /(?<!\p{L})(?:thu hai|thu 2|t2|mon(?:day)?)(?!\p{L})/u],
  [2, /(?<!\p{L})(?:thu ba|thu 3|t3|tue(?:sday)?)(?!\p{L})/u],
  [3, /(?<!\p{L})(?:thu tu|thu 4|t4|wed(?:nesday)?)(?!\p{L})/u],
  [4, /(?<!\p{L})(?:thu nam|thu 5|t5|thu(?:rsday)?(?! ?(?:\d |hai|ba|tu|sau|bay)))(?!\p{L})/u],
  [5, /(?<!\p{L})(?:thu sau|thu 6|t6|fri(?:day)?)(?!\p{L})/u],
  [6, /(?<!\p{L})(?:thu bay|thu 7|t7|sat(?:urday)?)(?!\p{L})/u],
  [7, /(?<!\p{L})(?:chu nhat|cn|sun(?:day)?)(?!\p{L})/u],
]

/** "thứ Hai 07:30, thứ Sáu 15:30" → when digests come, first day first; null: unreadable, or a day twice. */
export function readDigestTimes(text: string): DigestTimes | null {
  const parts = text
    .split('\n')
    .flatMap((line) => bareWords(line).split(/,|;| va | and /u))
    .filter((part) => part.trim() !== '')
  const times = parts.flatMap((part) => readOne(part) ?? [])
  const isWhole = times.length === parts.length && new Set(times.map(({ weekday }) => weekday)).size === times.length
  return isWhole && times.length > 0 ? times.sort((one, other) => one.weekday - other.weekday) : null
}

function readOne(part: string): DigestTimes[number] | null {
  const weekday = weekdays.find(([, pattern]) => pattern.test(part))
  const rest = weekday ? part.replace(weekday[1], ' ') : part
  const match = rest.match(wallTime)
  const time = match && timeFrom(match)
  const isAll = /^(?:luc|vao|at|on| )*$/u.test(match ? rest.replace(match[0], ' ') : rest)
  return weekday && time && isAll ? { weekday: weekday[0], time } : null
}
