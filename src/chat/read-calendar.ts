import type { Calendar } from '../domain/calendar.ts'
import { type CalendarEntry, entriesOfPerson, entriesOfUnit } from '../domain/calendar-entry.ts'
import { type CalendarEvent, followEntries, type KnownEntry } from '../domain/calendar-history.ts'
import { addDays, type Day, type Instant, instantOf } from '../domain/day.ts'
import type { Member } from '../domain/person.ts'
import { canOversee } from '../domain/rights.ts'
import { subtreeOf } from '../domain/unit-tree.ts'
import type { Store } from '../store/store.ts'
import { formatEntryText, formatEntryTitle } from '../texts/calendar-entry.ts'
import type { Texts } from '../texts/texts.ts'

/** Days that a calendar holds, counted from today. */
const reach = { behind: 60, ahead: 400 }

/** What a calendar shows; `changed`: what of it is new since it was last given, to be kept. */
export type CalendarView = {
  name: string
  about: string
  events: CalendarEvent[]
  /** What lies ahead and is not called off, the nearest first. */
  ahead: CalendarEntry[]
  changed: KnownEntry[]
}

type Words = { texts: Texts; calendar: Calendar; zone: string; today: Day; realNow: Instant }

/**
 * A person's calendar as it is now, or that of a unit which they oversee; null where they do not (any more). Reads only:
 * who gives it away keeps `changed`.
 */
export async function readCalendar(
  store: Store,
  member: Member,
  unitId: string | null,
  words: Words,
): Promise<CalendarView | null> {
  const { texts, calendar, today, realNow } = words
  const found = unitId === null ? await ofPerson(store, member, words) : await ofUnit(store, member, unitId, words)
  if (!found) return null
  const { name, entries } = found
  const known = await store.calendars.known({ personId: member.id, unitId }, addDays(today, -reach.behind))
  const { shown, changed } = followEntries(entries, known, { today, now: realNow })
  return {
    ...{ name, about: texts.t('agenda.about'), changed },
    ahead: entries.filter(({ day }) => day >= today),
    events: shown.map((one) => eventOf(one, words, calendar)),
  }
}

const within = ({ today }: Words) => ({ from: addDays(today, -reach.behind), to: addDays(today, reach.ahead) })

async function ofPerson(store: Store, { id }: Member, words: Words) {
  const lastDay = within(words)
  const owed = await store.obligations.find({ lastDay, personId: id, today: words.today, until: lastDay.to })
  return { name: words.texts.t('agenda.name.own'), entries: entriesOfPerson(words.calendar, owed) }
}

async function ofUnit(store: Store, member: Member, unitId: string, words: Words) {
  const units = await store.units.all()
  const unit = units.find(({ id }) => id === unitId)
  if (!unit || !canOversee(member, unitId, units)) return null
  const lastDay = within(words)
  const unitIds = [...subtreeOf(units, unitId)]
  const owed = await store.obligations.count({ lastDay, unitIds, today: words.today, until: lastDay.to })
  return {
    name: words.texts.t('agenda.name.unit', { unit: unit.name }),
    entries: entriesOfUnit(words.calendar, owed, unit),
  }
}

function eventOf(one: KnownEntry, { texts, zone }: Words, calendar: Calendar): CalendarEvent {
  const { entry, sequence, modifiedAt, cancelled } = one
  const { uid, day, time } = entry
  const title = formatEntryTitle(texts, entry)
  return {
    ...{ uid, sequence, modifiedAt, cancelled },
    when: time === null ? { day } : { at: instantOf(day, time, zone) },
    title: cancelled ? texts.t('agenda.cancelled', { title }) : title,
    text: formatEntryText(texts, calendar, entry),
  }
}
