import type { Calendar } from './calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantOf } from './day.ts'
import { digestReach } from './digest.ts'
import { dayOfRung, deputyRung, headRung, reminderDays } from './ladder.ts'
import { type Ladders, ladderOf } from './ladders.ts'
import { isOpen, type Obligation } from './obligation.ts'
import { nextOccasion, type Occasion, type Reckoning } from './occasions.ts'

/** How many digests ahead are looked at: a year. */
const mostDigests = 60

type Ahead = {
  obligations: Obligation[]
  ladders: Ladders
  /** Other mornings on which something was promised. */
  mornings: Day[]
  digests: Occasion[]
}

/**
 * The next instant after one at which somebody will hear something, as things stand: a morning of a ladder, or a digest
 * near a deadline that is open. Null: nothing is ahead.
 */
export function nextEvent(
  { obligations, ladders, mornings, digests }: Ahead,
  after: Instant,
  reckoning: Reckoning,
): Instant | null {
  const { calendar, zone } = reckoning
  const open = obligations.filter(isOpen)
  const lastDays = new Set(open.flatMap(({ lastDay }) => lastDay ?? []))
  const kinds = new Map(open.map((one) => [`${one.kind} ${one.lastDay} ${one.opens ?? ''}`, one]))
  const rungs = [...kinds.values()].flatMap((one) => daysOf(one, ladders, calendar))
  const opening = [...rungs, ...mornings].map((day) => instantOf(day, calendar.hours.opens, zone))
  const told = digests.flatMap((occasion) => nextDigest(occasion, [...lastDays], after, reckoning) ?? [])
  const ahead = [...opening, ...told].filter((at) => at > after)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** The mornings of the ladder, and those on which heads and deputies hear. */
function daysOf({ kind, lastDay, opens = '' }: Obligation, ladders: Ladders, calendar: Calendar): Day[] {
  if (lastDay === null) return []
  const ladder = ladderOf(ladders, kind)
  const told = [headRung, deputyRung].map((rung) => dayOfRung(calendar, lastDay, rung, ladder.counts))
  const days = [...reminderDays(calendar, lastDay, ladder).map(({ day }) => day), ...told]
  return days.filter((day) => day > opens)
}

function nextDigest(occasion: Occasion, lastDays: Day[], after: Instant, reckoning: Reckoning): Instant | null {
  let at = nextOccasion(occasion, after, reckoning)
  for (let count = 0; at !== null && count < mostDigests; count++) {
    const day = dayOf(at, reckoning.zone)
    const [from, to] = [addDays(day, -digestReach.behind), addDays(day, digestReach.ahead)]
    if (lastDays.some((lastDay) => lastDay >= from && lastDay <= to)) return at
    at = nextOccasion(occasion, at, reckoning)
  }
  return null
}
