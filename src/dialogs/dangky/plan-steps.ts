import { formatDayShort, formatToldDay } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, headed, refused, took } from './ask.ts'
import { chooseCapacity, choosePlan } from './begin.ts'
import { type Campaign, campaignsFor } from './campaign.ts'
import { capacitiesOf, capacityChoices, capacityKey } from './registrants.ts'

/** "thi đua 120 năm: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04". */
export function describeCampaign({ turn }: Pick<Ask, 'turn'>, { plan, deadline }: Campaign): string {
  const { texts, calendar, today } = turn
  const lastDay = deadline?.deadline.lastDay
  if (!deadline || !lastDay) return texts.t('register.plan.undated', { plan: plan.shortName })
  const values = { plan: plan.shortName, deadline: formatDeadline(texts, deadline.deadline) }
  if (lastDay < today) return texts.t('register.plan.past', values)
  return texts.t('register.plan.dated', {
    ...values,
    lastDay: formatToldDay(texts, calendar, lastDay, (told) => formatDayShort(texts, told)),
  })
}

async function offered({ turn, answers }: Ask): Promise<Campaign[]> {
  const fitting = await campaignsFor(turn, answers.words)
  return fitting.length > 0 ? fitting : campaignsFor(turn)
}

export const planStep: Step<Answers> = {
  async ask(ask) {
    const campaigns = await offered(ask)
    const lines = campaigns.map((campaign, index) => `${index + 1}. ${describeCampaign(ask, campaign)}`)
    return headed(ask, [ask.turn.texts.t('register.plan.ask'), ...lines])
  },
  choices: async (ask) =>
    (await offered(ask)).map(({ plan }, index) => ({
      value: plan.id,
      label: ask.turn.texts.t('register.choose', { number: index + 1 }),
    })),
  async read(input, { turn, answers }) {
    if (input.kind === 'choice') return took(await choosePlan(turn, answers, input.value))
    const words = input.kind === 'text' ? input.text : ''
    const [found, ...more] = words ? await campaignsFor(turn, words) : []
    if (found && more.length === 0) return took(await choosePlan(turn, answers, found.plan.id))
    return refused(turn, 'register.plan.unclear', { typed: words.slice(0, 60) })
  },
}

export const registrantStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.registrant.ask' satisfies TextKey)]),
  choices: ({ turn }) => capacityChoices(turn),
  async read(input, { turn, answers }) {
    if (input.kind === 'choice' && input.value === 'other')
      return took({ ...answers, forOther: true, registrant: undefined })
    const capacity = turn.person
      ? capacitiesOf(turn.person).find((one) => input.kind === 'choice' && capacityKey(one) === input.value)
      : undefined
    return capacity ? took(await chooseCapacity(turn, answers, capacity)) : refused(turn, 'register.registrant.unclear')
  },
}
