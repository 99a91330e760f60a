import { type Day, daysBetween, yearOf } from '../domain/day.ts'
import type { Deadline } from '../domain/plan.ts'
import type { Doubt } from './time/doubt.ts'

const doubt: Doubt = 'year_contradicts'
const farDays = 365
const nearDays = 45

/** Would the second be close to the first if it stood in the first's year? Then one of the years is a slip of the pen. */
const slipped = (a: Day, b: Day): boolean => {
  if (yearOf(a) === yearOf(b) || Math.abs(daysBetween(a, b)) < 300) return false
  const moved = `${a.slice(0, 5)}${b.slice(5)}`
  const day = moved.endsWith('02-29') ? moved.replace('02-29', '02-28') : moved
  return Math.abs(daysBetween(a, day)) <= nearDays
}

/** Reports follow the campaign's end within so many days. */
const afterwards = 120
const isSoonAfter = (on: Day, end: Day | null): boolean => end !== null && daysBetween(end, on) <= afterwards

const firm = ({ on, precision }: Deadline): boolean => on !== null && precision === 'day'

/** Marks days whose year contradicts the day of issue (save where the campaign itself runs so long) or the neighbours in their section. The printed day stays. */
export function checkYears(deadlines: Deadline[], issuedOn: Day | null, campaignEnd: Day | null = null): Deadline[] {
  const contradicts = (one: Deadline, i: number): boolean => {
    if (!one.on || !firm(one) || one.expired || one.recurrence) return false
    const far = issuedOn !== null && daysBetween(issuedOn, one.on) > farDays && !isSoonAfter(one.on, campaignEnd)
    const early = issuedOn !== null && one.on < issuedOn && (one.relation === 'before' || one.relation === 'by')
    const next = deadlines[i + 1]
    const beside = next?.on && firm(next) && next.section === one.section && slipped(next.on, one.on)
    return far || early || Boolean(beside)
  }
  return deadlines.map((one, i) => {
    if (!contradicts(one, i)) return one
    return { ...one, confidence: Math.min(one.confidence, 0.6), reason: one.reason ?? doubt }
  })
}
