import type { Day } from '../domain/day.ts'
import { type Obligation, stateOf } from '../domain/obligation.ts'
import { type Deadline, planDraft } from '../domain/plan.ts'
import { deadlineOfRound, type Round, type Running, roundByKey, roundsAround, runningOf } from '../domain/recurrence.ts'
import type { Db } from './db.ts'
import { type RoundRecords, readRoundRecords } from './round-records.ts'

/** In the stored body of a deadline that comes again. */
export const recursPattern = '%"recurrence":{%'

const comesRound = ({ deadline }: Obligation): boolean => deadline.recurrence !== null

/** Which rounds: those near a day, on to `until`, and those of these keys, whenever they were. */
export type Rounds = { today: Day; until?: Day | undefined; rounds?: string[] | undefined }

/** The same obligations, each that comes again once for each of the rounds; the nearest last day first. */
export async function byRound(db: Db, obligations: Obligation[], wanted: Rounds): Promise<Obligation[]> {
  const recurring = obligations.filter(comesRound)
  if (recurring.length === 0) return obligations
  const running = await readRunning(db, [...new Set(recurring.map(({ planId }) => planId))])
  const recorded = await readRoundRecords(db, recurring)
  const known = new Map<string, Wanted[]>()
  const all = obligations.flatMap((one) => {
    if (!comesRound(one)) return [one]
    const rounds = known.get(one.deadlineId) ?? wantedRounds(one.deadline, wanted, running.get(one.planId) ?? always)
    known.set(one.deadlineId, rounds)
    return rounds.map((round) => ofRound(one, round, recorded))
  })
  const place = ({ lastDay }: Obligation) => lastDay ?? '9999'
  return all.sort((one, other) => place(one).localeCompare(place(other)))
}

/** A round, and the last safe day of the one before it. */
export type Wanted = Round & { opens: Day | null }
const always: Running = { start: null, end: null }

/** The rounds of a deadline that are asked for, the first first. */
export function wantedRounds(deadline: Deadline, { today, until, rounds = [] }: Rounds, running: Running): Wanted[] {
  const near = roundsAround(deadline, today, running, until)
  const named = rounds
    .filter((key) => !near.some((one) => one.key === key))
    .flatMap((key) => roundByKey(deadline, key) ?? [])
  const all = [...named, ...near].sort((one, other) => (one.start < other.start ? -1 : 1))
  return all.map((round, index) => ({ ...round, opens: all[index - 1]?.lastDay ?? null }))
}

function ofRound(obligation: Obligation, round: Wanted, recorded: RoundRecords): Obligation {
  const { paper, fulfilment } = recorded(obligation, round.key)
  return {
    ...obligation,
    ...{ round: round.key, lastDay: round.lastDay, deadline: deadlineOfRound(obligation.deadline, round) },
    ...(round.opens !== null && { opens: round.opens }),
    state: stateOf({ paper: paper?.state ?? null, fulfilment: fulfilment?.state ?? null }),
    registrationId: obligation.kind === 'registration' ? (paper?.id ?? null) : null,
    reportId: obligation.kind === 'report' ? (paper?.id ?? null) : null,
    paper: paper?.paper ?? null,
    reportedAt: fulfilment ? Number(fulfilment.at) : null,
  }
}

/** From when to when plans run, so that no round is owed before or after. */
export async function readRunning(db: Db, planIds: string[]): Promise<Map<string, Running>> {
  const plans = await db.selectFrom('plan').select(['id', 'draft']).where('id', 'in', planIds).execute()
  return new Map(
    plans.map(({ id, draft }) => [
      id,
      runningOf(planDraft.pick({ period: true, issuedOn: true }).parse(JSON.parse(draft))),
    ]),
  )
}
