import { message } from '../../chat/message.ts'
import { operatorOf } from '../../chat/operator.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Decision, decide, type RegistrationAction } from '../../domain/registration.ts'
import type { Report } from '../../store/report-row.ts'
import { formatDayShort } from '../../texts/days.ts'
import { loadApprovers, nameApprovers } from '../dangky/names.ts'
import { describeDecision, describeState } from '../dangky/present-registration.ts'
import { viewButton } from './buttons.ts'
import { type Case, caseOf } from './case.ts'

type Seen = { id: string; version: number }
type Acting = Exclude<RegistrationAction, 'revise'>
type Extra = { reason?: string; paper?: Report['paper'] }

/** Says why an action does not happen, with what stands instead. */
async function explain(turn: Turn, { report, window, approvers }: Case, reason: (Decision & { ok: false })['reason']) {
  const { texts } = turn
  const values = {
    code: report.code,
    state: describeState(texts, report),
    decision: await describeDecision(turn, report),
    who: nameApprovers(texts, await loadApprovers(turn, approvers)) ?? texts.t('register.council'),
    day: window.lastDay ? formatDayShort(texts, window.lastDay) : '',
  }
  turn.reply(message(texts.t(`reports.refused.${reason}`, values).trim(), [viewButton(texts, report)]))
}

/** The case behind a button, if the action is open to the member of this turn; otherwise they are told why not. */
export async function openCase(turn: Turn, seen: Seen, action: RegistrationAction): Promise<Case | null> {
  const report = await turn.store.reports.byId(seen.id)
  if (!report) {
    turn.say('reports.refused.unknown')
    return null
  }
  const one = await caseOf(turn, report)
  const decision = decide(action, report, one.standing, one.window)
  if (!decision.ok) {
    await explain(turn, one, decision.reason)
    return null
  }
  if (report.version === seen.version) return one
  turn.reply(message(turn.texts.t('reports.refused.changed', { code: report.code }), [viewButton(turn.texts, report)]))
  return null
}

/** Moves a report on as the rules allow; gives the new case and the state before, or null where it was explained. */
export async function act(
  turn: Turn,
  seen: Seen,
  action: Acting,
  extra: Extra = {},
): Promise<{ about: Case; was: Report['state'] } | null> {
  const one = await openCase(turn, seen, action)
  const by = turn.person?.id
  if (!one || !by) return null
  const { report, standing, window } = one
  const decision = decide(action, report, standing, window)
  if (!decision.ok) return null
  const deed = { by, at: turn.now, operator: await operatorOf(turn) }
  const change = { id: report.id, seen: report, action, to: decision.to, ...deed }
  const moved = await turn.store.reports.move({ ...change, ...extra })
  if (!moved) {
    await explain(turn, one, 'state')
    return null
  }
  return { about: await caseOf(turn, moved), was: report.state }
}
