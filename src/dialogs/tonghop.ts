import { defineDialog } from './engine/dialog.ts'
import { type Answers, answersSchema } from './tonghop/answers.ts'
import { replyMade } from './tonghop/made.ts'
import { which, working } from './tonghop/steps.ts'

/** Draws up the aggregate of a plan, or the statistics of a year: which, then the work outside the turn, then the file. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 1,
  first: () => ({ step: 'which' }),
  next: (_answers, { step }) => (step === 'which' ? { step: 'working' } : null),
  steps: { which, working },
  finish: replyMade,
})
