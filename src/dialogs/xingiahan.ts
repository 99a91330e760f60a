import { defineDialog } from './engine/dialog.ts'
import { type Answers, answersSchema } from './more-time/answers.ts'
import { arrivedStep, proposedStep, reasonStep, toStep, unitStep } from './more-time/steps.ts'
import { writeRequest } from './more-time/write.ts'

const order = ['unit', 'to', 'arrived', 'proposed', 'reason']

/** A draft letter that asks for more time: for which unit, of whom, when the plan came, until when, why. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 7,
  first: ({ unitId }) => ({ step: unitId ? 'to' : 'unit' }),
  next(_answers, { step }) {
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: { unit: unitStep, to: toStep, arrived: arrivedStep, proposed: proposedStep, reason: reasonStep },
  finish: writeRequest,
})
