import { readLadders } from '../chat/read-ladders.ts'
import { readSilent } from '../chat/silent.ts'
import { awayOn } from '../domain/absence.ts'
import { instantOf } from '../domain/day.ts'
import { type DueReminder, dueReminders, type Morning } from '../domain/due-reminders.ts'
import { deputyRung, overdue, type Rung } from '../domain/ladder.ts'
import type { Ladders } from '../domain/ladders.ts'
import { createMornings, isMorning } from '../domain/mornings.ts'
import { isQuietPlace, placePauses, placePausesKey } from '../domain/place-pause.ts'
import type { ReminderChoices } from '../domain/reminder-choices.ts'
import type { DeadlineDay } from '../store/deadline-days.ts'
import type { Store } from '../store/store.ts'
import type { Job, Run } from './job.ts'

/** Writes this morning's reminders down: one message a person, composed when it is sent. Run again it adds nothing. */
export const queueReminders: Job = async (run) => {
  const { store, today } = run
  const [choices, days] = [await store.reminders.choices(), await store.obligations.days(today)]
  const due = await planMorning(run, choices, days)
  const messages = await addressed(run, due)
  const fresh = await store.reminders.addAll(due, messages, today)
  const letters = [...messages].flatMap(([personId, key]) => {
    const rung = fresh.get(key)
    return rung === undefined ? [] : [{ personId, key, rung, hour: choices.get(personId)?.hour ?? null }]
  })
  const early = await endingAtAnHour(run, letters, days)
  await store.outbox.addAll(letters.map((one) => rowOf(run, one, early.has(one.key) ? null : one.hour)))
}

type Choices = Map<string, ReminderChoices>
/** A person's message of the morning; the greatest of its rungs, and the hour that the person chose. */
type Letter = { personId: string; key: string; rung: Rung; hour: string | null }

/** So many deadlines are read at once: what they bind together stays within memory. */
const deadlinesAtOnce = 5

/** Who is to be reminded of what this morning. Only deadlines of which there is something to say are read. */
async function planMorning(run: Run, choices: Choices, days: DeadlineDay[]): Promise<DueReminder[]> {
  const { store, calendar, since, today } = run
  const { pauses, lost, ...facts } = await readFacts(run)
  const ladders = await readLadders(store)
  const { speaking, deputies } = mornings(run, ladders, days)
  const deadlineIds = [...new Set([...speaking, ...pauses, ...lost].map(({ deadlineId }) => deadlineId))]
  const quiet = [...choices].flatMap(([personId, choice]) => (choice.quiet ? [personId] : []))
  for (const { rung, deadlineId } of lost) if (rung === deputyRung) deputies.add(deadlineId)
  const silent = await readSilent(run, [...deputies])
  const due: DueReminder[] = []
  for (let at = 0; at < deadlineIds.length; at += deadlinesAtOnce) {
    const found = await store.obligations.find({
      deadlineIds: deadlineIds.slice(at, at + deadlinesAtOnce),
      today,
      unsorted: true,
    })
    const obligations = found.filter(({ unitId }) => !facts.isQuiet(unitId))
    const morning: Morning = { calendar, ladders, since, today, obligations, pauses, lost, quiet, silent, ...facts }
    for (const one of dueReminders(morning)) due.push(one)
  }
  return due
}

async function readFacts({ store, now, today, since }: Run) {
  const units = await store.units.all()
  const places = (await store.settings.get(placePausesKey, placePauses)) ?? []
  const quietUnits = new Set(units.filter(({ id }) => isQuietPlace(places, id, units, today)).map(({ id }) => id))
  return {
    units,
    memberships: await store.people.memberships(),
    pauses: await store.reminders.pausesAfter(since),
    lost: await store.reminders.takeLost(now),
    away: awayOn(await store.absences.notOver(today), today),
    isQuiet: (unitId: string) => quietUnits.has(unitId),
  }
}

/** The deadlines with something to say this morning, and those of which deputies hear. */
function mornings({ calendar, since, today }: Run, ladders: Ladders, days: DeadlineDay[]) {
  const morningOf = createMornings({ calendar, ladders, since, today })
  const deputies = new Set(days.filter((one) => morningOf(one).isDeputies).map(({ deadlineId }) => deadlineId))
  return { speaking: days.filter((one) => isMorning(morningOf(one))), deputies }
}

/** The key of each person's message: one a person and morning. */
async function addressed({ store, today }: Run, due: DueReminder[]): Promise<Map<string, string>> {
  const keys = new Map(due.map(({ personId }) => [personId, `reminder:${today}:${personId}`]))
  const taken = await store.outbox.keysAmong([...keys.values()])
  for (const [personId, key] of keys) if (taken.has(key)) keys.set(personId, await freeKey(store, key))
  return keys
}

/** The key of a morning's message; numbered where a movable clock that began anew comes to a morning a second time. */
async function freeKey({ outbox }: Store, key: string): Promise<string> {
  let free = key
  for (let count = 2; await outbox.byKey(free); count++) free = `${key}:${count}`
  return free
}

/** Of the messages that would come at an hour of the person's own: those of a last day that itself ends at an hour. */
async function endingAtAnHour({ store }: Run, letters: Letter[], days: DeadlineDay[]): Promise<Set<string>> {
  const timed = new Set(days.filter(({ time }) => time !== null).map(({ deadlineId }) => deadlineId))
  const found = new Set<string>()
  if (timed.size === 0) return found
  for (const { key } of letters.filter(({ hour }) => hour !== null)) {
    const reminders = await store.reminders.ofMessage(key)
    if (reminders.some(({ rung, deadlineId }) => rung === 0 && timed.has(deadlineId))) found.add(key)
  }
  return found
}

function rowOf({ now, today, zone, calendar }: Run, { personId, key, rung }: Letter, hour: string | null) {
  const { opens, closes } = calendar.hours
  const isOpen = hour !== null && hour >= opens && hour < closes
  return {
    ...{ key, person_id: personId, kind: rung === overdue ? 'overdue' : 'reminder' },
    body: JSON.stringify({ type: 'compose', composer: 'reminder', args: { key } }),
    due_at: isOpen ? Math.max(now, instantOf(today, hour, zone)) : now,
    expires_at: instantOf(today, closes, zone),
    created_at: now,
  }
}
