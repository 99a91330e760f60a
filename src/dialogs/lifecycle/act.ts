import { message } from '../../chat/message.ts'
import { operatorOf } from '../../chat/operator.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Decision, decide, type RegistrationAction, type RegistrationState } from '../../domain/registration.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { formatStillTold } from '../../texts/days.ts'
import { viewButton } from './buttons.ts'
import { type Case, caseOf } from './case.ts'
import { describeDecision, describeState } from './describe.ts'
import type { Kind } from './kind.ts'
import { loadApprovers, nameApprovers } from './names.ts'

export type Seen = { id: string; version: number }
type Acting = Exclude<RegistrationAction, 'revise'>
type Extra = { reason?: string; paper?: SentPaper['paper'] }
type Moved<P extends SentPaper> = { about: Case<P>; was: RegistrationState }

/** Says why an action does not happen, with what stands instead. */
async function explain<P extends SentPaper>(turn: Turn, one: Case<P>, reason: (Decision & { ok: false })['reason']) {
  const { texts } = turn
  const { kind, sent, window, approvers } = one
  const values = {
    code: sent.code,
    state: describeState(texts, sent),
    decision: await describeDecision(turn, sent),
    who: nameApprovers(texts, await loadApprovers(turn, approvers)) ?? texts.t('register.council'),
    day: window.lastDay ? formatStillTold(turn, window.lastDay) : '',
  }
  turn.reply(message(texts.t(`${kind.words}.refused.${reason}`, values).trim(), [viewButton(texts, one)]))
}

/** The case behind a button, if the action is open to the member of this turn; otherwise they are told why not. */
export async function openCase<P extends SentPaper>(
  turn: Turn,
  kind: Kind<P>,
  seen: Seen,
  action: RegistrationAction,
): Promise<Case<P> | null> {
  const sent = await kind.kept(turn.store).byId(seen.id)
  if (!sent) {
    turn.say(`${kind.words}.refused.unknown`)
    return null
  }
  const one = await caseOf(turn, kind, sent)
  const decision = decide(action, sent, one.standing, one.window)
  if (!decision.ok) {
    await explain(turn, one, decision.reason)
    return null
  }
  if (sent.version === seen.version) return one
  const { texts } = turn
  turn.reply(message(texts.t(`${kind.words}.refused.changed`, { code: sent.code }), [viewButton(texts, one)]))
  return null
}

/** Moves a paper on as the rules allow; gives the new case and the state before, or null where it was explained. */
export async function act<P extends SentPaper>(
  turn: Turn,
  kind: Kind<P>,
  seen: Seen,
  action: Acting,
  extra: Extra = {},
): Promise<Moved<P> | null> {
  const one = await openCase(turn, kind, seen, action)
  if (!one) return null
  const moved = await moveOn(turn, one, action, extra)
  if (!moved) await explain(turn, one, 'state')
  return moved
}

/** The same without a word where it does not happen. */
export async function moveOn<P extends SentPaper>(
  turn: Turn,
  { kind, sent, standing, window }: Case<P>,
  action: Acting,
  extra: Extra = {},
): Promise<Moved<P> | null> {
  const by = turn.person?.id
  const decision = decide(action, sent, standing, window)
  if (!by || !decision.ok) return null
  const deed = { by, at: turn.now, operator: await operatorOf(turn) }
  const change = { id: sent.id, seen: sent, action, to: decision.to, ...deed, ...extra }
  const moved = await kind.kept(turn.store).move(change)
  return moved && { about: await caseOf(turn, kind, moved), was: sent.state }
}
