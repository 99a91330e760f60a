import { z } from 'zod'
import { message } from '../chat/message.ts'
import { chaseWays } from '../domain/chase.ts'
import { addDays } from '../domain/day.ts'
import { subjectIdOf } from '../domain/obligation.ts'
import { readTypedDay } from '../domain/typed-day.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay } from '../texts/days.ts'
import { openInCharge } from './chase/in-charge.ts'
import { presentChases } from './chase/subjects.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { lineStep } from './joining/line-step.ts'

const answers = z.object({
  deadlineId: z.string(),
  round: z.string().nullish(),
  subjectId: z.string().optional(),
  way: z.enum(chaseWays).optional(),
  day: z.string().optional(),
  heardBy: z.string().optional(),
  outcome: z.string().optional(),
})
type Answers = z.infer<typeof answers>

const reachDays = 60

const who: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.chase.whom')),
  async choices({ turn, answers: { deadlineId, round } }) {
    const { store, texts } = turn
    const names = new Map((await store.people.all()).map(({ id, name }) => [id, name]))
    return (await openInCharge(turn, { deadline: deadlineId, round })).map((one) => ({
      value: subjectIdOf(one),
      label: one.personId
        ? capitalise(texts.t('register.named', { name: names.get(one.personId) ?? '', unit: one.unitName }))
        : one.unitName,
    }))
  },
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, subjectId: input.value } }
      : { ok: false, message: message(turn.texts.t('office.extension.pick')) },
}

const way: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.chase.askWay')),
  choices: ({ turn: { texts } }) =>
    chaseWays.map((value) => ({ value, label: texts.t(`office.extension.way.${value}`) })),
  read(input, { turn, answers: given }) {
    const picked = chaseWays.find((one) => input.kind === 'choice' && one === input.value)
    return picked
      ? { ok: true, answers: { ...given, way: picked } }
      : { ok: false, message: message(turn.texts.t('office.extension.pick')) }
  },
}

const day: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('office.chase.askDay')),
  choices: ({ turn: { texts, today } }) => [{ value: today, label: formatDay(texts, today) }],
  read(input, { turn, answers: given }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...given, day: input.value } }
    const { texts, today } = turn
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedDay(typed, { today, within: { start: addDays(today, -reachDays), end: today } })
    return read.ok
      ? { ok: true, answers: { ...given, day: read.day } }
      : { ok: false, message: message(texts.t('office.extension.wrongOn', { typed: typed.slice(0, 60) })) }
  },
}

const order = ['who', 'way', 'day', 'heardBy', 'outcome']

async function note({ turn, answers: given }: Asked<Answers>): Promise<'done'> {
  const { store, person, now } = turn
  const {
    deadlineId,
    round = null,
    subjectId = '',
    way: how = 'phone',
    day: on = turn.today,
    heardBy = '',
    outcome = '',
  } = given
  const of = { deadline: deadlineId, round }
  const one = (await openInCharge(turn, of)).find((open) => subjectIdOf(open) === subjectId)
  if (!one || !person) {
    turn.say('office.chase.noLongerOpen')
    return 'done'
  }
  const { subject } = one
  const detail = { round: one.round, subject, subjectId, way: how, day: on, heardBy, outcome }
  await store.chases.addByHand({ deadlineId, ...detail, by: person.id, at: now })
  await store.audit.write({
    at: now,
    by: person.id,
    action: 'deadline.chased',
    subject: `deadline:${deadlineId}`,
    detail,
  })
  const list = await presentChases(turn, of)
  const [first, ...rest] = list.blocks
  const noted = turn.texts.t('office.chase.noted')
  turn.reply({ ...list, blocks: [{ kind: 'text', text: `${noted}\n${first?.text ?? ''}` }, ...rest] })
  return 'done'
}

/** Recording that somebody was reminded by telephone, in person or at a meeting. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: () => ({ step: 'who' }),
  next: (_given, { step }) => {
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: {
    who,
    way,
    day,
    heardBy: lineStep<Answers>('heardBy', { ask: () => ['office.chase.askHeard'], optional: true }),
    outcome: lineStep<Answers>('outcome', { ask: () => ['office.chase.askOutcome'], optional: true }),
  },
  finish: note,
})
