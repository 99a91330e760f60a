import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { act, openCase } from '../src/dialogs/baocao/act.ts'
import { isWritten } from '../src/dialogs/baocao/case.ts'
import { replyDecided } from '../src/dialogs/baocao/decided.ts'
import { noteSent } from '../src/dialogs/baocao/note-paper.ts'
import { askWithdraw, download, edit, sendEvidence, start, startFresh, view } from '../src/dialogs/baocao/start.ts'
import { tellApproved, tellReceived, tellWithdrawn } from '../src/dialogs/baocao/tell.ts'
import { fold } from '../src/domain/fold.ts'

const one = z.object({ id: z.string() })
const seen = one.extend({ version: z.int() })
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

/** Reporting on a plan; what the buttons of a report do for its author and its deciders. */
export default defineCommand({
  order: 2.5,
  menu: 'reports.menu',
  usage: 'reports.usage',
  aliases: ['bc', 'báo cáo', 'báo cáo kết quả'],
  allow: everyone,
  understands: (tail) => wish.test(fold(tail)) && !asks.test(fold(tail)),
  run: (turn, tail) => start(turn, { words: narrowing(tail), deadlineId: null, round: null }),
  actions: {
    resume: defineAction(z.object({}), (turn) => turn.resume('baocao')),
    begin: defineAction(ofDeadline, (turn, at) => start(turn, { words: '', ...at })),
    fresh: defineAction(from, async (turn, at) => {
      await turn.dropDraft('baocao')
      await startFresh(turn, at)
    }),
    view: defineAction(one, (turn, { id }) => view(turn, id)),
    evidence: defineAction(one, (turn, { id }) => sendEvidence(turn, id)),
    download: defineAction(one, (turn, { id }) => download(turn, id)),
    edit: defineAction(one.extend({ anew: z.boolean().optional() }), (turn, { id, anew }) =>
      edit(turn, id, anew ?? false),
    ),
    withdraw: defineAction(one, (turn, { id }) => askWithdraw(turn, id)),
    withdrawNow: defineAction(seen, async (turn, args) => {
      const done = await act(turn, args, 'withdraw')
      if (!done) return
      turn.say('reports.withdraw.done', { code: done.about.report.code })
      await tellWithdrawn(turn, done.about, done.was)
    }),
    reportPaper: defineAction(seen, noteSent),
    approve: defineAction(seen, async (turn, args) => {
      const done = await act(turn, args, 'approve')
      if (!done) return
      await tellApproved(turn, done.about)
      await replyDecided(turn, 'approved', done.about)
    }),
    return: defineAction(seen, async (turn, args) => {
      const about = await openCase(turn, args, 'return')
      if (about) await turn.begin('hoanthien', { ...args, kind: 'report', code: about.report.code })
    }),
    receive: defineAction(seen.extend({ signed: z.boolean() }), async (turn, { signed, ...args }) => {
      const done = await act(turn, args, 'receive', signed ? { paper: 'received' } : {})
      if (!done) return
      await tellReceived(turn, done.about)
      const plain = isWritten(done.about) ? 'received' : 'receivedPlain'
      await replyDecided(turn, signed ? 'receivedSigned' : plain, done.about)
    }),
  },
})
