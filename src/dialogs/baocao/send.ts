import { message } from '../../chat/message.ts'
import { askOperator, operatorOf } from '../../chat/operator.ts'
import type { Turn } from '../../chat/turn.ts'
import { yearOf } from '../../domain/day.ts'
import { decide } from '../../domain/registration.ts'
import type { Report } from '../../store/report-row.ts'
import { mayWriteFor } from '../dangky/registrants.ts'
import { viewButton } from '../lifecycle/buttons.ts'
import { arrivalFor, caseOf, comesLate } from '../lifecycle/case.ts'
import { receiptOf } from '../lifecycle/receipt.ts'
import { tellReopened, tellTypedFor, tellWaiting } from '../lifecycle/tell.ts'
import { type Answers, bodyOf } from './answers.ts'
import type { Ask } from './ask.ts'
import { openQuestion } from './open-question.ts'
import { reportKind as kind } from './report-kind.ts'
import { loadReported, type ReportedPlan } from './reported-plan.ts'

type Sent = Report | 'refused'

/** Says why a draft is not sent; the draft stays. */
function refuse(turn: Turn, key: Parameters<Turn['say']>[0], values: Record<string, unknown> = {}): 'refused' {
  turn.say(key, values)
  return 'refused'
}

/** Everything is looked at again when it is sent: days may have passed since it was answered. */
async function objection(turn: Turn, answers: Answers, reported: ReportedPlan | null): Promise<'refused' | null> {
  if (!reported || reported.plan.status === 'withdrawn')
    return refuse(turn, 'reports.send.planWithdrawn', { plan: reported?.plan.shortName ?? '' })
  if (reported.deadline?.status === 'dropped')
    return refuse(turn, 'reports.send.deadlineGone', { plan: reported.plan.shortName })
  if (!answers.occasion || !(await mayWriteFor(turn, answers.occasion))) return refuse(turn, 'reports.send.notYours')
  return openQuestion(answers).step === 'preview' ? null : refuse(turn, 'reports.send.incomplete')
}

async function submit({ turn, answers, draftId }: Ask, reported: ReportedPlan, by: string): Promise<Sent> {
  const { occasion } = answers
  if (!occasion) return 'refused'
  const late = arrivalFor(reported.deadline, turn.today) === 'late'
  const sent = await turn.store.reports.submit({
    ...occasion,
    ...{ draftId, by, late, at: turn.now, year: yearOf(turn.today), operator: await operatorOf(turn) },
    personId: occasion.subject === 'person' ? (occasion.personId ?? by) : null,
    body: bodyOf(answers, reported.closing),
    lateReason: answers.lateReason ?? null,
  })
  if (sent.ok) return sent.report
  const { texts } = turn
  turn.reply(
    message(texts.t('reports.send.taken', { code: sent.taken.code }), [viewButton(texts, { kind, sent: sent.taken })]),
  )
  return 'refused'
}

async function revise({ turn, answers }: Ask, reported: ReportedPlan, by: string): Promise<Sent> {
  const { revises } = answers
  const was = revises && (await turn.store.reports.byId(revises.id))
  if (!was) return refuse(turn, 'reports.send.gone')
  const one = await caseOf(turn, kind, was)
  const moved = was.version !== revises.version || was.state !== revises.state
  const decision = decide('revise', was, one.standing, one.window)
  if (moved || !decision.ok) {
    const key = decision.ok || decision.reason !== 'closed' ? 'reports.send.moved' : 'reports.send.closed'
    return refuse(turn, key, { code: was.code, state: turn.texts.t(`register.state.${was.state}`) })
  }
  const isLate = comesLate(one)
  const { lateReason: reason } = answers
  if (isLate && reason === undefined) return refuse(turn, 'register.send.reasonWanted')
  const body = bodyOf(answers, reported.closing)
  const deed = { by, at: turn.now, operator: await operatorOf(turn) }
  const revised = await turn.store.reports.revise({
    ...{ id: was.id, seen: revises, body, ...deed },
    ...(isLate && reason !== undefined && { late: { reason } }),
  })
  return revised ?? refuse(turn, 'reports.send.gone')
}

/** Sends the draft: a report, or a new version of one; replies with the receipt and tells for whom it waits. */
export async function send(ask: Ask): Promise<'done' | 'stay'> {
  const { turn, answers } = ask
  const reported = answers.occasion ? await loadReported(turn, answers.occasion) : null
  const by = turn.person?.id
  // The session at a shared account may have ended meanwhile: whoever sits there now says so.
  if (turn.person?.shared && (await operatorOf(turn)) === null) {
    await askOperator(turn, { command: 'baocao', tail: '' })
    return 'stay'
  }
  if ((await objection(turn, answers, reported)) || !reported || !by) return 'stay'
  const sent = answers.revises ? await revise(ask, reported, by) : await submit(ask, reported, by)
  if (sent === 'refused') return 'stay'
  const about = await caseOf(turn, kind, sent)
  turn.reply(await receiptOf(turn, about))
  await tellTypedFor(turn, about)
  await tellWaiting(turn, about)
  if (answers.revises) await tellReopened(turn, about, answers.revises.state)
  return 'done'
}
