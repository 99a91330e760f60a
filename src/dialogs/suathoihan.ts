import { defineDialog } from './engine/dialog.ts'
import { type Answers, answersSchema } from './suathoihan/answers.ts'
import { applyChange } from './suathoihan/apply.ts'
import { basis, day, preview, which } from './suathoihan/steps.ts'

const order = ['which', 'day', 'basis', 'preview']

/** Another time for one deadline of a plan in force, or the day of the event that it hangs on. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 30,
  first: () => ({ step: 'which' }),
  next(answers, { step }) {
    if (answers.deadlineId === null) return null
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: { which, day, basis, preview },
  progress: (_answers, { step }) => ({ done: order.indexOf(step) + 1, of: order.length }),
  finish: applyChange,
})
