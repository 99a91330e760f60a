import type { Turn } from '../../chat/turn.ts'
import { dayOf } from '../../domain/day.ts'
import { isPlain } from '../../domain/plain-paper.ts'
import { decide } from '../../domain/registration.ts'
import { capitalise } from '../../texts/capitalise.ts'
import type { PaperKind, Seen } from '../duyet/waiting-paper.ts'
import { act } from './act.ts'
import { arrivalFor } from './arrival.ts'
import { replyDecided } from './decided.ts'
import { describeCounts } from './describe.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'
import { type Case, caseOf, waitingForMe } from './standing.ts'
import { tellApproved, tellReturned } from './tell.ts'
import { waitingCard } from './waiting-card.ts'

function paperOf({ zone }: Turn, { registration, deadline, standing }: Case) {
  const { id, version, planId, submittedAt, state } = registration
  const arrival = arrivalFor(deadline, dayOf(submittedAt, zone))
  // What comes to an admin without a head between is taken in, not approved: with or without its signed paper.
  const plain = state === 'waiting' && !standing.admin && isPlain(registration, arrival)
  return { kind: 'registration', id, version, planId, sentAt: submittedAt, plain }
}

async function approveQuietly(turn: Turn, { id, version }: Seen): Promise<boolean> {
  const registration = await turn.store.registrations.byId(id)
  if (!registration || registration.version !== version || !turn.person) return false
  const { standing, window } = await caseOf(turn, registration)
  const decision = decide('approve', registration, standing, window)
  if (!decision.ok) return false
  const by = { by: turn.person.id, at: turn.now }
  const move = { id, seen: registration, action: 'approve' as const, to: decision.to, ...by }
  const moved = await turn.store.registrations.move(move)
  if (moved) await tellApproved(turn, await caseOf(turn, moved))
  return moved !== null
}

/** Registrations as /duyet knows papers. */
export const registrationPapers: PaperKind = {
  waiting: async (turn) => (await waitingForMe(turn)).map((one) => paperOf(turn, one)),
  async card(turn, id) {
    const registration = await turn.store.registrations.byId(id)
    return registration && waitingCard(turn, await caseOf(turn, registration))
  },
  async line(turn, id) {
    const registration = await turn.store.registrations.byId(id)
    if (!registration) return ''
    const who = capitalise(nameRegistrant(turn.texts, await loadRegistrant(turn, registration)))
    const counts = describeCounts(turn.texts, registration.body)
    return turn.texts.t('register.approveAll.line', { who, code: registration.code, counts })
  },
  approve: approveQuietly,
  async giveBack(turn, seen, reason) {
    const done = await act(turn, seen, 'return', { reason })
    if (!done) return
    await tellReturned(turn, done.about)
    await replyDecided(turn, 'returned', done.about)
  },
}
