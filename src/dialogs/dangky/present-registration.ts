import type { Button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { dayOf } from '../../domain/day.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import type { Registration } from '../../store/registration-row.ts'
import { formatMoment } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { isInCharge } from '../approval/in-charge.ts'
import { describeArrival } from './arrival.ts'
import { authorButtons, decisionButtons, downloadButton, filesButton, isWritten, paperButtons } from './buttons.ts'
import { describeBody, describeMisfits } from './describe.ts'
import { currentMisfits } from './misfits.ts'
import { loadName, loadRegistrant, nameRegistrant } from './names.ts'
import { type Case, caseOf } from './standing.ts'

/** "Chờ duyệt", "Đã tiếp nhận, gửi sau thời hạn": the state as people see it. */
export function describeState(texts: Texts, { state, late }: Pick<SentPaper, 'state' | 'late'>): string {
  const name = texts.t(`register.state.${state}`)
  return late ? texts.t('register.stateLate', { state: name }) : name
}

/** Who decided last, and when; empty while nobody has. */
export async function describeDecision(turn: Turn, registration: SentPaper): Promise<string> {
  const { texts, zone } = turn
  const { state, decidedBy, decidedAt, receivedBy, receivedAt } = registration
  const received = (state === 'received' || state === 'aggregated') && receivedAt !== null
  const [by, at] = received ? [receivedBy, receivedAt] : [decidedBy, decidedAt]
  if (at === null || state === 'waiting' || state === 'withdrawn') return ''
  const key = received
    ? 'register.decision.received'
    : state === 'returned'
      ? 'register.decision.returned'
      : 'register.decision.approved'
  return texts.t(key, { by: await loadName(turn, by), moment: formatMoment(texts, at, zone) })
}

/** "Người lập: …": where somebody else typed it, or somebody who sat at a shared account. */
async function describeTypist(turn: Turn, { id, personId, typedBy, subject }: Registration): Promise<string> {
  const { texts, store } = turn
  const operator = (await store.registrations.versions(id)).at(-1)?.operator ?? null
  const name = await loadName(turn, typedBy)
  if (operator) return texts.t('register.shown.operator', { name, operator })
  return subject === 'unit' || personId !== typedBy ? texts.t('register.shown.typedBy', { name }) : ''
}

async function describe(turn: Turn, one: Case): Promise<string> {
  const { texts, zone } = turn
  const { registration, deadline } = one
  const { code, body, returnReason, state, lateReason, submittedAt, paper } = registration
  const plan = await turn.store.plans.byId(registration.planId)
  const who = nameRegistrant(texts, await loadRegistrant(turn, registration))
  const sentOn = dayOf(submittedAt, zone)
  const misfits = await currentMisfits(turn, registration)
  return [
    texts.t('register.view.title', { code, state: describeState(texts, registration) }),
    state === 'returned' && returnReason ? texts.t('register.view.reason', { reason: returnReason }) : '',
    texts.t('register.shown.plan', { plan: plan?.shortName ?? '' }),
    texts.t('register.shown.registrant', { who }),
    await describeTypist(turn, registration),
    ...describeBody(texts, body),
    misfits.length > 0 ? texts.t('register.misfit.marked', { misfits: describeMisfits(texts, misfits) }) : '',
    texts.t('register.view.sent', { moment: formatMoment(texts, submittedAt, zone) }),
    describeArrival(texts, deadline, { on: sentOn, lateReason }),
    await describeDecision(turn, registration),
    isWritten(one) && state !== 'withdrawn' ? texts.t(`register.paper.${paper}`) : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** A registration in full, with what the member of this turn may do with it; null where it is none of their business. */
export async function presentRegistration(
  turn: Turn,
  registration: Registration,
): Promise<{ text: string; buttons: Button[] } | null> {
  const one = await caseOf(turn, registration)
  const { author, approver, admin } = one.standing
  const concerned = author || approver || admin || registration.decidedBy === turn.person?.id
  if (!concerned && !(await isInCharge(turn, registration))) return null
  const buttons = [
    ...decisionButtons(turn.texts, one, { view: false }),
    ...authorButtons(turn.texts, one),
    ...paperButtons(turn.texts, one),
    ...(registration.state === 'withdrawn' ? [] : [downloadButton(turn.texts, registration)]),
    ...(registration.body.attachments.length > 0 ? [filesButton(turn.texts, registration)] : []),
  ]
  return { text: await describe(turn, one), buttons: buttons.slice(0, 6) }
}
