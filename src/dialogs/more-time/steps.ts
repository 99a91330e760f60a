import { agencyWords } from '../../chat/agency-words.ts'
import { message } from '../../chat/message.ts'
import { addDays, dayOf } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDeadline, formatDeed } from '../../texts/deadlines.ts'
import type { Asked, Read, Step } from '../engine/dialog.ts'
import { ahead, dayStep, workdaysAfter } from '../letters/day-step.ts'
import { chooseUnit } from '../units/choose-unit.ts'
import type { Answers } from './answers.ts'
import { askingUnits } from './asking-units.ts'

const longest = 500
const lettersIn = /\p{L}{2}/u

export const unitStep: Step<Answers> = {
  ...chooseUnit<Answers>(() => ['letters.moreTime.unit']),
  choices: async ({ turn, answers }) =>
    (await askingUnits(turn, answers.deadlineId)).map(({ id, name }) => ({ value: id, label: name })),
}

async function addresseesOf({ turn, answers }: Asked<Answers>): Promise<string[]> {
  const { store, texts } = turn
  const found = await store.plans.deadlineById(answers.deadlineId)
  const plan = found && (await store.plans.byId(found.planId))
  const known = [plan?.issuer, (await agencyWords(store, texts)).agency, found?.deadline.recipient]
  return [...new Set(known.flatMap((name) => name ?? []))]
}

const refuse = ({ turn }: Asked<Answers>, typed: string): Read<Answers> => ({
  ok: false,
  message: message(turn.texts.t('letters.moreTime.wrong', { typed: typed.slice(0, 60), most: longest })),
})

/** To whom: the plan's issuer first. */
export const toStep: Step<Answers> = {
  async ask({ turn, answers }) {
    const { texts, store } = turn
    const found = await store.plans.deadlineById(answers.deadlineId)
    const plan = found && (await store.plans.byId(found.planId))
    const deed = found ? capitalise(formatDeed(texts, found.deadline.kind, plan?.shortName ?? '')) : ''
    const deadline = found ? formatDeadline(texts, found.deadline) : ''
    return message(texts.t('letters.moreTime.to', { deed, deadline }))
  },
  choices: async (asked) => (await addresseesOf(asked)).map((name) => ({ value: name, label: name })),
  read(input, asked) {
    const to = input.kind === 'choice' ? input.value : input.kind === 'text' ? input.text.trim() : ''
    return lettersIn.test(to) && to.length <= 200 ? { ok: true, answers: { ...asked.answers, to } } : refuse(asked, to)
  },
}

/** When the plan came; the day on which it was published here is offered. */
const arrivedDay = dayStep<Answers>('arrived', {
  ask: ({ turn }) => turn.texts.t('letters.moreTime.arrived'),
  choices: ({ turn }) => [turn.today],
  within: (today) => ({ start: addDays(today, -365), end: today }),
})
export const arrivedStep: Step<Answers> = {
  ...arrivedDay,
  async choices(asked) {
    const { store, zone, texts } = asked.turn
    const found = await store.plans.deadlineById(asked.answers.deadlineId)
    const plan = found && (await store.plans.byId(found.planId))
    const published = plan ? dayOf(plan.publishedAt, zone) : null
    const days = await arrivedDay.choices?.(asked)
    const label = published && texts.t('letters.moreTime.published', { day: published.split('-').reverse().join('/') })
    return [...(published && label ? [{ value: published, label }] : []), ...(days ?? [])].filter(
      ({ value }, index, all) => all.findIndex((one) => one.value === value) === index,
    )
  },
}

export const proposedStep: Step<Answers> = dayStep<Answers>('proposed', {
  ask: ({ turn }) => turn.texts.t('letters.moreTime.proposed'),
  choices: ({ turn: { calendar, today } }) => [5, 10].map((count) => workdaysAfter(calendar, today, count)),
  within: (today) => ({ ...ahead(today), start: addDays(today, 1) }),
})

/** Why, in the words of who asks. */
export const reasonStep: Step<Answers> = {
  optional: true,
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('letters.moreTime.reason')),
  read(input, asked) {
    if (input.kind === 'skip') return { ok: true, answers: { ...asked.answers, reason: '' } }
    const reason = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    return lettersIn.test(reason) && reason.length <= longest
      ? { ok: true, answers: { ...asked.answers, reason } }
      : refuse(asked, reason)
  },
}
