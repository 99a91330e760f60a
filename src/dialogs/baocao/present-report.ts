import { type Button, button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Report } from '../../store/report-row.ts'
import { formatFull, formatMoment } from '../../texts/days.ts'
import { formatRound } from '../../texts/rounds.ts'
import type { Texts } from '../../texts/texts.ts'
import { isInCharge } from '../approval/in-charge.ts'
import { authorButtons, decisionButtons, downloadButton, filesButtons } from '../lifecycle/buttons.ts'
import { type Case, caseOf, describeArrival, isWritten } from '../lifecycle/case.ts'
import { describeDecision, describeState, describeTypist } from '../lifecycle/describe.ts'
import { loadRegistrant, nameRegistrant } from '../lifecycle/names.ts'
import { describeBody } from './describe.ts'
import { reportKind } from './report-kind.ts'

/** "thi đua 120 năm thành lập tỉnh, kỳ quý I/2024". */
export async function namePlan(
  { store }: Pick<Turn, 'store'>,
  texts: Texts,
  { planId, round }: Report,
): Promise<string> {
  const plan = (await store.plans.byId(planId))?.shortName ?? ''
  return round === null ? plan : texts.t('reports.occasion.round', { plan, round: formatRound(texts, round) })
}

function describePaper(texts: Texts, one: Case<Report>): string {
  const { arrival, paper, state } = one.sent
  if (arrival) {
    const key = arrival.number === null ? 'reports.arrived.unnumbered' : 'reports.arrived.numbered'
    return texts.t(key, { day: formatFull(arrival.day), number: arrival.number })
  }
  return isWritten(one) && state !== 'withdrawn' ? texts.t(`register.paper.${paper}`) : ''
}

async function describe(turn: Turn, one: Case<Report>): Promise<string> {
  const { texts, zone } = turn
  const { sent: report } = one
  const { code, body, returnReason, state, submittedAt } = report
  const who = nameRegistrant(texts, await loadRegistrant(turn, report))
  const lines = [
    texts.t('reports.view.title', { code, state: describeState(texts, report) }),
    state === 'returned' && returnReason ? texts.t('register.view.reason', { reason: returnReason }) : '',
    texts.t('register.shown.plan', { plan: await namePlan(turn, texts, report) }),
    texts.t('reports.shown.reporter', { who }),
    await describeTypist(turn, one),
    ...describeBody(texts, body),
    texts.t('register.view.sent', { moment: formatMoment(texts, submittedAt, zone) }),
    describeArrival(turn, texts, one),
    await describeDecision(turn, report),
    describePaper(texts, one),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** The admin notes the paper that came by hand, with number, day and scan. */
function paperButtons(texts: Texts, { sent, standing }: Case<Report>): Button[] {
  const missing = sent.state !== 'withdrawn' && sent.arrival === null
  return standing.admin && missing
    ? [button(texts.t('reports.button.onPaper'), 'nhangiay', 'paper', { kind: 'report', id: sent.id })]
    : []
}

/** A report in full, with what the member of this turn may do with it; null where it is none of their business. */
export async function presentReport(turn: Turn, report: Report): Promise<{ text: string; buttons: Button[] } | null> {
  const one = await caseOf(turn, reportKind, report)
  const { author, approver, admin } = one.standing
  const concerned = author || approver || admin || report.decidedBy === turn.person?.id
  if (!concerned && !(await isInCharge(turn, report))) return null
  const { texts } = turn
  const download = report.state === 'withdrawn' ? [] : [downloadButton(texts, one)]
  const mine = [...decisionButtons(texts, one), ...authorButtons(texts, one)]
  const buttons = [...mine, ...download, ...filesButtons(texts, one), ...paperButtons(texts, one)]
  return { text: await describe(turn, one), buttons: buttons.slice(0, 6) }
}
