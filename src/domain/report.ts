import { z } from 'zod'
import type { PlanDraft } from './plan.ts'
import { attachedFile, type RegistrationBody } from './registration-body.ts'
import { shareOf, type Verdict, verdictOf } from './result.ts'

const measured = z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string() })

/** What proves a result: a file that is kept, or a paper named in words (`file` null). */
const evidence = z.object({ name: z.string(), file: attachedFile.nullable() })

/** One line: what was registered (for a content of the plan that nobody registered: only the content), and what came of it. */
const item = z.object({
  contentSection: z.string().nullable(),
  content: z.string(),
  work: z.string(),
  target: measured.nullable(),
  finishDay: z.iso.date().nullable(),
  result: measured.nullable(),
  account: z.string(),
  evidence: z.array(evidence),
})
export type ReportItem = z.infer<typeof item>

/** Who is proposed for a commendation; `name` is the unit's own where the collective is proposed. */
const proposal = z.object({
  subject: z.enum(['person', 'unit']),
  name: z.string(),
  position: z.string(),
  commendation: z.string(),
})
export type Proposal = z.infer<typeof proposal>

/** What held the work up, why, and what is asked for; each empty where nothing was said. */
const assessment = z.object({ difficulties: z.string(), causes: z.string(), proposals: z.string() })
export type Assessment = z.infer<typeof assessment>

/** Until when the numbers count: the last day, and the plan's own words ("tính đến tháng 10/2024"). */
const closing = z.object({ day: z.iso.date(), words: z.string() })
export type Closing = z.infer<typeof closing>

/** What is reported, as stored. Numbers are kept once, here; everything that shows them goes through `reportRows`. */
export const reportBody = z.object({
  items: z.array(item).min(1),
  closing: closing.nullable(),
  proposals: z.array(proposal),
  assessment,
  /** The codes of the registrations that it reports on; none: the contents of the plan. */
  registrations: z.array(z.string()),
})
export type ReportBody = z.infer<typeof reportBody>

/** One row of the table registered – achieved – evidence. */
export type ReportRow = {
  /** From 1. */
  number: number
  content: string
  work: string
  /** As promised and as achieved, in the words of the person; empty where there is none. */
  registered: string
  achieved: string
  /** Percent with one decimal (98.4); null where it cannot be counted. */
  share: number | null
  verdict: Verdict
  account: string
  /** Names, in order. */
  evidence: string[]
}

/** The rows of a report, which the preview in the chat, the paper and the aggregates all show. */
export const reportRows = ({ items }: Pick<ReportBody, 'items'>): ReportRow[] =>
  items.map(({ content, work, target, result, account, evidence }, index) => ({
    ...{ number: index + 1, content, work, account },
    registered: target?.text ?? '',
    achieved: result?.text ?? '',
    share: shareOf(target, result),
    verdict: verdictOf(target, result),
    evidence: evidence.map(({ name }) => name),
  }))

/** The numbers that prose speaks of. `targets` = exceeded + reached + below + uncounted: no line is counted twice. */
export type ReportTotals = {
  items: number
  /** Lines with a registered target. */
  targets: number
  exceeded: number
  reached: number
  below: number
  /** Lines with a target that is not forced into a share. */
  uncounted: number
  /** Lines without any target. */
  untargeted: number
  evidence: number
}

/** Counts rows; rows of several reports may be put together. */
export function reportTotals(rows: ReportRow[]): ReportTotals {
  const targeted = rows.filter(({ registered }) => registered !== '')
  const count = (verdict: Verdict) => targeted.filter((row) => row.verdict === verdict).length
  return {
    items: rows.length,
    targets: targeted.length,
    exceeded: count('exceeded'),
    reached: count('reached'),
    below: count('below'),
    uncounted: count('uncounted'),
    untargeted: rows.length - targeted.length,
    evidence: rows.reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
}

/** Everything that the paper of a report shows beside its plan and the unit that signs. */
export type ReportPaper = {
  /** BC-2024-0012: for the file's properties, never on the page. */
  code: string
  subject: 'unit' | 'person'
  /** Who reports: the person, or '' for a unit's own; and the unit. */
  person: string
  position: string
  unit: string
  /** "quý I/2024" of a report that comes round; null for one that comes once. */
  round: string | null
  closing: Closing | null
  rows: ReportRow[]
  totals: ReportTotals
  assessment: Assessment
  proposals: Proposal[]
}

/** A line of which nothing is reported yet. */
export type Promised = Omit<ReportItem, 'result' | 'account' | 'evidence'>

/** What is to be reported on: each line that was registered. */
export const itemsOfRegistrations = (bodies: Pick<RegistrationBody, 'items'>[]): Promised[] =>
  bodies.flatMap(({ items }) =>
    items.map(({ contentSection, content, work, target, finishDay }) => ({
      ...{ contentSection, content, work, target, finishDay },
    })),
  )

/** Where nothing was registered: the contents of the plan. */
export const itemsOfPlan = ({ contents }: Pick<PlanDraft, 'contents'>): Promised[] =>
  contents.map(({ section, text }) => ({
    ...{ contentSection: section, content: text, work: '', target: null, finishDay: null },
  }))

/** May a head approve it unread with others: each target that can be counted was reached, and nothing is asked for? */
export function isPlainReport({ items, assessment, proposals }: ReportBody): boolean {
  const isGood = ({ verdict }: ReportRow) => verdict === 'reached' || verdict === 'exceeded'
  const asks = Object.values(assessment).some((text) => text !== '') || proposals.length > 0
  return !asks && reportRows({ items }).every(isGood)
}
