import { type ReportBody, reportBody } from '../domain/report.ts'
import { type SentPaper, sentPaperOf } from './paper-row.ts'
import type { ReportRow } from './rows/reports.ts'

/** A report as the program speaks of it; `round` null where its deadline comes once or it has none. */
export type Report = SentPaper & { round: string | null; body: ReportBody }

/** A stored row, its body validated. */
export const toReport = (row: ReportRow): Report => ({
  ...sentPaperOf(row),
  round: row.round || null,
  body: reportBody.parse(JSON.parse(row.body)),
})
