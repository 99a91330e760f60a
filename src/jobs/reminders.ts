import { readLadders } from '../chat/read-ladders.ts'
import { readSilent } from '../chat/silent.ts'
import { awayOn } from '../domain/absence.ts'
import { instantOf } from '../domain/day.ts'
import { type DueReminder, dueReminders, type Morning } from '../domain/due-reminders.ts'
import { overdue } from '../domain/ladder.ts'
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
  const fresh = await store.reminders.addAll(await addressed(run, due), today)
  const timed = new Set(days.filter(({ time }) => time !== null).map(({ deadlineId }) => deadlineId))
  const byMessage = Map.groupBy(fresh, ({ outboxKey }) => outboxKey)
  await store.outbox.addAll(
    [...byMessage].map(([key, reminders]) => letterOf(run, key, reminders, dueAt(run, reminders, choices, timed))),
  )
}

type Choices = Map<string, ReminderChoices>
type Letter = DueReminder & { outboxKey: string }

/** So many deadlines are read at once: what they bind together stays within memory. */
const deadlinesAtOnce = 20

/** Who is to be reminded of what this morning. Only deadlines of which there is something to say are read. */
async function planMorning(run: Run, choices: Choices, days: DeadlineDay[]): Promise<DueReminder[]> {
  const { store, calendar, since, today } = run
  const { pauses, lost, ...facts } = await readFacts(run)
  const ladders = await readLadders(store)
  const { speaking, deputies } = mornings(run, ladders, days)
  const deadlineIds = [...new Set([...speaking, ...pauses, ...lost].map(({ deadlineId }) => deadlineId))]
  const quiet = [...choices].flatMap(([personId, choice]) => (choice.quiet ? [personId] : []))
  const silent = await readSilent(run, [...deputies])
  const due: DueReminder[] = []
  for (let at = 0; at < deadlineIds.length; at += deadlinesAtOnce) {
    const found = await store.obligations.find({ deadlineIds: deadlineIds.slice(at, at + deadlinesAtOnce), today })
    const obligations = found.filter(({ unitId }) => !facts.isQuiet(unitId))
    const morning: Morning = { calendar, ladders, since, today, obligations, pauses, lost, quiet, silent, ...facts }
    for (const one of dueReminders(morning)) due.push(one)
  }
  return due
}

async function readFacts({ store, today, since }: Run) {
  const units = await store.units.all()
  const places = (await store.settings.get(placePausesKey, placePauses)) ?? []
  const quietUnits = new Set(units.filter(({ id }) => isQuietPlace(places, id, units, today)).map(({ id }) => id))
  return {
    units,
    memberships: await store.people.memberships(),
    pauses: await store.reminders.pausesAfter(since),
    lost: await store.reminders.takeLost(),
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

/** Each reminder with the message that brings it: one a person and morning. */
async function addressed({ store, today }: Run, due: DueReminder[]): Promise<Letter[]> {
  const people = [...new Set(due.map(({ personId }) => personId))]
  const usual = (personId: string) => `reminder:${today}:${personId}`
  const taken = await store.outbox.keysAmong(people.map(usual))
  const keys = new Map<string, string>()
  for (const personId of people) {
    const key = usual(personId)
    keys.set(personId, taken.has(key) ? await freeKey(store, key) : key)
  }
  return due.map((one) => ({ ...one, outboxKey: keys.get(one.personId) ?? usual(one.personId) }))
}

/** The key of a morning's message; numbered where a movable clock that began anew comes to a morning a second time. */
async function freeKey({ outbox }: Store, key: string): Promise<string> {
  let free = key
  for (let count = 2; await outbox.byKey(free); count++) free = `${key}:${count}`
  return free
}

/** When a person's message is due: at the hour they chose; a last day that ends at an hour is told when the office opens. */
function dueAt({ now, today, zone, calendar }: Run, reminders: Letter[], choices: Choices, timed: Set<string>): number {
  const hour = choices.get(reminders[0]?.personId ?? '')?.hour ?? null
  const { opens, closes } = calendar.hours
  if (hour === null || hour < opens || hour >= closes) return now
  if (reminders.some(({ rung, deadlineId }) => rung === 0 && timed.has(deadlineId))) return now
  return Math.max(now, instantOf(today, hour, zone))
}

const letterOf = ({ now, today, zone, calendar }: Run, key: string, reminders: Letter[], due_at: number) => ({
  key,
  person_id: reminders[0]?.personId ?? '',
  kind: reminders.every(({ rung }) => rung === overdue) ? 'overdue' : 'reminder',
  body: JSON.stringify({ type: 'compose', composer: 'reminder', args: { key } }),
  due_at,
  expires_at: instantOf(today, calendar.hours.closes, zone),
  created_at: now,
})
