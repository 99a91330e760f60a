import { type Button, button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Occasion } from '../../domain/report-occasion.ts'
import type { TextKey } from '../../texts/texts.ts'
import { edit } from '../lifecycle/author-actions.ts'
import { answers } from './answers.ts'
import { answersFor, draftOfReport } from './begin.ts'
import { presentMyReports } from './my-reports.ts'
import { occasionsFor } from './occasions.ts'
import { reportKind } from './report-kind.ts'

const dialog = 'baocao'
const own = (turn: Turn, label: TextKey, action: string, args = {}): Button =>
  button(turn.texts.t(label), dialog, action, args)

/** Where somebody begins: with words that narrow what is owed, or at a deadline and its round. */
export type Start = { words: string; deadlineId: string | null; round: string | null }

/** Begins reporting for one occasion; one whose report was returned is taken up again. */
async function beginFor(turn: Turn, occasion: Occasion, words: string): Promise<void> {
  const standing = await turn.store.reports.ofOccasion(occasion)
  if (standing?.state === 'returned')
    return edit(turn, reportKind, { id: standing.id, anew: false, draft: draftOfReport })
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
