import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { honoursOf, type RegistrationBody } from '../../domain/registration-body.ts'
import { isWithin } from '../../domain/registration-fit.ts'
import type { WantedFields } from '../../domain/wanted-fields.ts'
import type { Taken } from '../../store/registration-contents.ts'
import { formatDay } from '../../texts/days.ts'
import type { Answers } from './answers.ts'
import { type Ask, shorten } from './ask.ts'
import { wantedBy } from './begin.ts'
import { bodyOf } from './body.ts'
import { type Campaign, periodOf } from './campaign.ts'
import { isYearly, openQuestion } from './open-question.ts'
import { mayWriteFor } from './registrants.ts'

/** Says why a draft is not sent; the draft stays. */
export function refuse(turn: Turn, key: Parameters<Turn['say']>[0], values: Record<string, unknown> = {}): 'refused' {
  turn.say(key, values)
  return 'refused'
}

export function refuseTaken(turn: Turn, taken: Taken[], body: RegistrationBody): 'refused' {
  const { texts } = turn
  const first = taken[0]
  const contents = taken.map(({ content }) => `“${shorten(content, 60)}”`).join(', ')
  const view = first ? [button(texts.t('register.button.view'), 'dangky', 'view', { id: first.id })] : []
  const key = body.shape === 'yearly' ? 'register.send.takenYear' : 'register.send.taken'
  turn.reply(message(texts.t(key, { contents, code: first?.code ?? '' }), view))
  return 'refused'
}

/** A day that the plan, revised meanwhile, no longer allows; null where all fit. */
const dayOutside = ({ items }: RegistrationBody, campaign: Campaign): string | null =>
  items.find(({ finishDay }) => finishDay !== null && !isWithin(finishDay, periodOf(campaign)))?.finishDay ?? null

/** What the plan wants by now, though these answers do without: it may have been revised since they were given. */
function missingFields(answers: Answers, wanted: WantedFields) {
  const { items, people, title, commendation, registrant } = answers
  const isUnit = registrant?.subject === 'unit'
  const yearly = isYearly(answers)
  const ofUnitsYear = yearly && isUnit
  const missing = {
    target: !yearly && items.some(({ targets }) => !targets?.length),
    finishDay: !yearly && items.some(({ finishDay }) => !finishDay),
    people: isUnit && !people?.length,
    // A unit may register its people alone.
    title: !title && !ofUnitsYear,
    commendation: !commendation && !ofUnitsYear,
    pledge: yearly && items.length === 0,
  }
  const fields = ['target', 'finishDay', 'people', 'title', 'commendation', 'pledge'] as const
  return fields.filter((field) => wanted[field] && missing[field])
}

/** Is there nothing in a yearly registration: no title, no commendation, no pledge, no initiative, nobody on the list? */
function isEmpty(body: RegistrationBody): boolean {
  const { titles, commendations } = honoursOf(body)
  const { items, people, initiative } = body
  return titles + commendations + items.length + people.length === 0 && initiative === null
}

/** Everything is looked at again when it is sent: days may have passed since it was answered. */
export async function objection({ turn, answers }: Ask, campaign: Campaign | null): Promise<'refused' | null> {
  if (!campaign || campaign.plan.status === 'withdrawn')
    return refuse(turn, 'register.send.planWithdrawn', { plan: campaign?.plan.shortName ?? '' })
  if (campaign.plan.status === 'closed')
    return refuse(turn, 'register.send.planClosed', { plan: campaign.plan.shortName })
  if (!answers.registrant || !(await mayWriteFor(turn, answers.registrant)))
    return refuse(turn, 'register.send.notYours')
  if (answers.attaching) return refuse(turn, 'register.send.attaching', { name: answers.attaching.name })
  const wanted = wantedBy(campaign)
  const missing = missingFields(answers, wanted)
  if (missing.length > 0) {
    const fields = missing.map((step) => turn.texts.t(`register.step.${step}`)).join(', ')
    return refuse(turn, 'register.send.nowWanted', { fields })
  }
  const body = bodyOf(answers)
  const isOpen = openQuestion(answers).step !== 'preview'
  if (isOpen || isEmpty(body)) return refuse(turn, 'register.send.incomplete')
  const day = dayOutside(body, campaign)
  return day ? refuse(turn, 'register.send.dayOutside', { day: formatDay(turn.texts, day) }) : null
}
