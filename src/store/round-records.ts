import { dayOf } from '../domain/day.ts'
import { type Obligation, subjectIdOf } from '../domain/obligation.ts'
import { nearestRound } from '../domain/recurrence.ts'
import type { Db } from './db.ts'

type Recorded = {
  paper?: { id: string; state: string; paper: Obligation['paper'] }
  fulfilment?: { state: 'reported' | 'received'; at: number }
}

type Bound = Pick<Obligation, 'deadlineId' | 'subject' | 'personId' | 'unitId'>
/** What is recorded of an obligation for the round of a key. */
export type RoundRecords = (obligation: Bound, round: string) => Recorded

type Recurring = Pick<Obligation, 'deadlineId' | 'planId' | 'kind' | 'deadline'>

const keyOf = (deadlineId: string, round: string, subject: string) => `${deadlineId} ${round} ${subject}`

type Paper = { subject: 'unit' | 'person'; unit_id: string; person_id: string | null }
const subjectOf = ({ subject, unit_id, person_id }: Paper) => `${subject} ${subject === 'unit' ? unit_id : person_id}`

/** Reads reports, registrations and what was reported sent, of deadlines that come again. */
export async function readRoundRecords(db: Db, recurring: Recurring[]): Promise<RoundRecords> {
  const deadlines = new Map(recurring.map((one) => [one.deadlineId, one]))
  const found = new Map<string, Recorded>()
  const put = (key: string, more: Recorded) => void found.set(key, { ...found.get(key), ...more })
  for (const { deadlineId, round, paper, ...row } of await readReports(db, [...deadlines.keys()]))
    put(keyOf(deadlineId, round, subjectOf(row)), { paper })
  for (const { deadlineId, round, paper, ...row } of await readRegistrations(db, [...deadlines.values()]))
    put(keyOf(deadlineId, round, subjectOf(row)), { paper })
  const fulfilments = db
    .selectFrom('fulfilment')
    .selectAll()
    .where('deadline_id', 'in', [...deadlines.keys()])
  for (const { deadline_id, round, subject, subject_id, state, at } of await fulfilments.execute())
    put(keyOf(deadline_id, round, `${subject} ${subject_id}`), { fulfilment: { state, at } })
  return (one, round) => found.get(keyOf(one.deadlineId, round, `${one.subject} ${subjectIdOf(one)}`)) ?? {}
}

const paperColumns = ['id', 'subject', 'unit_id', 'person_id', 'state', 'paper', 'deadline_id'] as const

async function readReports(db: Db, deadlineIds: string[]) {
  const rows = await db
    .selectFrom('report')
    .select([...paperColumns, 'round'])
    .where('deadline_id', 'in', deadlineIds)
    .where('round', '!=', '')
    .where('state', '!=', 'withdrawn')
    .orderBy('submitted_at')
    .execute()
  return rows.map(({ id, state, paper, deadline_id, ...row }) => ({
    ...{ ...row, deadlineId: deadline_id ?? '', paper: { id, state, paper } },
  }))
}

/** Registrations name no round: each counts for the one whose last safe day is nearest to the day on which it was sent. */
async function readRegistrations(db: Db, recurring: Recurring[]) {
  const deadlines = recurring.filter(({ kind }) => kind === 'registration')
  if (deadlines.length === 0) return []
  const rows = await db
    .selectFrom('registration')
    .select([...paperColumns, 'plan_id', 'submitted_at'])
    .where(
      'plan_id',
      'in',
      deadlines.map(({ planId }) => planId),
    )
    .where('state', '!=', 'withdrawn')
    .orderBy('submitted_at')
    .execute()
  // What is still good counts before what was returned.
  const goodLast = [...rows].sort((one, other) => Number(one.state !== 'returned') - Number(other.state !== 'returned'))
  return deadlines.flatMap(({ deadlineId, planId, deadline }) =>
    goodLast
      .filter((row) => row.plan_id === planId && (row.deadline_id === null || row.deadline_id === deadlineId))
      .flatMap(({ id, state, paper, submitted_at, subject, unit_id, person_id }) => {
        const round = nearestRound(deadline, dayOf(Number(submitted_at), 'UTC'))
        return round === null ? [] : [{ subject, unit_id, person_id, deadlineId, round, paper: { id, state, paper } }]
      }),
  )
}
