import { askOperator, operatorOf } from '../../chat/operator.ts'
import { yearOf } from '../../domain/day.ts'
import { decide } from '../../domain/registration.ts'
import type { Registration } from '../../store/registration-row.ts'
import { arrivalFor, caseOf } from '../lifecycle/case.ts'
import { receiptOf } from '../lifecycle/receipt.ts'
import { tellReopened, tellTypedFor, tellWaiting } from '../lifecycle/tell.ts'
import type { Ask } from './ask.ts'
import { bodyOf } from './body.ts'
import { type Campaign, loadCampaign } from './campaign.ts'
import { wantsReason } from './late.ts'
import { objection, refuse, refuseTaken } from './objection.ts'
import { registrantOf } from './registrants.ts'
import { registrationKind as kind } from './registration-kind.ts'

type Sent = Registration | 'refused'

async function submit({ turn, answers, draftId }: Ask, { plan, deadline }: Campaign, by: string): Promise<Sent> {
  const registrant = registrantOf(turn, answers.registrant ?? { subject: 'person', unitId: '' })
  const body = bodyOf(answers)
  const sent = await turn.store.registrations.submit({
    ...{ draftId, planId: plan.id, deadlineId: deadline?.id ?? null, by, body, ...registrant },
    operator: await operatorOf(turn),
    late: arrivalFor(deadline, turn.today) === 'late',
    lateReason: answers.lateReason ?? null,
    at: turn.now,
    year: yearOf(turn.today),
  })
  return sent.ok ? sent.registration : refuseTaken(turn, sent.taken, body)
}

async function revise(ask: Ask, by: string): Promise<Sent> {
  const { turn, answers } = ask
  const { revises, lateReason: reason } = answers
  const was = revises && (await turn.store.registrations.byId(revises.id))
  if (!was) return refuse(turn, 'register.send.gone')
  const { standing, window } = await caseOf(turn, kind, was)
  const moved = was.version !== revises.version || was.state !== revises.state
  if (moved || !decide('revise', was, standing, window).ok)
    return refuse(turn, 'register.send.moved', { code: was.code, state: turn.texts.t(`register.state.${was.state}`) })
  const isLate = await wantsReason(ask)
  if (isLate && reason === undefined) return refuse(turn, 'register.send.reasonWanted')
  const body = bodyOf(answers)
  const revised = await turn.store.registrations.revise({
    ...{ id: was.id, seen: revises, body, by, at: turn.now, operator: await operatorOf(turn) },
    ...(isLate && reason !== undefined && { late: { reason } }),
  })
  if (revised.ok) return revised.registration
  return 'taken' in revised ? refuseTaken(turn, revised.taken, body) : refuse(turn, 'register.send.gone')
}

/** Sends the draft: a registration, or a new version of one; replies with the receipt and tells for whom it waits. */
export async function send(ask: Ask): Promise<'done' | 'stay'> {
  const { turn, answers } = ask
  const campaign = await loadCampaign(turn, answers)
  const personId = turn.person?.id
  // The session at a shared account may have ended meanwhile: whoever sits there now says so.
  if (turn.person?.shared && (await operatorOf(turn)) === null) {
    await askOperator(turn, { command: 'dangky', tail: '' })
    return 'stay'
  }
  if ((await objection(ask, campaign)) || !campaign || !personId) return 'stay'
  const sent = answers.revises ? await revise(ask, personId) : await submit(ask, campaign, personId)
  if (sent === 'refused') return 'stay'
  const about = await caseOf(turn, kind, sent)
  turn.reply(await receiptOf(turn, about))
  await tellTypedFor(turn, about)
  await tellWaiting(turn, about)
  if (answers.revises) await tellReopened(turn, about, answers.revises.state)
  return 'done'
}
