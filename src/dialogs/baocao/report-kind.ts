import { reportRows } from '../../domain/report.ts'
import type { Report } from '../../store/report-row.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Kind } from '../lifecycle/kind.ts'
import { describeTotals } from './describe.ts'
import { deadlineFor } from './reported-plan.ts'

const totals = (texts: Texts, { body }: Report) => describeTotals(texts, reportRows(body))

/** Reports as one kind of the papers that are sent, approved and taken in. */
export const reportKind: Kind<Report> = {
  table: 'report',
  words: 'reports',
  command: 'baocao',
  kept: ({ reports }) => reports,
  deadlineOf: deadlineFor,
  counts: totals,
  briefly: totals,
  files: ({ body }) => body.items.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? [])),
}
