import { type Calendar, workdayOnOrBefore } from './calendar.ts'
import type { Day } from './day.ts'
import { dayOfRung, deputyRung, headRung, newestRung, overdue, quieterLadder, type Rung, type Since } from './ladder.ts'
import { type Ladders, ladderOf } from './ladders.ts'
import type { DeadlineKind } from './plan.ts'

/** What this morning is to a deadline: its rung, that of who wants fewer, and whether heads and deputies hear. */
export type MorningOf = {
  rung: Rung | null
  quietRung: Rung | null
  isHeads: boolean
  isDeputies: boolean
  isOverdue: boolean
  /** The working day that people are told as the last: on it nobody is left without a word. */
  isLast: boolean
}

type Dated = {
  kind: DeadlineKind
  lastDay: Day
  /** Of what comes again: the last safe day of the round before, until which only that one is spoken of. */
  opens?: Day | undefined
}
type Reckoned = Since & { calendar: Calendar; ladders: Ladders }

/** Says what this morning is to a deadline; each last safe day of a kind is reckoned once. */
export function createMornings(reckoned: Reckoned): (of: Dated) => MorningOf {
  const known = new Map<string, MorningOf>()
  return (of) => {
    const key = `${of.kind} ${of.lastDay} ${of.opens ?? ''}`
    const found = known.get(key) ?? reckon(of, reckoned)
    known.set(key, found)
    return found
  }
}

/** Is there anything about this morning that somebody may have to hear? */
export const isMorning = ({ rung, isHeads, isDeputies }: MorningOf): boolean => rung !== null || isHeads || isDeputies

function reckon({ kind, lastDay, opens }: Dated, { calendar, ladders, since: last, today }: Reckoned): MorningOf {
  const ladder = ladderOf(ladders, kind)
  const since = opens !== undefined && opens > last ? opens : last
  const falls = (rung: Rung) => {
    const day = dayOfRung(calendar, lastDay, rung, ladder.counts)
    return day > since && day <= today && today <= lastDay
  }
  const rung = newestRung(calendar, lastDay, { since, today }, ladder)
  return {
    rung,
    quietRung: newestRung(calendar, lastDay, { since, today }, quieterLadder(ladder)),
    isHeads: falls(headRung),
    isDeputies: falls(deputyRung),
    isOverdue: rung === overdue,
    isLast: workdayOnOrBefore(calendar, lastDay) === today,
  }
}
