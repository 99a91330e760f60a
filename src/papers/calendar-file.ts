import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '../domain/calendar-history.ts'
import { temporalDay, temporalInstant } from '../domain/day.ts'

export type CalendarFile = { name: string; about: string; events: CalendarEvent[] }

export const calendarMime = 'text/calendar'
export const calendarFileName = 'lich-thoi-han.ics'

/** How often programs are asked to look again. */
const refreshSeconds = 4 * 3600
/** The letters of a sentence beyond which no program shows more. */
const longestText = 4000

/** Line ends of one kind, and no control character: the format has no place for them. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
const line = (text: string) => plain(text).replaceAll('\n', ' ')
const clip = (text: string) => (text.length <= longestText ? text : `${text.slice(0, longestText)}…`)

/**
 * Events → the text of an iCalendar file (RFC 5545), the same in every time zone that the process runs in. It blocks no
 * time, and it rings no bell: a copy of a file cannot know that the work is done meanwhile, while the assistant's own
 * reminders do, and keep to office hours.
 */
export function writeCalendarFile({ name, about, events }: CalendarFile): string {
  const calendar = ical({
    ...{ name: line(name), description: line(about), ttl: refreshSeconds, method: ICalCalendarMethod.PUBLISH },
    prodId: { company: 'Tro ly Thi dua', product: 'Lich thoi han', language: 'VI' },
  })
  for (const { uid, sequence, modifiedAt, cancelled, when, title, text } of events) {
    const modified = temporalInstant(modifiedAt)
    calendar.createEvent({
      id: `${uid}@tro-ly-thi-dua`,
      ...{ sequence, stamp: modified, lastModified: modified, summary: line(title), description: plain(clip(text)) },
      ...('day' in when ? { start: temporalDay(when.day), allDay: true } : { start: temporalInstant(when.at) }),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}
