import { z } from 'zod'
import { type Calendar, type OfficeHours, officeCalendar, usualHours } from '../domain/calendar.ts'
import { officeDaysKey, officeDaysOf, officeDaysSchema } from '../domain/office-days.ts'
import type { Store } from '../store/store.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
const officeHours = z.object({ opens: time, closes: time }).refine(({ opens, closes }) => opens < closes)

/** The key of the office hours among the settings. */
export const officeHoursKey = 'officeHours'

type Settings = Pick<Store, 'settings'>

const officeHoursOf = async ({ settings }: Settings): Promise<OfficeHours> =>
  (await settings.get(officeHoursKey, officeHours)) ?? usualHours

export const agencyDaysOf = async ({ settings }: Settings) =>
  (await settings.get(officeDaysKey, officeDaysSchema)) ?? {}

/** The agency's calendar: days off as shipped and as it has settled, and its office hours. */
const calendarOf = async (store: Settings): Promise<Calendar> =>
  officeCalendar(officeDaysOf(await agencyDaysOf(store)), await officeHoursOf(store))

/** A calendar that all parts hold, and that follows the settings whenever it is told to look at them again. */
export type WorkCalendar = Calendar & { reload(store: Settings): Promise<void> }

/** Until it is first told, the calendar as shipped. */
export function createWorkCalendar(): WorkCalendar {
  let current = officeCalendar()
  return {
    isWorkday: (day) => current.isWorkday(day),
    isTentative: (day) => current.isTentative(day),
    get hours() {
      return current.hours
    },
    async reload(store) {
      current = await calendarOf(store)
    },
  }
}
