import { fold } from './fold.ts'
import type { Deadline } from './plan.ts'

/** A deadline that is kept, with its place in the store. */
export type KeptDeadline = { id: string; deadline: Deadline }
/** How the deadlines of a new text stand to those kept: which is which, what is new, what is gone. */
export type RevisionDiff = {
  same: { id: string; was: Deadline; deadline: Deadline; moved: boolean }[]
  added: Deadline[]
  gone: KeptDeadline[]
}

/** Has the time of a deadline changed, so that reminders and people must follow? */
export function isMoved(was: Deadline, now: Deadline): boolean {
  const time = ({ on, from, relation, lastDay, time, event }: Deadline) =>
    JSON.stringify([on, from, relation, lastDay, time, event])
  return time(was) !== time(now)
}

/** Pairs each deadline of a new text with the most similar one kept, by kind, task, place and words; days do not count. */
export function diffDeadlines(kept: KeptDeadline[], next: Deadline[]): RevisionDiff {
  const pairs = next
    .flatMap((deadline) => kept.map((old) => ({ deadline, old, score: similarity(old.deadline, deadline) })))
    .filter(({ score }) => score >= similarFrom)
    .sort((one, other) => other.score - one.score)
  const same = new Map<Deadline, KeptDeadline>()
  const taken = new Set<string>()
  for (const { deadline, old } of pairs) {
    if (same.has(deadline) || taken.has(old.id)) continue
    same.set(deadline, old)
    taken.add(old.id)
  }
  return {
    same: next.flatMap((deadline) => {
      const old = same.get(deadline)
      return old ? [{ id: old.id, was: old.deadline, deadline, moved: isMoved(old.deadline, deadline) }] : []
    }),
    added: next.filter((deadline) => !same.has(deadline)),
    gone: kept.filter(({ id }) => !taken.has(id)),
  }
}

/**
 * What a document that only changes a plan does to it: a deadline that it names moves, be it the only one of its kind or
 * the most similar; what it does not name stays.
 */
export function diffAmendment(kept: KeptDeadline[], next: Deadline[]): RevisionDiff {
  const similar = diffDeadlines(kept, next)
  const lone = (deadline: Deadline) => {
    const [old, ...others] = kept.filter((one) => one.deadline.kind === deadline.kind)
    const taken = similar.same.some(({ id }) => id === old?.id)
    const alone = next.filter(({ kind }) => kind === deadline.kind).length === 1
    return old && others.length === 0 && alone && !taken ? old : null
  }
  const found = similar.added.map((deadline) => ({ deadline, old: lone(deadline) }))
  const pairs = [
    ...similar.same.map(({ id, was, deadline }) => ({ id, was, deadline })),
    ...found.flatMap(({ deadline, old }) => (old ? [{ id: old.id, was: old.deadline, deadline }] : [])),
  ]
  return {
    same: pairs.map((pair) => ({ ...pair, moved: isMoved(pair.was, pair.deadline) })),
    added: found.flatMap(({ deadline, old }) => (old ? [] : [deadline])),
    gone: [],
  }
}

const similarFrom = 1

function similarity(one: Deadline, other: Deadline): number {
  if (one.kind !== other.kind || one.exceptional !== other.exceptional) return 0
  const place = one.section !== '' && one.section === other.section ? 1 : 0
  return (
    place +
    commonWords(one.task, other.task) +
    commonWords(one.actor, other.actor) / 2 +
    commonWords(one.quote, other.quote)
  )
}

/** The share of words (numbers aside) that two texts have in common, 0 … 1. */
function commonWords(one: string | null, other: string | null): number {
  const words = (text: string | null) =>
    new Set(
      fold(text ?? '')
        .split(' ')
        .filter((word) => /^\p{L}/u.test(word)),
    )
  const [mine, theirs] = [words(one), words(other)]
  const all = new Set([...mine, ...theirs]).size
  return all === 0 ? 0 : [...mine].filter((word) => theirs.has(word)).length / all
}
