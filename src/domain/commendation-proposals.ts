import { fold } from './fold.ts'
import type { RegistrationState } from './registration.ts'
import { type Proposal, type ReportBody, type ReportTotals, reportRows, reportTotals } from './report.ts'

/** A report as proposals are gathered from it; `unit`: the name of the unit that it comes from. */
export type ProposingReport = {
  code: string
  subject: 'person' | 'unit'
  unitId: string
  unit: string
  state: RegistrationState
  body: ReportBody
}

/** Who is proposed, by which unit; `totals`: what was achieved, where the report is about the very one who is proposed. */
export type GatheredProposal = Proposal & { key: string; unit: string; totals: ReportTotals | null }

/** Reports count from their unit's approval on. */
const counted: RegistrationState[] = ['approved', 'received', 'aggregated']

/** The proposals of a plan's reports, each once however many reports name it; collectives and people in the order of the reports. */
export function gatherProposals(reports: ProposingReport[]): GatheredProposal[] {
  const found = new Map<string, GatheredProposal>()
  for (const { subject, unitId, unit, state, body } of reports)
    for (const proposal of counted.includes(state) ? body.proposals : []) {
      const { name, position, commendation } = proposal
      const key = [proposal.subject, unitId, fold(name), fold(position), fold(commendation)].join('|')
      const totals = subject === proposal.subject ? reportTotals(reportRows(body)) : null
      const known = found.get(key)
      if (!known || (known.totals === null && totals !== null)) found.set(key, { ...proposal, key, unit, totals })
    }
  return [...found.values()]
}

/** How many reports with proposals still wait for their unit's approval: theirs are not gathered yet. */
export const waitingProposals = (reports: ProposingReport[]): number =>
  reports.filter(({ state, body }) => (state === 'waiting' || state === 'returned') && body.proposals.length > 0).length
