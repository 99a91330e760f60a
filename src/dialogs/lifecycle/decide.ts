import type { Turn } from '../../chat/turn.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { replyAndNext } from '../duyet/show-waiting.ts'
import { act, type Seen } from './act.ts'
import { arrivalButton, viewButton } from './buttons.ts'
import { type Case, isWritten } from './case.ts'
import type { Kind } from './kind.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'
import { tellApproved, tellReceived, tellReturned } from './tell.ts'

type Outcome = 'approved' | 'returned' | 'received' | 'receivedPlain' | 'receivedSigned'

/** Confirms a decision to who made it, with the next paper that waits for them. */
async function replyDecided<P extends SentPaper>(turn: Turn, outcome: Outcome, about: Case<P>): Promise<void> {
  const { texts } = turn
  const { kind, sent } = about
  const who = nameRegistrant(texts, await loadRegistrant(turn, sent))
  const done = texts.t(`${kind.words}.decided.${outcome}`, { code: sent.code, who })
  const arrival = outcome === 'receivedSigned' ? [arrivalButton(texts, about)] : []
  await replyAndNext(turn, done, sent.id, [viewButton(texts, about)], arrival)
}

/** Approves a paper, tells those it concerns and answers; where it does not happen it says why. */
export async function approve<P extends SentPaper>(turn: Turn, kind: Kind<P>, seen: Seen): Promise<void> {
  const done = await act(turn, kind, seen, 'approve')
  if (!done) return
  await tellApproved(turn, done.about)
  await replyDecided(turn, 'approved', done.about)
}

/** Asks for completion with a reason, likewise. */
export async function giveBack<P extends SentPaper>(turn: Turn, kind: Kind<P>, seen: Seen, reason: string) {
  const done = await act(turn, kind, seen, 'return', { reason })
  if (!done) return
  await tellReturned(turn, done.about)
  await replyDecided(turn, 'returned', done.about)
}

/** Takes a paper in, with the signed one or without, likewise. */
export async function receive<P extends SentPaper>(turn: Turn, kind: Kind<P>, seen: Seen, signed: boolean) {
  const done = await act(turn, kind, seen, 'receive', signed ? { paper: 'received' } : {})
  if (!done) return
  await tellReceived(turn, done.about)
  const plain = isWritten(done.about) ? 'received' : 'receivedPlain'
  await replyDecided(turn, signed ? 'receivedSigned' : plain, done.about)
}
