import { z } from 'zod'
import { namesPlan } from '../src/asking/match-plan.ts'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { draftOfReport } from '../src/dialogs/baocao/begin.ts'
import { presentReport } from '../src/dialogs/baocao/present-report.ts'
import { reportKind } from '../src/dialogs/baocao/report-kind.ts'
import { sendEvidence } from '../src/dialogs/baocao/send-evidence.ts'
import { start, startForOther, startFresh } from '../src/dialogs/baocao/start.ts'
import { authorActions } from '../src/dialogs/lifecycle/author-actions.ts'
import { reportFile } from '../src/dialogs/papers/report-file.ts'
import { fold } from '../src/domain/fold.ts'

const from = z.object({ words: z.string(), deadlineId: z.string().nullable(), round: z.string().nullable() })
const ofDeadline = z.object({ deadlineId: z.string(), round: z.string().nullable() })

/** "báo cáo kết quả", "báo cáo thi đua 120 năm", "bc quý 1"; "báo cáo anh em đi họp" is speech. */
const wish = /^(?:ket qua|thi dua|ke hoach|phong trao|dot|quy|thang|6 thang|nam|tuan)\b|^\d/
/** "báo cáo kết quả nộp khi nào" is a question. */
const asks = /\b(?:bao gio|khi nao|ngay nao|luc nao|han|nop|gi|dau|the nao|may|ai|chua)\b/

/** The words after the wish, as they were typed. */
const narrowing = (tail: string): string =>
  tail
    .replace(/^\s*(?:kết quả|ket qua)(?!\p{L})/iu, '')
    .replace(/^\s*(?:thi đua|thi dua|kế hoạch|ke hoach|phong trào|phong trao)(?!\p{L})/iu, '')
    .trim()

/** Reporting on a plan; what the buttons of a report do for its author. */
export default defineCommand({
  order: 2.5,
  menu: 'reports.menu',
  usage: 'reports.usage',
  aliases: ['bc', 'báo cáo', 'báo cáo kết quả'],
  allow: everyone,
  understands: async (tail, { store }) =>
    (wish.test(fold(tail)) && !asks.test(fold(tail))) || namesPlan(tail, await store.plans.list()),
  run: (turn, tail) => start(turn, { words: narrowing(tail), deadlineId: null, round: null }),
  actions: {
    ...authorActions(reportKind, {
      present: presentReport,
      draft: draftOfReport,
      file: reportFile,
      sendFiles: sendEvidence,
    }),
    begin: defineAction(ofDeadline, (turn, at) => start(turn, { words: '', ...at })),
    forOther: defineAction(z.object({}), startForOther),
    fresh: defineAction(from, async (turn, at) => {
      await turn.dropDraft('baocao')
      await startFresh(turn, at)
    }),
  },
})
