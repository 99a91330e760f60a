import type { Turn } from '../../chat/turn.ts'
import { reportPapers } from '../baocao/report-papers.ts'
import { registrationPapers } from '../dangky/registration-papers.ts'
import type { PaperKind, WaitingPaper } from './waiting-paper.ts'

/** Every kind of paper that goes through /duyet, by the name its buttons carry. */
const paperKinds: Record<string, PaperKind> = { registration: registrationPapers, report: reportPapers }

/** The kind of this name; buttons from before there were several carry none. */
export const paperKind = (name: string): PaperKind => paperKinds[name] ?? registrationPapers

/** All that waits for the member of this turn, what was sent first before the rest. */
export async function allWaiting(turn: Turn): Promise<WaitingPaper[]> {
  const waiting = await Promise.all(Object.values(paperKinds).map((kind) => kind.waiting(turn)))
  return waiting.flat().sort((one, other) => one.sentAt - other.sentAt)
}
