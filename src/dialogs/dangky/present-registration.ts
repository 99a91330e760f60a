import type { Button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Registration } from '../../store/registration-row.ts'
import { formatMoment } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { isInCharge } from '../approval/in-charge.ts'
import {
  authorButtons,
  decisionButtons,
  downloadButton,
  filesButtons,
  paperReceivedButton,
} from '../lifecycle/buttons.ts'
import { type Case, caseOf, describeArrival, isWritten } from '../lifecycle/case.ts'
import { describeDecision, describeState, describeTypist } from '../lifecycle/describe.ts'
import { loadRegistrant, nameRegistrant } from '../lifecycle/names.ts'
import { describeBody } from './describe.ts'
import { markMisfits } from './misfits.ts'
import { registrationKind } from './registration-kind.ts'

async function describe(turn: Turn, one: Case<Registration>): Promise<string> {
  const { texts, zone } = turn
  const { sent } = one
  const { code, body, returnReason, state, submittedAt, paper } = sent
  const plan = await turn.store.plans.byId(sent.planId)
  const who = nameRegistrant(texts, await loadRegistrant(turn, sent))
  return [
    texts.t('register.view.title', { code, state: describeState(texts, sent) }),
    state === 'returned' && returnReason ? texts.t('register.view.reason', { reason: returnReason }) : '',
    texts.t('register.shown.plan', { plan: plan?.shortName ?? '' }),
    texts.t('register.shown.registrant', { who }),
    await describeTypist(turn, one),
    ...describeBody(texts, body),
    await markMisfits(turn, sent),
    texts.t('register.view.sent', { moment: formatMoment(texts, submittedAt, zone) }),
    describeArrival(turn, texts, one),
    await describeDecision(turn, sent),
    isWritten(one) && state !== 'withdrawn' ? texts.t(`register.paper.${paper}`) : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** The admin notes a signed paper that came after reception. */
function paperButtons(texts: Texts, one: Case<Registration>): Button[] {
  const missing = one.sent.state === 'received' && one.sent.paper !== 'received'
  return one.standing.admin && missing && isWritten(one) ? [paperReceivedButton(texts, one)] : []
}

/** A registration in full, with what the member of this turn may do with it; null where it is none of their business. */
export async function presentRegistration(
  turn: Turn,
  registration: Registration,
): Promise<{ text: string; buttons: Button[] } | null> {
  const one = await caseOf(turn, registrationKind, registration)
  const { author, approver, admin } = one.standing
  const concerned = author || approver || admin || registration.decidedBy === turn.person?.id
  if (!concerned && !(await isInCharge(turn, registration))) return null
  const { texts } = turn
  const buttons = [
    ...decisionButtons(texts, one),
    ...authorButtons(texts, one),
    ...paperButtons(texts, one),
    ...(registration.state === 'withdrawn' ? [] : [downloadButton(texts, one)]),
    ...filesButtons(texts, one),
  ]
  return { text: await describe(turn, one), buttons: buttons.slice(0, 6) }
}
