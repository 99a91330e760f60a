import { type Calendar, workdayOnOrBefore } from './calendar.ts'
import type { DashboardDay } from './dashboard.ts'
import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'

/** A deadline on the day that people are told. */
export type Told = { day: Day; due: DashboardDay }
type CalendarDay = { day: Day; isOff: boolean; isTentative: boolean; isToday: boolean; isDue: boolean }
/** Monday to Sunday, and what is due in it. */
export type CalendarWeek = { days: CalendarDay[]; told: Told[] }

/** So many weeks are shown where nothing lies beyond them. */
const fewestWeeks = 4

/** The day on which a deadline is told: the last working day that is safe, or the last day itself between the two. */
export function toldDay(calendar: Calendar, today: Day, lastDay: Day): Day {
  const day = workdayOnOrBefore(calendar, lastDay)
  return day >= today || lastDay < today ? day : lastDay
}

/** The weeks from this one to that of the last deadline ahead, with weekends and holidays as the office has them. */
export function weeksOf(calendar: Calendar, today: Day, dues: DashboardDay[]): CalendarWeek[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  const told = dues.map((due): Told => ({ day: toldDay(calendar, today, due.lastDay), due }))
  const reach = Math.max(0, ...told.map(({ day }) => daysBetween(monday, day)))
  const count = Math.max(fewestWeeks, Math.floor(reach / 7) + 1)
  return Array.from({ length: count }, (_, week) => {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, week * 7 + index))
    return { days: days.map(toDay), told: told.filter(({ day }) => days.includes(day)).sort(byDay) }
  })

  function toDay(day: Day): CalendarDay {
    const isOff = !calendar.isWorkday(day)
    const isTentative = isOff && weekdayOf(day) < 6 && calendar.isTentative(day)
    return { day, isOff, isTentative, isToday: day === today, isDue: told.some((one) => one.day === day) }
  }
}

const byDay = (one: Told, other: Told) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)
