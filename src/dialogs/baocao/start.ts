import { type Button, button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { TextKey } from '../../texts/texts.ts'
import { othersOf } from '../dangky/registrants.ts'
import { answers } from './answers.ts'
import { answersFor } from './begin.ts'
import { presentMyReports } from './my-reports.ts'
import { occasionsFor } from './occasions.ts'

const dialog = 'baocao'
const own = (turn: Turn, label: TextKey, action: string, args = {}): Button =>
  button(turn.texts.t(label), dialog, action, args)

/** Where somebody begins: with words that narrow what is owed, or at a deadline and its round. */
export type Start = { words: string; deadlineId: string | null; round: string | null }

/** Begins reporting: with one thing to report it is begun, else it is asked which; with none, what was sent is shown. */
export async function startFresh(turn: Turn, { words, deadlineId, round }: Start): Promise<void> {
  const all = await occasionsFor(turn)
  const forOthers = (await othersOf(turn)).length > 0
  if (all.length === 0) return sayNothingOwed(turn, forOthers)
  const fitting =
    deadlineId === null
      ? await occasionsFor(turn, words)
      : all.filter((one) => one.deadlineId === deadlineId && (round === null || one.round === round))
  const [only, ...more] = fitting
  if (!only) turn.say(deadlineId === null ? 'reports.noSuchPlan' : 'reports.deadlineMet', { words })
  // Who may type for others is asked, unless they said what they mean.
  const isMeant = !forOthers || deadlineId !== null || words !== ''
  const given = only && more.length === 0 && isMeant ? await answersFor(turn, only, words) : answers.parse({ words })
  await turn.begin(dialog, given)
}

/** [Báo cáo giúp người khác]: the focal point types for a colleague. */
export const startForOther = (turn: Turn): Promise<void> => turn.begin(dialog, answers.parse({ forOther: true }))

async function sayNothingOwed(turn: Turn, forOthers: boolean): Promise<void> {
  const mine = await presentMyReports(turn)
  turn.say('reports.nothingOwed', {}, forOthers ? [own(turn, 'reports.occasion.other', 'forOther')] : [])
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
