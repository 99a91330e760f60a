import type { Turn } from '../../chat/turn.ts'
import { loadRegistrant, nameRegistrant } from '../dangky/names.ts'
import { replyAndNext } from '../duyet/show-waiting.ts'
import { viewButton } from './buttons.ts'
import type { Case } from './case.ts'

/** Confirms a decision to who made it, with the next paper that waits for them. */
export async function replyDecided(
  turn: Turn,
  outcome: 'approved' | 'returned' | 'received' | 'receivedPlain' | 'receivedSigned',
  { report }: Case,
): Promise<void> {
  const { texts } = turn
  const who = nameRegistrant(texts, await loadRegistrant(turn, report))
  const done = texts.t(`reports.decided.${outcome}`, { code: report.code, who })
  await replyAndNext(turn, done, report.id, [viewButton(texts, report)])
}
