import { dayOf } from '../../domain/day.ts'
import { isPlainReport } from '../../domain/report.ts'
import { arrivalFor } from '../lifecycle/case.ts'
import { toPaperKind } from '../lifecycle/waiting.ts'
import { describeBody } from './describe.ts'
import { namePlan } from './present-report.ts'
import { reportKind } from './report-kind.ts'

/** Reports as /duyet knows papers. */
export const reportPapers = toPaperKind(reportKind, {
  isPlain: ({ zone }, { sent, deadline }) =>
    arrivalFor(deadline, dayOf(sent.submittedAt, zone)) === 'in_time' && isPlainReport(sent.body),
  planOf: (turn, sent) => namePlan(turn, turn.texts, sent),
  body: async ({ texts }, { body }) => describeBody(texts, body),
})
