import { defineDialog } from './engine/dialog.ts'
import { type Answers, answersSchema } from './suatencu/answers.ts'
import { applyNames } from './suatencu/apply.ts'
import { body, preview } from './suatencu/steps.ts'

/** What bodies of the old order that a plan in force names are called today. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 30,
  first: () => ({ step: 'body', item: 0 }),
  next({ bodies }, { step, item = 0 }) {
    if (step === 'preview') return null
    if (item + 1 < bodies.length) return { step: 'body', item: item + 1 }
    return bodies.some(({ now, was }) => now !== was) ? { step: 'preview' } : null
  },
  steps: { body, preview },
  finish: applyNames,
})
