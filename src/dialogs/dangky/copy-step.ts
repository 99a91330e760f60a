import { carryOver } from '../../domain/registration-copy.ts'
import type { Registration } from '../../store/registration-row.ts'
import type { Choice, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, campaignOf, headed, refused, took } from './ask.ts'
import { answersOfBody } from './body.ts'
import { registeredBefore } from './contents-step.ts'
import { isYearly } from './open-question.ts'
import { registrantOf } from './registrants.ts'

const mostOffered = 8
const copy = 'copy'

/** What this registrant registered for other plans, the newest first. */
async function earlier({ turn, answers }: Ask): Promise<Registration[]> {
  const { registrant, planId } = answers
  if (!registrant || answers.revises) return []
  const { subject, unitId, personId } = registrantOf(turn, registrant)
  const all = await turn.store.registrations.ofPerson(personId ?? '', subject === 'unit' ? [unitId] : [])
  return all
    .filter((one) => one.subject === subject && one.planId !== planId && one.state !== 'withdrawn')
    .filter((one) => (subject === 'unit' ? one.unitId === unitId : one.personId === personId))
    .slice(0, mostOffered)
}

/** The answers with those of an earlier registration put in; what no longer fits is left out or asked for again. */
async function copied(ask: Ask, { body }: Registration): Promise<Answers> {
  const { turn, answers } = ask
  const { plan } = await campaignOf(ask)
  const { items = [], title, commendation, people = [] } = answersOfBody(body)
  const taken = new Set((await registeredBefore(ask)).keys())
  const lines = carryOver(items, { plan: plan.draft, today: turn.today, taken })
  const yearly = isYearly(answers)
  return {
    ...answers,
    items: yearly && body.shape !== 'yearly' ? [] : lines,
    contentsDone: yearly ? lines.length > 0 : false,
    ...(people.length > 0 && { people, rowsChecked: true }),
    ...(title != null && { title }),
    ...(commendation != null && { commendation }),
  }
}

/** A step that also offers an earlier registration to start from, where nothing is answered yet. */
export function withCopy(step: Step<Answers>): Step<Answers> {
  const isFresh = ({ items, title }: Answers) => items.length === 0 && title === undefined
  return {
    ...step,
    async choices(ask) {
      const choices: Choice[] = (await step.choices?.(ask)) ?? []
      if (!isFresh(ask.answers) || (await earlier(ask)).length === 0) return choices
      return [...choices, { value: copy, label: ask.turn.texts.t('register.copy.offer'), stays: true }]
    },
    read: (input, ask) =>
      input.kind === 'choice' && input.value === copy ? took(ask.answers, { step: 'copy' }) : step.read(input, ask),
  }
}

/** Which earlier registration to start from. */
export const copyStep: Step<Answers> = {
  async ask(ask) {
    const { texts, store } = ask.turn
    const all = await earlier(ask)
    const lines = await Promise.all(
      all.map(async ({ code, planId }, index) => {
        const plan = await store.plans.byId(planId)
        return texts.t('register.copy.line', { number: index + 1, code, plan: plan?.shortName ?? '' })
      }),
    )
    return headed(ask, [texts.t('register.copy.ask'), ...lines])
  },
  choices: async (ask) =>
    (await earlier(ask)).map(({ id }, index) => ({
      value: id,
      label: ask.turn.texts.t('register.choose', { number: index + 1 }),
    })),
  optional: true,
  async read(input, ask) {
    if (input.kind === 'skip') return took(ask.answers)
    const one = input.kind === 'choice' ? (await earlier(ask)).find(({ id }) => id === input.value) : undefined
    return one ? took(await copied(ask, one)) : refused(ask.turn, 'register.copy.unclear')
  },
}
