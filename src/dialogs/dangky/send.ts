import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { yearOf } from '../../domain/day.ts'
import { decide } from '../../domain/registration.ts'
import type { RegistrationBody } from '../../domain/registration-body.ts'
import type { WantedFields } from '../../domain/wanted-fields.ts'
import type { Taken } from '../../store/registration-contents.ts'
import type { Registration } from '../../store/registration-row.ts'
import { formatDay } from '../../texts/days.ts'
import { type Answers, bodyOf, openQuestion } from './answers.ts'
import { arrivalFor } from './arrival.ts'
import { type Ask, shorten } from './ask.ts'
import { wantedOf } from './begin.ts'
import { type Campaign, loadCampaign, periodOf } from './campaign.ts'
import { receiptOf } from './receipt.ts'
import { mayRegister } from './registrants.ts'
import { caseOf } from './standing.ts'
import { tellReopened, tellWaiting } from './tell.ts'

type Sent = Registration | 'refused'

/** Says why a draft is not sent; the draft stays. */
function refuse(turn: Turn, key: Parameters<Turn['say']>[0], values: Record<string, unknown> = {}): 'refused' {
  turn.say(key, values)
  return 'refused'
}

function refuseTaken(turn: Turn, taken: Taken[]): 'refused' {
  const { texts } = turn
  const first = taken[0]
  const contents = taken.map(({ content }) => `“${shorten(content, 60)}”`).join(', ')
  const view = first ? [button(texts.t('register.button.view'), 'dangky', 'view', { id: first.id })] : []
  turn.reply(message(texts.t('register.send.taken', { contents, code: first?.code ?? '' }), view))
  return 'refused'
}

/** A day that the plan, revised meanwhile, no longer allows; null where all fit. */
function dayOutside(body: RegistrationBody, campaign: Campaign): string | null {
  const { start, end } = periodOf(campaign) ?? { start: null, end: null }
  const outside = ({ finishDay }: RegistrationBody['items'][number]) =>
    finishDay !== null && ((start !== null && finishDay < start) || (end !== null && finishDay > end))
  return body.items.find(outside)?.finishDay ?? null
}

/** What the plan wants by now, though these answers do without: it may have been revised since they were given. */
function missingFields(answers: Answers, wanted: WantedFields) {
  const { items, people, title, commendation, registrant } = answers
  const missing = {
    target: items.some(({ targets }) => !targets?.length),
    finishDay: items.some(({ finishDay }) => !finishDay),
    people: registrant?.subject === 'unit' && !people?.length,
    title: !title,
    commendation: !commendation,
  }
  const fields = ['target', 'finishDay', 'people', 'title', 'commendation'] as const
  return fields.filter((field) => wanted[field] && missing[field])
}

/** Everything is looked at again when it is sent: days may have passed since it was answered. */
async function objection(turn: Turn, answers: Answers, campaign: Campaign | null): Promise<'refused' | null> {
  if (!campaign || campaign.plan.status === 'withdrawn')
    return refuse(turn, 'register.send.planWithdrawn', { plan: campaign?.plan.shortName ?? '' })
  if (campaign.plan.status === 'closed')
    return refuse(turn, 'register.send.planClosed', { plan: campaign.plan.shortName })
  if (!turn.person || !answers.registrant || !mayRegister(turn.person, answers.registrant))
    return refuse(turn, 'register.send.notYours')
  if (openQuestion(answers).step !== 'preview') return refuse(turn, 'register.send.incomplete')
  const missing = missingFields(answers, await wantedOf(turn, answers.registrant, campaign.plan.id))
  if (missing.length > 0) {
    const fields = missing.map((step) => turn.texts.t(`register.step.${step}`)).join(', ')
    return refuse(turn, 'register.send.nowWanted', { fields })
  }
  const day = dayOutside(bodyOf(answers), campaign)
  return day ? refuse(turn, 'register.send.dayOutside', { day: formatDay(turn.texts, day) }) : null
}

async function submit({ turn, answers, draftId }: Ask, { plan, deadline }: Campaign, by: string): Promise<Sent> {
  const { subject, unitId } = answers.registrant ?? { subject: 'person', unitId: '' }
  const sent = await turn.store.registrations.submit({
    ...{ draftId, planId: plan.id, deadlineId: deadline?.id ?? null, subject, unitId, by },
    personId: subject === 'person' ? by : null,
    body: bodyOf(answers),
    late: arrivalFor(deadline, turn.today) === 'late',
    lateReason: answers.lateReason ?? null,
    at: turn.now,
    year: yearOf(turn.today),
  })
  return sent.ok ? sent.registration : refuseTaken(turn, sent.taken)
}

async function revise({ turn, answers }: Ask, by: string): Promise<Sent> {
  const { revises } = answers
  const was = revises && (await turn.store.registrations.byId(revises.id))
  if (!was) return refuse(turn, 'register.send.gone')
  const { standing, window } = await caseOf(turn, was)
  const moved = was.version !== revises.version || was.state !== revises.state
  const decision = decide('revise', was, standing, window)
  if (moved || !decision.ok) {
    const key = decision.ok || decision.reason !== 'closed' ? 'register.send.moved' : 'register.send.closed'
    return refuse(turn, key, { code: was.code, state: turn.texts.t(`register.state.${was.state}`) })
  }
  const change = { id: was.id, seen: revises, body: bodyOf(answers), by, at: turn.now }
  const revised = await turn.store.registrations.revise(change)
  if (revised.ok) return revised.registration
  return 'taken' in revised ? refuseTaken(turn, revised.taken) : refuse(turn, 'register.send.gone')
}

/** Sends the draft: a registration, or a new version of one; replies with the receipt and tells for whom it waits. */
export async function send(ask: Ask): Promise<'done' | 'stay'> {
  const { turn, answers } = ask
  const campaign = await loadCampaign(turn, answers)
  const personId = turn.person?.id
  if ((await objection(turn, answers, campaign)) || !campaign || !personId) return 'stay'
  const sent = answers.revises ? await revise(ask, personId) : await submit(ask, campaign, personId)
  if (sent === 'refused') return 'stay'
  const about = await caseOf(turn, sent)
  turn.reply(await receiptOf(turn, about))
  await tellWaiting(turn, about)
  if (answers.revises) await tellReopened(turn, about, answers.revises.state)
  return 'done'
}
