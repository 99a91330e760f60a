import { defineDialog } from './engine/dialog.ts'
import { type Answers, answersSchema } from './tonghop/answers.ts'
import { replyMade } from './tonghop/made.ts'
import { scope } from './tonghop/scope-step.ts'
import { which, working } from './tonghop/steps.ts'

/** Draws up the aggregate of a plan, or the statistics of a year: as what where there are several ways, which, then the work outside the turn, then the file. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 1,
  first: ({ scope }) => ({ step: scope ? 'which' : 'scope' }),
  next(_answers, { step }) {
    if (step === 'scope') return { step: 'which' }
    return step === 'which' ? { step: 'working' } : null
  },
  steps: { scope, which, working },
  finish: replyMade,
})
