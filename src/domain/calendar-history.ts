import { type CalendarEntry, calendarEntry, isRecorded } from './calendar-entry.ts'
import { addDays, type Day, type Instant } from './day.ts'

/** An entry as a calendar was last given it. */
export type KnownEntry = { entry: CalendarEntry; sequence: number; modifiedAt: Instant; cancelled: boolean }

/** The same as a program shows it, in words of one language. `when`: a whole day, or an instant where an hour is named. */
export type CalendarEvent = {
  uid: string
  sequence: number
  modifiedAt: Instant
  cancelled: boolean
  when: { day: Day } | { at: Instant }
  title: string
  text: string
}

/** For so many days after its day an entry that was called off is still shown as such. */
const cancelledDays = 30

/** What people must see anew: another day or hour, or done where it was not. */
const essence = ({ day, time, plan, unit, ...counts }: CalendarEntry) =>
  JSON.stringify([day, time, plan, unit, isRecorded(counts)])

/** Are these alike to the last word? What comes from the store has its own order of fields. */
const isSame = (one: CalendarEntry, other: CalendarEntry) =>
  JSON.stringify(calendarEntry.parse(one)) === JSON.stringify(calendarEntry.parse(other))

function follow(entry: CalendarEntry, before: KnownEntry | undefined, now: Instant): KnownEntry {
  const least = entry.revision - 1
  if (!before) return { entry, sequence: least, modifiedAt: now, cancelled: false }
  if (!before.cancelled && isSame(before.entry, entry)) return before
  const isAnother =
    before.cancelled || essence(before.entry) !== essence(entry) || entry.revision !== before.entry.revision
  const sequence = Math.max(before.sequence + (isAnother ? 1 : 0), least)
  return { entry, sequence, modifiedAt: now, cancelled: false }
}

/** What is not owed any more and lies ahead is called off; what has passed simply leaves the calendar. */
function callOff(one: KnownEntry, today: Day, now: Instant): KnownEntry[] {
  if (one.cancelled) return addDays(one.entry.day, cancelledDays) >= today ? [one] : []
  if (one.entry.day < today) return []
  return [{ ...one, sequence: one.sequence + 1, modifiedAt: now, cancelled: true }]
}

/**
 * Entries as they are now, beside what a calendar was given before → what it shows, and what of that is new. Nothing is
 * called off that it never held; numbers of versions only rise.
 */
export function followEntries(
  entries: CalendarEntry[],
  known: KnownEntry[],
  { today, now }: { today: Day; now: Instant },
): { shown: KnownEntry[]; changed: KnownEntry[] } {
  const before = new Map(known.map((one) => [one.entry.uid, one]))
  const live = entries.map((entry) => follow(entry, before.get(entry.uid), now))
  const uids = new Set(entries.map(({ uid }) => uid))
  const gone = known.filter(({ entry }) => !uids.has(entry.uid)).flatMap((one) => callOff(one, today, now))
  const shown = [...live, ...gone]
  return { shown, changed: shown.filter((one) => before.get(one.entry.uid) !== one) }
}
