import type { Proposal, ReportItem } from '../../src/domain/report.ts'
import type { Report } from '../../src/store/report-row.ts'
import type { Store } from '../../src/store/store.ts'

const measured = (value: number) => ({ value, unit: '%', text: `${value}% hồ sơ đúng hạn` })
const item = (target: number, result: number): ReportItem => ({
  ...{ contentSection: null, content: 'Cải cách hành chính', work: 'Một cửa', finishDay: null },
  ...{ target: measured(target), result: measured(result), account: '', evidence: [] },
})

type Seed = {
  planId: string
  deadlineId: string | null
  unitId: string
  /** Null: the unit's own. */
  personId: string | null
  by: string
  proposals: Proposal[]
  state?: 'waiting' | 'approved' | 'received'
}

let drafts = 0

/** A report of three targets, two reached and one of these exceeded, with what it proposes; moved on as far as is said. */
export async function seedReport(store: Store, { proposals, state = 'waiting', ...seed }: Seed): Promise<Report> {
  drafts += 1
  const at = Date.UTC(2024, 9, 12, 2)
  const sent = await store.reports.submit({
    ...{ ...seed, round: null, subject: seed.personId === null ? 'unit' : 'person', draftId: `report ${drafts}` },
    ...{ at, year: 2024, late: false, lateReason: null },
    body: {
      ...{ items: [item(100, 100), item(80, 90), item(50, 40)], closing: null, proposals, registrations: [] },
      assessment: { difficulties: '', causes: '', proposals: '' },
    },
  })
  if (!sent.ok) throw new Error(`Taken: ${sent.taken.code}`)
  let { report } = sent
  const { id } = report
  const ways = { waiting: [], approved: ['approve'], received: ['approve', 'receive'] } as const
  for (const action of ways[state]) {
    const to = action === 'approve' ? ('approved' as const) : ('received' as const)
    const moved = await store.reports.move({ id, seen: report, action, to, by: seed.by, at })
    if (!moved) throw new Error(`Not moved: ${action}`)
    report = moved
  }
  return report
}
