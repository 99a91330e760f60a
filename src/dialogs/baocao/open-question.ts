import type { At } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'

const perItem: { step: string; answered(item: AnswerItem): boolean }[] = [
  { step: 'result', answered: ({ result }) => result !== undefined },
  { step: 'account', answered: ({ account }) => account !== undefined },
  { step: 'evidence', answered: ({ evidenceDone }) => evidenceDone },
]

/** The first question that has no answer yet; with all answered, the preview. */
export function openQuestion(given: Answers): At {
  if (given.occasion === undefined) return { step: given.forOther && !given.other ? 'member' : 'occasion' }
  if (!given.itemsDone || given.items.length === 0) return { step: 'contents' }
  for (const [index, one] of given.items.entries()) {
    const open = perItem.find(({ answered }) => !answered(one))
    if (open) return { step: open.step, item: index }
  }
  if (given.offersProposals && !given.proposalsDone)
    return { step: given.proposing === undefined ? 'proposals' : 'proposed' }
  return { step: given.assessment === undefined ? 'assessment' : 'preview' }
}

const stands: Record<string, string> = {
  resultWords: 'result',
  proposed: 'proposals',
  change: 'preview',
  lateReason: 'preview',
}

/** "bước 2/5": the kinds of questions in order, however many lines there are. */
export function progressOf(given: Answers, { step }: At): { done: number; of: number } {
  const contents = given.registrations.length > 0 ? [] : ['contents']
  const proposals = given.offersProposals ? ['proposals'] : []
  const steps = [...contents, ...perItem.map((question) => question.step), ...proposals, 'assessment', 'preview']
  return { done: Math.max(0, steps.indexOf(stands[step] ?? step)) + 1, of: steps.length }
}
