import { z } from 'zod'
import { message } from '../chat/message.ts'
import { handoverReasons } from '../domain/handover.ts'
import { readTypedDay } from '../domain/typed-day.ts'
import { formatDay } from '../texts/days.ts'
import { formatMembership, formatPerson } from '../texts/people.ts'
import { type Asked, type Choice, defineDialog, type Step } from './engine/dialog.ts'
import { handOver, rolesOf, summarise } from './handover/pass.ts'
import { mayHandOver, successors } from './handover/who.ts'
import { choosePerson } from './people/choose-person.ts'

const answers = z.object({
  fromId: z.string().optional(),
  /** "unitId role", or all of them. */
  role: z.string().optional(),
  reason: z.enum(handoverReasons).optional(),
  /** Null: nobody follows yet. */
  toId: z.string().nullish(),
  onDay: z.string().optional(),
})
export type Answers = z.infer<typeof answers>
type Ask = Asked<Answers>

const [everything, nobody] = ['all', 'nobody']

const who = choosePerson<Answers>({
  ask: () => ['office.handover.who'],
  from: ({ turn }) => mayHandOver(turn),
  take: (given, fromId) => ({ ...given, fromId }),
})

const role: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.handover.which')),
  async choices({ turn, answers: { fromId = '' } }): Promise<Choice[]> {
    const { texts, store } = turn
    const units = await store.units.all()
    const held = await rolesOf(turn, fromId)
    const each = held.map((one) => ({ value: `${one.unitId} ${one.role}`, label: formatMembership(texts, one, units) }))
    return held.length > 1 ? [{ value: everything, label: texts.t('office.handover.all') }, ...each] : each
  },
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, role: input.value } }
      : { ok: false, message: message(turn.texts.t('office.extension.pick')) },
}

const reason: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.handover.why')),
  choices: ({ turn: { texts } }) =>
    handoverReasons.map((value) => ({ value, label: texts.t(`office.handover.reason.${value}`) })),
  read(input, { turn, answers: given }) {
    const picked = handoverReasons.find((one) => input.kind === 'choice' && one === input.value)
    return picked
      ? { ok: true, answers: { ...given, reason: picked } }
      : { ok: false, message: message(turn.texts.t('office.extension.pick')) }
  },
}

const successor: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.handover.toWhom')),
  async choices({ turn, answers: given }) {
    const people = await successors(turn, given)
    const each = people.map((one) => ({ value: one.id, label: formatPerson(turn.texts, one) }))
    return [...each, { value: nobody, label: turn.texts.t('office.handover.nobody') }]
  },
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, toId: input.value === nobody ? null : input.value } }
      : { ok: false, message: message(turn.texts.t('office.handover.pickPerson')) },
}

const day: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.handover.when')),
  choices: ({ turn: { texts, today } }) => [{ value: today, label: formatDay(texts, today) }],
  read(input, { turn, answers: given }) {
    const { texts, today } = turn
    if (input.kind === 'choice') return { ok: true, answers: { ...given, onDay: input.value } }
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedDay(typed, { today, within: { start: today, end: null } })
    return read.ok
      ? { ok: true, answers: { ...given, onDay: read.day } }
      : { ok: false, message: message(texts.t('office.handover.wrongDay', { typed: typed.slice(0, 60) })) }
  },
}

const sure: Step<Answers> = {
  ask: async (asked: Ask) => message(await summarise(asked.turn, asked.answers)),
  choices: ({ turn }) => [{ value: 'yes', label: turn.texts.t('office.handover.yes') }],
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: given }
      : { ok: false, message: message(turn.texts.t('office.handover.answerYes')) },
}

const order = ['who', 'role', 'reason', 'successor', 'day', 'sure']

/** Handing a role and its unfinished matters over to a successor. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: ({ fromId, role: given }) => ({ step: fromId ? (given ? 'reason' : 'role') : 'who' }),
  next: (_given, { step }) => {
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: { who, role, reason, successor, day, sure },
  finish: ({ turn, answers: given }) => handOver(turn, given),
})
