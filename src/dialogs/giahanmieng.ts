import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { addDays } from '../domain/day.ts'
import { extensionWays } from '../domain/extension.ts'
import { readTypedDay } from '../domain/typed-day.ts'
import type { Unit } from '../domain/unit.ts'
import { formatDay, formatDayShort } from '../texts/days.ts'
import { formatDeadline, formatDeed } from '../texts/deadlines.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { noteExtension } from './extension/note.ts'
import { lineStep } from './joining/line-step.ts'
import { chooseUnit, ruledUnits } from './units/choose-unit.ts'

const answers = z.object({
  deadlineId: z.string().optional(),
  unitId: z.string().optional(),
  lastDay: z.string().optional(),
  agreedBy: z.string().optional(),
  agreedOn: z.string().optional(),
  via: z.enum(extensionWays).optional(),
})
export type Answers = z.infer<typeof answers>

/** How long after its last safe day a deadline may still be extended by word. */
const reachDays = 60
/** Nobody agrees to more time than this by word. */
const farthestDays = 180

async function extensible({ store, today }: Turn) {
  const plans = await store.plans.list('in_force')
  const all = await Promise.all(
    plans.map(async ({ id, shortName }) =>
      (await store.plans.deadlinesOf(id)).map((one) => ({ ...one, plan: shortName })),
    ),
  )
  const isNear = ({ lastDay }: { lastDay: string | null }) => lastDay !== null && lastDay >= addDays(today, -reachDays)
  return all.flat().filter(({ deadline }) => isNear(deadline))
}

const deadline: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.extension.which')),
  choices: async ({ turn }) =>
    (await extensible(turn)).map(({ id, plan, deadline: one }) => ({
      value: id,
      label: turn.texts.t('office.extension.choice', {
        deed: formatDeed(turn.texts, one.kind, plan),
        deadline: formatDeadline(turn.texts, one),
      }),
    })),
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, deadlineId: input.value } }
      : { ok: false, message: message(turn.texts.t('office.extension.pick')) },
}

/** The units in the admin's charge that the deadline binds. */
const boundUnits =
  (deadlineId: string) =>
  async (turn: Turn): Promise<Unit[]> => {
    const bound = new Set((await turn.store.plans.audienceOf([deadlineId])).map(({ unitId }) => unitId))
    return (await ruledUnits(turn)).filter(({ id }) => bound.has(id))
  }

const unit: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.extension.unit')),
  choices: (asked) => chooseBound(asked.answers).choices?.(asked) ?? [],
  read: (input, asked) => chooseBound(asked.answers).read(input, asked),
}
const chooseBound = ({ deadlineId = '' }: Answers) =>
  chooseUnit<Answers>(() => ['office.extension.unit'], boundUnits(deadlineId))

const lastDay: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('office.extension.askDay')),
  async read(input, { turn, answers: given }) {
    const { texts, today, store } = turn
    const plan = (await store.plans.deadlineById(given.deadlineId ?? ''))?.deadline.lastDay ?? today
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedDay(typed, { today, within: { start: addDays(plan, 1), end: addDays(plan, farthestDays) } })
    if (read.ok) return { ok: true, answers: { ...given, lastDay: read.day } }
    const values = { typed: typed.slice(0, 60), last: formatDayShort(texts, plan) }
    return { ok: false, message: message(texts.t('office.extension.wrongDay', values)) }
  },
}

const agreedOn: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('office.extension.askOn')),
  choices: ({ turn: { texts, today } }) => [{ value: today, label: formatDay(texts, today) }],
  read(input, { turn, answers: given }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...given, agreedOn: input.value } }
    const { texts, today } = turn
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedDay(typed, { today, within: { start: addDays(today, -reachDays), end: today } })
    return read.ok
      ? { ok: true, answers: { ...given, agreedOn: read.day } }
      : { ok: false, message: message(texts.t('office.extension.wrongOn', { typed: typed.slice(0, 60) })) }
  },
}

const via: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.extension.askVia')),
  choices: ({ turn: { texts } }) =>
    extensionWays.map((value) => ({ value, label: texts.t(`office.extension.way.${value}`) })),
  read(input, { turn, answers: given }) {
    const way = extensionWays.find((one) => input.kind === 'choice' && one === input.value)
    return way
      ? { ok: true, answers: { ...given, via: way } }
      : { ok: false, message: message(turn.texts.t('office.extension.pick')) }
  },
}

const order = ['deadline', 'unit', 'lastDay', 'agreedBy', 'agreedOn', 'via']

/** An admin records that a leader agreed by word to more time for one unit; the plan's day stays. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: ({ deadlineId }) => ({ step: deadlineId ? 'unit' : 'deadline' }),
  next: (_given, { step }) => {
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: {
    deadline,
    unit,
    lastDay,
    agreedBy: lineStep<Answers>('agreedBy', { ask: () => ['office.extension.askBy'] }),
    agreedOn,
    via,
  },
  finish: noteExtension,
})
