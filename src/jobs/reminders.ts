import { readLadders } from '../chat/read-ladders.ts'
import { readSilence } from '../chat/silent.ts'
import { awayOn } from '../domain/absence.ts'
import { instantOf } from '../domain/day.ts'
import { createReminding, type DueReminder, type Owed } from '../domain/due-reminders.ts'
import { deputyRung, overdue, type Rung } from '../domain/ladder.ts'
import type { Ladders } from '../domain/ladders.ts'
import { createMornings, isMorning } from '../domain/mornings.ts'
import { isQuietPlace, placePauses, placePausesKey } from '../domain/place-pause.ts'
import type { ReminderChoices } from '../domain/reminder-choices.ts'
import type { DeadlineDay } from '../store/deadline-days.ts'
import type { Store } from '../store/store.ts'
import type { Job, Run } from './job.ts'

/**
 * Writes this morning's reminders down: one message a person, composed when it is sent. Run again it adds nothing. What is
 * owed is decided and written part by part: of a million obligations no more than a part is ever held.
 */
export const queueReminders: Job = async (run) => {
  const { store, today } = run
  const [choices, days] = [await store.reminders.choices(), await store.obligations.days(today)]
  const { open, decide } = await planMorning(run, choices, days)
  const written = startLetters(run)
  for (const part of inParts(open, obligationsAtOnce)) await written.add(decide(part))
  const letters = (await written.fresh()).map((one) => ({ ...one, hour: choices.get(one.personId)?.hour ?? null }))
  const early = await endingAtAnHour(run, letters, days)
  await store.outbox.addAll(letters.map((one) => rowOf(run, one, early.has(one.key) ? null : one.hour)))
}

type Choices = Map<string, ReminderChoices>
/** A person's message of the morning, and the greatest of its rungs. */
type Fresh = { personId: string; key: string; rung: Rung }
/** With the hour that the person chose. */
type Letter = Fresh & { hour: string | null }

const obligationsAtOnce = 20_000

function* inParts<One>(ones: Iterable<One>, size: number): Generator<One[]> {
  let part: One[] = []
  for (const one of ones) {
    part.push(one)
    if (part.length < size) continue
    yield part
    part = []
  }
  yield part
}

/** What is open of the deadlines of which there is something to say this morning, and who is to be reminded of it. */
async function planMorning(run: Run, choices: Choices, days: DeadlineDay[]) {
  const { store, calendar, since, today } = run
  const { pauses, lost, isQuiet, ...facts } = await readFacts(run)
  const ladders = await readLadders(store)
  const { speaking, deputies } = mornings(run, ladders, days)
  const deadlineIds = new Set([...speaking, ...pauses, ...lost].map(({ deadlineId }) => deadlineId))
  const quiet = [...choices].flatMap(([personId, choice]) => (choice.quiet ? [personId] : []))
  for (const { rung, deadlineId } of lost) if (rung === deputyRung) deputies.add(deadlineId)
  const isSilent = await readSilence(run, deputies)
  const remind = createReminding({ calendar, ladders, since, today, pauses, lost, quiet, isSilent, ...facts })
  return {
    open: await store.obligations.open([...deadlineIds], today),
    decide: (obligations: Owed[]) => remind(obligations.filter(({ unitId }) => !isQuiet(unitId))),
  }
}

/** Writes reminders down as they are decided, each person's under the key of their message. */
function startLetters(run: Run) {
  const { reminders } = run.store
  const keys = new Map<string, string>()
  const rungs = new Map<string, Rung>()
  const doubtful = new Set<string>()
  return {
    async add(due: DueReminder[]): Promise<void> {
      await address(run, due, keys)
      for (const { personId } of await reminders.addAll(due, keys, run.today)) doubtful.add(personId)
      for (const { personId, rung } of due) rungs.set(personId, Math.max(rung, rungs.get(personId) ?? overdue))
    },
    /** The messages that have something new to bring. */
    async fresh(): Promise<Fresh[]> {
      const newest = await reminders.newest([...doubtful].flatMap((personId) => keys.get(personId) ?? []))
      return [...keys].flatMap(([personId, key]) => {
        const rung = doubtful.has(personId) ? newest.get(key) : rungs.get(personId)
        return rung === undefined ? [] : [{ personId, key, rung }]
      })
    },
  }
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

/** Adds the keys of these people's messages: one a person and morning. */
async function address({ store, today }: Run, due: DueReminder[], keys: Map<string, string>): Promise<void> {
  const fresh = new Map<string, string>()
  for (const { personId } of due) if (!keys.has(personId)) fresh.set(personId, `reminder:${today}:${personId}`)
  const taken = await store.outbox.keysAmong([...fresh.values()])
  for (const [personId, key] of fresh) keys.set(personId, taken.has(key) ? await freeKey(store, key) : key)
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
