import type { Turn } from '../../chat/turn.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { dayOf } from '../../domain/day.ts'
import { decide } from '../../domain/registration.ts'
import { isPlainReport, reportRows } from '../../domain/report.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay } from '../../texts/days.ts'
import { loadName, loadRegistrant, nameRegistrant } from '../dangky/names.ts'
import type { PaperKind, Seen, WaitingPaper } from '../duyet/waiting-paper.ts'
import { act } from './act.ts'
import { decisionButtons, viewButton } from './buttons.ts'
import { arrivalFor, type Case, caseOf, describeArrival, isWritten, waitingForMe } from './case.ts'
import { replyDecided } from './decided.ts'
import { describeBody, describeTotals } from './describe.ts'
import { namePlan } from './present-report.ts'
import { tellApproved, tellReturned } from './tell.ts'

const kind = 'report'

function paperOf({ zone }: Turn, { report, deadline, standing }: Case): WaitingPaper {
  const { id, version, planId, submittedAt, state, body } = report
  const inTime = arrivalFor(deadline, dayOf(submittedAt, zone)) === 'in_time'
  // What comes to an admin without a head between is taken in, not approved: with or without its signed paper.
  const plain = state === 'waiting' && !standing.admin && inTime && isPlainReport(body)
  return { kind, id, version, planId, sentAt: submittedAt, plain }
}

async function describeWaiting(turn: Turn, one: Case): Promise<string[]> {
  const { texts, calendar, today } = turn
  const { report, deadline } = one
  const { state, decidedBy, code, paper, body } = report
  const who = capitalise(nameRegistrant(texts, await loadRegistrant(turn, report)))
  const lastDay = deadline?.deadline.lastDay
  const day = lastDay && lastDay >= today ? formatDay(texts, workdayOnOrBefore(calendar, lastDay)) : null
  const until = day === null ? '.' : texts.t('register.tell.until', { day })
  const lines = [
    texts.t('reports.waiting.one', { who, code, until }),
    texts.t('register.shown.plan', { plan: await namePlan(turn, texts, report) }),
    ...describeBody(texts, body),
    describeArrival(turn, texts, one),
    state === 'approved' ? texts.t('register.waiting.approvedBy', { by: await loadName(turn, decidedBy) }) : '',
    state === 'approved' && isWritten(one) ? texts.t(`register.paper.${paper}`) : '',
  ]
  return lines.filter((line) => line !== '')
}

async function approveQuietly(turn: Turn, { id, version }: Seen): Promise<boolean> {
  const report = await turn.store.reports.byId(id)
  if (!report || report.version !== version || !turn.person) return false
  const { standing, window } = await caseOf(turn, report)
  const decision = decide('approve', report, standing, window)
  if (!decision.ok) return false
  const by = { by: turn.person.id, at: turn.now }
  const moved = await turn.store.reports.move({ id, seen: report, action: 'approve', to: decision.to, ...by })
  if (moved) await tellApproved(turn, await caseOf(turn, moved))
  return moved !== null
}

/** Reports as /duyet knows papers. */
export const reportPapers: PaperKind = {
  waiting: async (turn) => (await waitingForMe(turn)).map((one) => paperOf(turn, one)),
  async card(turn, id) {
    const report = await turn.store.reports.byId(id)
    if (!report) return null
    const one = await caseOf(turn, report)
    const buttons = [...decisionButtons(turn.texts, one), viewButton(turn.texts, report)]
    return { lines: await describeWaiting(turn, one), buttons }
  },
  async line(turn, id) {
    const report = await turn.store.reports.byId(id)
    if (!report) return ''
    const { texts } = turn
    const who = capitalise(nameRegistrant(texts, await loadRegistrant(turn, report)))
    const counts = describeTotals(texts, reportRows(report.body))
    return texts.t('register.approveAll.line', { who, code: report.code, counts })
  },
  approve: approveQuietly,
  async giveBack(turn, seen, reason) {
    const done = await act(turn, seen, 'return', { reason })
    if (!done) return
    await tellReturned(turn, done.about)
    await replyDecided(turn, 'returned', done.about)
  },
}
