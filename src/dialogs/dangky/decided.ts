import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { nextButton, viewButton } from './buttons.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'
import { type Case, waitingForMe } from './standing.ts'

/** Confirms a decision to who made it, with what still waits for them. */
export async function replyDecided(
  turn: Turn,
  outcome: 'approved' | 'returned' | 'received' | 'receivedPlain' | 'receivedSigned',
  { registration }: Case,
): Promise<void> {
  const { texts } = turn
  const who = nameRegistrant(texts, await loadRegistrant(turn, registration))
  const left = (await waitingForMe(turn)).length
  const done = texts.t(`register.decided.${outcome}`, { code: registration.code, who })
  const rest = left > 0 ? texts.t('register.decided.left', { count: left }) : texts.t('register.decided.none')
  const next = left > 0 ? [nextButton(texts, registration.id)] : []
  turn.reply(message(`${done}\n${rest}`, [...next, viewButton(texts, registration)]))
}
