import { type Obligation, type ObligationState, type SubjectKind, stateOf } from '../domain/obligation.ts'
import { type Db, sql } from './db.ts'

/** How far a unit or person is with one deadline. */
export type StateOf = (subject: SubjectKind, subjectId: string) => ObligationState

type Once = Pick<Obligation, 'deadlineId' | 'planId' | 'kind'>
type Paper = { subject: SubjectKind; unit_id: string; person_id: string | null; state: string }
const keyOf = (subject: SubjectKind, subjectId: string) => `${subject} ${subjectId}`
const statesOf = (papers: Paper[]) =>
  new Map(
    papers.map(({ subject, unit_id, person_id, state }) => [
      keyOf(subject, subject === 'unit' ? unit_id : (person_id ?? '')),
      state,
    ]),
  )

/** Of deadlines that come once: the paper that counts is the last in this order, one still good after one returned. */
export async function readStates(db: Db, live: Once[]): Promise<(one: Once) => StateOf> {
  const ids = live.map(({ deadlineId }) => deadlineId)
  const planIds = live.flatMap(({ kind, planId }) => (kind === 'registration' ? [planId] : []))
  const ofPlan = Map.groupBy(await readRegistrations(db, [...new Set(planIds)]), (row) => row.plan_id)
  const ofDeadline = Map.groupBy(await readReports(db, ids), (row) => row.deadline_id)
  const fulfilments = Map.groupBy(await readFulfilments(db, ids), (row) => row.deadline_id)

  return ({ deadlineId, planId, kind }) => {
    const registered = () =>
      (ofPlan.get(planId) ?? []).filter((row) => row.deadline_id === null || row.deadline_id === deadlineId)
    const papers = kind === 'registration' ? registered() : kind === 'report' ? (ofDeadline.get(deadlineId) ?? []) : []
    const states = statesOf(papers)
    const beside = new Map(
      (fulfilments.get(deadlineId) ?? []).map((row) => [keyOf(row.subject, row.subject_id), row.state]),
    )
    if (states.size + beside.size === 0) return () => 'open'
    return (subject, subjectId) => {
      const key = keyOf(subject, subjectId)
      return stateOf({ paper: states.get(key) ?? null, fulfilment: beside.get(key) ?? null })
    }
  }
}

const columns = ['subject', 'unit_id', 'person_id', 'state', 'deadline_id'] as const
const returnedFirst = sql`case when state = 'returned' then 0 else 1 end`

async function readRegistrations(db: Db, planIds: string[]) {
  if (planIds.length === 0) return []
  return db
    .selectFrom('registration')
    .select([...columns, 'plan_id'])
    .where('plan_id', 'in', planIds)
    .where('state', '!=', 'withdrawn')
    .orderBy(returnedFirst)
    .orderBy('submitted_at')
    .orderBy('id', 'desc')
    .execute()
}

async function readReports(db: Db, deadlineIds: string[]) {
  if (deadlineIds.length === 0) return []
  return db
    .selectFrom('report')
    .select(columns)
    .where('deadline_id', 'in', deadlineIds)
    .where('round', '=', '')
    .where('state', '!=', 'withdrawn')
    .orderBy(returnedFirst)
    .orderBy('submitted_at')
    .orderBy('id', 'desc')
    .execute()
}

async function readFulfilments(db: Db, deadlineIds: string[]) {
  if (deadlineIds.length === 0) return []
  const columns = ['deadline_id', 'subject', 'subject_id', 'state'] as const
  const ofDeadlines = db.selectFrom('fulfilment').select(columns).where('deadline_id', 'in', deadlineIds)
  return ofDeadlines.where('round', '=', '').execute()
}
