import { addDays, addMonths, type Day, dayOfMonth, lastDayOfMonth, monthOf, weekdayOf, yearOf } from '../day.ts'

const fixed: Record<string, number> = {
  'hom nay': 0,
  'bua nay': 0,
  nay: 0,
  today: 0,
  mai: 1,
  'ngay mai': 1,
  tomorrow: 1,
  mot: 2,
  'ngay mot': 2,
  'ngay kia': 2,
  kia: 2,
  'hom qua': -1,
  yesterday: -1,
}

const englishWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const monday = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** "thu 6", "t6", "chu nhat", "cn", "friday" → 1 Monday … 7 Sunday; null where it is none. */
function weekdayNamed(name: string): number | null {
  if (/^(?:chu nhat|cn)$/.test(name)) return 7
  const english = englishWeekdays.indexOf(name)
  if (english >= 0) return english + 1
  const number = /^(?:thu ?|t)([2-7])$/.exec(name)?.[1]
  return number ? Number(number) - 1 : null
}

/** The first such weekday on or after a day. */
const onOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7)

// "thứ 6", "thứ sáu tuần sau", "T6 tuần này", "thứ 6 tới", "next Friday"
function readWeekday(text: string, today: Day): Day | null {
  const [, next, name = '', week] =
    /^(next |this )?(.+?)( tuan nay| tuan sau| tuan toi| toi| nay| next week| this week)?$/.exec(text) ?? []
  const weekday = weekdayNamed(name)
  if (weekday === null) return null
  const where = (week ?? next ?? '').trim()
  if (['tuan nay', 'this week'].includes(where)) return addDays(monday(today), weekday - 1)
  if (['tuan sau', 'tuan toi', 'next week'].includes(where)) return addDays(monday(today), weekday + 6)
  return onOrAfter(['toi', 'next'].includes(where) ? addDays(today, 1) : today, weekday)
}

// "15 ngày nữa", "sau 2 tuần nữa", "1 tháng nữa", "in 3 days"
function readDistance(text: string, today: Day): Day | null {
  const match =
    /^(?:sau )?(\d{1,3}) (ngay|tuan|thang) nua$/.exec(text) ?? /^in (\d{1,3}) (day|week|month)s?$/.exec(text)
  if (!match) return null
  const count = Number(match[1])
  if (/^(?:thang|month)$/.test(match[2] ?? '')) return addMonths(today, count)
  return addDays(today, count * (/^(?:tuan|week)$/.test(match[2] ?? '') ? 7 : 1))
}

// "mùng 10", "ngày 10": the next one, in the first month that has such a day
function readDayOfMonth(text: string, today: Day): Day | null {
  const day = Number(/^(?:ngay|mung|mong)(?: ngay)? (\d{1,2})$/.exec(text)?.[1] ?? 0)
  if (day < 1 || day > 31) return null
  for (let from = today; ; from = addDays(lastDayOfMonth(yearOf(from), monthOf(from)), 1)) {
    const last = dayOfMonth(lastDayOfMonth(yearOf(from), monthOf(from)))
    if (day >= dayOfMonth(from) && day <= last) return addDays(from, day - dayOfMonth(from))
  }
}

// "cuối tuần", "cuối tuần sau", "end of the month"
function readEnd(text: string, today: Day): Day | null {
  const week = /^(?:cuoi|het) tuan(?: (nay|sau|toi))?$/.exec(text)
  if (week) return addDays(monday(today), week[1] && week[1] !== 'nay' ? 13 : 6)
  return /^end of (?:the |this )?month$/.test(text) ? lastDayOfMonth(yearOf(today), monthOf(today)) : null
}

/** Folded words that name a day by its distance from today → that day; null where they do not. */
export function readRelativeDay(text: string, today: Day): Day | null {
  const days = fixed[text]
  if (days !== undefined) return addDays(today, days)
  return (
    readWeekday(text, today) ?? readDistance(text, today) ?? readDayOfMonth(text, today) ?? readEnd(text, today) ?? null
  )
}

/** A weekday said before a date ("thứ Ba 09/04/2024") → its number and the rest; null where there is none. */
export function splitWeekday(text: string): { weekday: number; rest: string } | null {
  const match = /^(thu ?[2-7]|t[2-7]|chu nhat|cn|[a-z]+day)[, ]+(?:ngay )?(\d.*)$/.exec(text)
  const weekday = weekdayNamed(match?.[1] ?? '')
  return weekday === null ? null : { weekday, rest: match?.[2] ?? '' }
}
