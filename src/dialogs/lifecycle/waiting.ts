import type { Turn } from '../../chat/turn.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { capitalise } from '../../texts/capitalise.ts'
import type { PaperKind } from '../duyet/waiting-paper.ts'
import { moveOn, openCase, type Seen } from './act.ts'
import { decisionButtons, filesButtons, viewButton } from './buttons.ts'
import { type Case, caseOf, describeArrival, isWritten, waitingForMe } from './case.ts'
import { approve, giveBack, receive } from './decide.ts'
import type { Kind } from './kind.ts'
import { loadName, loadRegistrant, nameRegistrant } from './names.ts'
import { notePaper } from './note-paper.ts'
import { tellApproved, untilText } from './tell.ts'

/** What each kind says of its papers in its own way. */
type Own<P extends SentPaper> = {
  /** May it be approved unread with others of its plan: complete, in time, without a note? */
  isPlain(turn: Turn, one: Case<P>): boolean
  /** The plan it is about (with its round), in words. */
  planOf(turn: Turn, sent: P): Promise<string>
  /** What it holds, line by line, with what of it no longer fits. */
  body(turn: Turn, sent: P): Promise<string[]>
}

async function describeWaiting<P extends SentPaper>(turn: Turn, one: Case<P>, own: Own<P>): Promise<string[]> {
  const { texts } = turn
  const { kind, sent } = one
  const { code, state, decidedBy, paper } = sent
  const who = capitalise(nameRegistrant(texts, await loadRegistrant(turn, sent)))
  const arrival = describeArrival(turn, texts, one)
  const values = {
    who,
    code,
    counts: kind.counts(texts, sent),
    until: arrival === '' ? untilText(turn, texts, one) : '.',
  }
  const lines = [
    texts.t(`${kind.words}.waiting.one`, values),
    texts.t('register.shown.plan', { plan: await own.planOf(turn, sent) }),
    ...(await own.body(turn, sent)),
    arrival,
    state === 'approved' ? texts.t('register.waiting.approvedBy', { by: await loadName(turn, decidedBy) }) : '',
    state === 'approved' && isWritten(one) ? texts.t(`register.paper.${paper}`) : '',
  ]
  return lines.filter((line) => line !== '')
}

async function approveQuietly<P extends SentPaper>(turn: Turn, kind: Kind<P>, { id, version }: Seen): Promise<boolean> {
  const sent = await kind.kept(turn.store).byId(id)
  if (!sent || sent.version !== version) return false
  const moved = await moveOn(turn, await caseOf(turn, kind, sent), 'approve')
  if (moved) await tellApproved(turn, moved.about)
  return moved !== null
}

/** Papers of a kind as /duyet knows them. */
export function toPaperKind<P extends SentPaper>(kind: Kind<P>, own: Own<P>): PaperKind {
  const find = (turn: Turn, id: string) => kind.kept(turn.store).byId(id)
  return {
    waiting: async (turn) =>
      (await waitingForMe(turn, kind)).map((one) => {
        const { id, version, planId, submittedAt, state } = one.sent
        // What comes to an admin without a head between is taken in, not approved: with or without its signed paper.
        const plain = state === 'waiting' && !one.standing.admin && own.isPlain(turn, one)
        return { kind: kind.table, id, version, planId, sentAt: submittedAt, plain }
      }),
    async card(turn, id) {
      const sent = await find(turn, id)
      if (!sent) return null
      const one = await caseOf(turn, kind, sent)
      const { texts } = turn
      const buttons = [...decisionButtons(texts, one), viewButton(texts, one), ...filesButtons(texts, one)]
      return { lines: await describeWaiting(turn, one, own), buttons }
    },
    async line(turn, id) {
      const sent = await find(turn, id)
      if (!sent) return ''
      const { texts } = turn
      const who = capitalise(nameRegistrant(texts, await loadRegistrant(turn, sent)))
      return texts.t('register.approveAll.line', { who, code: sent.code, counts: kind.counts(texts, sent) })
    },
    approveQuietly: (turn, seen) => approveQuietly(turn, kind, seen),
    approve: (turn, seen) => approve(turn, kind, seen),
    async askBack(turn, seen) {
      const one = await openCase(turn, kind, seen, 'return')
      if (one) await turn.begin('hoanthien', { ...seen, kind: kind.table, code: one.sent.code })
    },
    giveBack: (turn, seen, reason) => giveBack(turn, kind, seen, reason),
    receive: (turn, seen, signed) => receive(turn, kind, seen, signed),
    takePaper: (turn, seen) => notePaper(turn, kind, seen, 'received'),
  }
}
