import type { Day } from '../domain/day.ts'
import { type Obligation, stateOf, subjectIdOf } from '../domain/obligation.ts'
import { planDraft } from '../domain/plan.ts'
import { deadlineOfRound, type Round, type Running, roundsAround } from '../domain/recurrence.ts'
import type { Db } from './db.ts'

const comesRound = ({ kind, deadline }: Obligation): boolean => kind === 'report' && deadline.recurrence !== null

/** The same obligations, each report that comes again once for each round near a day (and on to `until`); the nearest last day first. */
export async function byRound(db: Db, obligations: Obligation[], today: Day, until?: Day): Promise<Obligation[]> {
  const recurring = obligations.filter(comesRound)
  if (recurring.length === 0) return obligations
  const running = await readRunning(db, [...new Set(recurring.map(({ planId }) => planId))])
  const recorded = await readRecorded(db, [...new Set(recurring.map(({ deadlineId }) => deadlineId))])
  const all = obligations.flatMap((one) => {
    if (!comesRound(one)) return [one]
    const rounds = roundsAround(one.deadline, today, running.get(one.planId) ?? { start: null, end: null }, until)
    return rounds.map((round) => ofRound(one, round, recorded))
  })
  const place = ({ lastDay }: Obligation) => lastDay ?? '9999'
  return all.sort((one, other) => place(one).localeCompare(place(other)))
}

function ofRound(obligation: Obligation, round: Round, recorded: Map<string, Recorded>): Obligation {
  const { report, fulfilment } = recorded.get(keyOf(obligation.deadlineId, round.key, subjectOf(obligation))) ?? {}
  return {
    ...obligation,
    ...{ round: round.key, lastDay: round.lastDay, deadline: deadlineOfRound(obligation.deadline, round) },
    state: stateOf({ paper: report?.state ?? null, fulfilment: fulfilment?.state ?? null }),
    reportId: report?.id ?? null,
    paper: report?.paper ?? null,
    reportedAt: fulfilment ? Number(fulfilment.at) : null,
  }
}

const subjectOf = (one: Obligation) => `${one.subject} ${subjectIdOf(one)}`
const keyOf = (deadlineId: string, round: string, subject: string) => `${deadlineId} ${round} ${subject}`

type Recorded = {
  report?: { id: string; state: string; paper: Obligation['paper'] }
  fulfilment?: { state: 'reported' | 'received'; at: number }
}

/** What is recorded for rounds of these deadlines, by deadline, round and subject. */
async function readRecorded(db: Db, deadlineIds: string[]): Promise<Map<string, Recorded>> {
  const found = new Map<string, Recorded>()
  const put = (key: string, more: Recorded) => void found.set(key, { ...found.get(key), ...more })
  const reports = db.selectFrom('report').select(['id', 'deadline_id', 'round', 'subject', 'unit_id', 'person_id'])
  const rows = await reports
    .select(['state', 'paper'])
    .where('deadline_id', 'in', deadlineIds)
    .where('round', '!=', '')
    .where('state', '!=', 'withdrawn')
    .orderBy('submitted_at')
    .execute()
  for (const row of rows) {
    const subject = `${row.subject} ${row.subject === 'unit' ? row.unit_id : row.person_id}`
    const { id, state, paper } = row
    put(keyOf(row.deadline_id ?? '', row.round, subject), { report: { id, state, paper } })
  }
  const fulfilments = db.selectFrom('fulfilment').selectAll().where('deadline_id', 'in', deadlineIds)
  for (const { deadline_id, round, subject, subject_id, state, at } of await fulfilments.execute())
    put(keyOf(deadline_id, round, `${subject} ${subject_id}`), { fulfilment: { state, at } })
  return found
}

/** From when to when plans run, so that no round is owed before or after. */
async function readRunning(db: Db, planIds: string[]): Promise<Map<string, Running>> {
  const plans = await db.selectFrom('plan').select(['id', 'draft']).where('id', 'in', planIds).execute()
  return new Map(
    plans.map(({ id, draft }) => {
      const { period, issuedOn } = planDraft.pick({ period: true, issuedOn: true }).parse(JSON.parse(draft))
      const end = period?.openEnded ? null : (period?.end ?? null)
      return [id, { start: period?.start ?? issuedOn, end }]
    }),
  )
}
