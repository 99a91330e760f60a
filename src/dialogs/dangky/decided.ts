import type { Turn } from '../../chat/turn.ts'
import { replyAndNext } from '../duyet/show-waiting.ts'
import { arrivalButton, viewButton } from './buttons.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'
import type { Case } from './standing.ts'

/** Confirms a decision to who made it, with the next paper that waits for them. */
export async function replyDecided(
  turn: Turn,
  outcome: 'approved' | 'returned' | 'received' | 'receivedPlain' | 'receivedSigned',
  { registration }: Case,
): Promise<void> {
  const { texts } = turn
  const who = nameRegistrant(texts, await loadRegistrant(turn, registration))
  const done = texts.t(`register.decided.${outcome}`, { code: registration.code, who })
  const arrival = outcome === 'receivedSigned' ? [arrivalButton(texts, registration)] : []
  await replyAndNext(turn, done, registration.id, [viewButton(texts, registration)], arrival)
}
