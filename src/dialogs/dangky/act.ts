import { message } from '../../chat/message.ts'
import { operatorOf } from '../../chat/operator.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Decision, decide, type RegistrationAction } from '../../domain/registration.ts'
import type { Registration } from '../../store/registration-row.ts'
import { formatDayShort } from '../../texts/days.ts'
import { viewButton } from './buttons.ts'
import { loadApprovers, nameApprovers } from './names.ts'
import { describeDecision, describeState } from './present-registration.ts'
import { type Case, caseOf } from './standing.ts'

type Seen = { id: string; version: number }
type Acting = Exclude<RegistrationAction, 'revise'>
type Extra = { reason?: string; paper?: Registration['paper'] }

/** Says why an action does not happen, with what stands instead. */
async function explain(
  turn: Turn,
  { registration, window, approvers }: Case,
  reason: (Decision & { ok: false })['reason'],
) {
  const { texts } = turn
  const { code } = registration
  const values = {
    code,
    state: describeState(texts, registration),
    decision: await describeDecision(turn, registration),
    who: nameApprovers(texts, await loadApprovers(turn, approvers)) ?? texts.t('register.council'),
    day: window.lastDay ? formatDayShort(texts, window.lastDay) : '',
  }
  turn.reply(message(texts.t(`register.refused.${reason}`, values).trim(), [viewButton(texts, registration)]))
}

/** The case behind a button, if the action is open to the member of this turn; otherwise they are told why not. */
export async function openCase(turn: Turn, seen: Seen, action: RegistrationAction): Promise<Case | null> {
  const registration = await turn.store.registrations.byId(seen.id)
  if (!registration) {
    turn.say('register.refused.unknown')
    return null
  }
  const one = await caseOf(turn, registration)
  const decision = decide(action, registration, one.standing, one.window)
  if (!decision.ok) {
    await explain(turn, one, decision.reason)
    return null
  }
  if (registration.version === seen.version) return one
  turn.reply(
    message(turn.texts.t('register.refused.changed', { code: registration.code }), [
      viewButton(turn.texts, registration),
    ]),
  )
  return null
}

/** Moves a registration on as the rules allow; gives the new case and the state before, or null where it was explained. */
export async function act(
  turn: Turn,
  seen: Seen,
  action: Acting,
  extra: Extra = {},
): Promise<{ about: Case; was: Registration['state'] } | null> {
  const one = await openCase(turn, seen, action)
  const by = turn.person?.id
  if (!one || !by) return null
  const { registration, standing, window } = one
  const decision = decide(action, registration, standing, window)
  if (!decision.ok) return null
  const moved = await turn.store.registrations.move({
    ...{ id: registration.id, seen: registration, action, to: decision.to, by, at: turn.now },
    operator: await operatorOf(turn),
    ...extra,
  })
  if (!moved) {
    await explain(turn, one, 'state')
    return null
  }
  return { about: await caseOf(turn, moved), was: registration.state }
}
