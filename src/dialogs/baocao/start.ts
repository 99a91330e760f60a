import { type Button, button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Occasion } from '../../domain/report-occasion.ts'
import { formatDayShort } from '../../texts/days.ts'
import type { TextKey } from '../../texts/texts.ts'
import { shorten } from '../dangky/ask.ts'
import { offerDeclaring } from '../papers/offer-declaring.ts'
import { reportFile } from '../papers/report-file.ts'
import { openCase } from './act.ts'
import { answers } from './answers.ts'
import { answersFor, draftOfReport } from './begin.ts'
import { presentMyReports } from './my-reports.ts'
import { occasionsFor } from './occasions.ts'
import { presentReport } from './present-report.ts'

const dialog = 'baocao'
const own = (turn: Turn, label: TextKey, action: string, args = {}): Button =>
  button(turn.texts.t(label), dialog, action, args)

/** Where somebody begins: with words that narrow what is owed, or at a deadline and its round. */
export type Start = { words: string; deadlineId: string | null; round: string | null }

/** Begins reporting for one occasion; one whose report was returned is taken up again. */
async function beginFor(turn: Turn, occasion: Occasion, words: string): Promise<void> {
  const standing = await turn.store.reports.ofOccasion(occasion)
  if (standing?.state === 'returned') return edit(turn, standing.id, false)
  await turn.begin(dialog, await answersFor(turn, occasion, words))
}

/** Begins reporting: with one thing to report it is begun, else it is asked which; with none, what was sent is shown. */
export async function startFresh(turn: Turn, { words, deadlineId, round }: Start): Promise<void> {
  const all = await occasionsFor(turn)
  if (all.length === 0) return sayNothingOwed(turn)
  const fitting =
    deadlineId === null
      ? await occasionsFor(turn, words)
      : all.filter((one) => one.deadlineId === deadlineId && (round === null || one.round === round))
  const [only, ...more] = fitting
  if (!only) turn.say(deadlineId === null ? 'reports.noSuchPlan' : 'reports.deadlineMet', { words })
  if (only && more.length === 0) return beginFor(turn, only, words)
  await turn.begin(dialog, answers.parse({ words }))
}

async function sayNothingOwed(turn: Turn): Promise<void> {
  const mine = await presentMyReports(turn)
  turn.say('reports.nothingOwed')
  if (mine) turn.reply(message(mine.text, mine.buttons))
}

/** Begins reporting, or asks what to do with the draft there is. */
export async function start(turn: Turn, from: Start): Promise<void> {
  const draft = await turn.draftOf(dialog)
  if (!draft) return startFresh(turn, from)
  turn.say('reports.draft', draft, [
    own(turn, 'register.button.resume', 'resume'),
    own(turn, 'register.button.fresh', 'fresh', from),
  ])
}

/** Shows a report to those it concerns. */
export async function view(turn: Turn, id: string): Promise<void> {
  const report = await turn.store.reports.byId(id)
  const shown = report && (await presentReport(turn, report))
  if (!shown) return turn.say('reports.refused.unknown')
  turn.reply(message(shown.text, shown.buttons))
}

/** [Tải báo cáo]: the paper to print and sign, for those whom the report concerns. */
export async function download(turn: Turn, id: string): Promise<void> {
  const report = await turn.store.reports.byId(id)
  if (!report || !(await presentReport(turn, report))) return turn.say('reports.refused.unknown')
  const words = turn.texts.t('reports.downloaded', { code: report.code })
  const said = await offerDeclaring(turn, words, { ...report, kind: 'report' })
  turn.reply({ ...said, attachment: await reportFile(turn, report) })
}

/** [Xem minh chứng]: the files that came with a report, to those who may see it. */
export async function sendEvidence(turn: Turn, id: string): Promise<void> {
  const report = await turn.store.reports.byId(id)
  if (!report || !(await presentReport(turn, report))) return turn.say('reports.refused.unknown')
  report.body.items.forEach(({ content, evidence }, index) => {
    const said = turn.texts.t('reports.evidence.of', { number: index + 1, content: shorten(content) })
    for (const { file } of evidence) if (file) turn.reply({ ...message(said), attachment: file })
  })
}

/** [Sửa]: the dialog prefilled with the report. A draft there is gives way only when asked to (`anew`). */
export async function edit(turn: Turn, id: string, anew: boolean): Promise<void> {
  const report = await turn.store.reports.byId(id)
  if (!report) return turn.say('reports.refused.unknown')
  if (!(await openCase(turn, report, 'revise'))) return
  const draft = await turn.draftOf(dialog)
  if (draft && !anew)
    return turn.say('reports.draftBeforeEdit', { ...draft, code: report.code }, [
      own(turn, 'register.button.resume', 'resume'),
      own(turn, 'register.button.editAnew', 'edit', { id, anew: true }),
    ])
  await turn.dropDraft(dialog)
  await turn.begin(dialog, await draftOfReport(turn, report))
}

/** [Rút báo cáo]: asks first. */
export async function askWithdraw(turn: Turn, id: string): Promise<void> {
  const report = await turn.store.reports.byId(id)
  if (!report) return turn.say('reports.refused.unknown')
  const one = await openCase(turn, report, 'withdraw')
  if (!one) return
  const { code, version } = report
  const { lastDay, today } = one.window
  const day = lastDay && today <= lastDay ? formatDayShort(turn.texts, lastDay) : ''
  turn.say(day ? 'reports.withdraw.askUntil' : 'reports.withdraw.ask', { code, day }, [
    own(turn, 'reports.button.withdraw', 'withdrawNow', { id, version }),
    own(turn, 'register.button.keep', 'view', { id }),
  ])
}
