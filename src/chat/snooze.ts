import { dayOf, instantOf } from '../domain/day.ts'
import { isOpen } from '../domain/obligation.ts'
import { type Snooze, snoozesFor } from '../domain/snooze.ts'
import { formatDay, formatMoment } from '../texts/days.ts'
import { button } from './message.ts'
import type { Task } from './reminder-matters.ts'
import type { Turn } from './turn.ts'

/** What of these tasks is the person's own and still to be done, and may be put off: not what is over. */
async function readOwn(turn: Turn, tasks: Task[]) {
  const { store, person, today } = turn
  const deadlineIds = [...new Set(tasks.map(({ deadlineId }) => deadlineId))]
  const rounds = tasks.flatMap(({ round }) => round ?? [])
  const found = person ? await store.obligations.find({ personId: person.id, deadlineIds, today, rounds }) : []
  return found.flatMap(({ deadlineId, round, lastDay, deadline, state }) => {
    const isMine = tasks.some((one) => one.deadlineId === deadlineId && one.round === round)
    const isAhead = isMine && isOpen({ state }) && lastDay !== null && lastDay >= today
    return isAhead ? [{ deadlineId, round, lastDay, time: deadline.time }] : []
  })
}

/** "Nhắc lại sau": asks until when, as far as the deadlines leave a choice. */
export async function askUntilWhen(turn: Turn, tasks: Task[]): Promise<void> {
  const own = await readOwn(turn, tasks)
  if (own.length === 0) return turn.say('reminders.gone')
  const left = snoozesFor(own, turn.now, turn)
  if (left.length === 0) return turn.say('reminders.notLater')
  const put = tasksOf(own)
  turn.say(
    'reminders.whenLater',
    {},
    left.map(({ snooze }) =>
      button(turn.texts.t(`reminders.button.${snooze}`), 'nhac', 'snooze', { tasks: put, snooze }),
    ),
  )
}

/** Quiet about these tasks for an hour, or until a working morning, when they remind again unless they are done. */
export async function snooze(turn: Turn, tasks: Task[], chosen: Snooze): Promise<void> {
  const { store, person, now, zone, texts, calendar } = turn
  const own = await readOwn(turn, tasks)
  if (!person || own.length === 0) return turn.say('reminders.gone')
  const until = snoozesFor(own, now, turn).find((one) => one.snooze === chosen)?.until
  if (until === undefined) return turn.say('reminders.notLater')
  const untilDay = dayOf(until, zone)
  const isToday = untilDay === turn.today
  for (const { deadlineId, round } of tasksOf(own)) {
    const pause = { personId: person.id, deadlineId, round }
    await (isToday ? store.reminders.unpause(pause) : store.reminders.pause({ ...pause, untilDay }))
  }
  if (!isToday) return turn.say('reminders.snoozed', { day: formatDay(texts, untilDay) })
  const body = JSON.stringify({ type: 'compose', composer: 'snoozed', args: { tasks: tasksOf(own) } })
  await store.outbox.dropAlike(person.id, body)
  await store.outbox.add({
    key: `snoozed:${turn.inboxId}`,
    person_id: person.id,
    kind: 'reminder',
    body,
    due_at: until,
    expires_at: instantOf(untilDay, calendar.hours.closes, zone),
    created_at: now,
  })
  turn.say('reminders.snoozedHour', { at: formatMoment(texts, until, zone) })
}

/** Each task once, also where it binds the person and a unit whose papers they draw up. */
const tasksOf = (own: Task[]): Task[] => [
  ...new Map(own.map(({ deadlineId, round }) => [`${deadlineId} ${round ?? ''}`, { deadlineId, round }])).values(),
]
