import { defineDialog } from './engine/dialog.ts'
import { signerNameStep, signingStep } from './letters/signer-steps.ts'
import { type Answers, answersSchema } from './submission/answers.ts'
import { toStep, whoStep } from './submission/steps.ts'
import { writeSubmission } from './submission/write.ts'

const orderOf = ({ isSigned }: Answers): string[] => ['who', 'to', ...(isSigned ? ['signing', 'signerName'] : [])]

/** A draft submission for commendation: who of those that reports propose, to whom, who signs. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 7,
  first: () => ({ step: 'who' }),
  next(answers, { step }) {
    const order = orderOf(answers)
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: { who: whoStep, to: toStep, signing: signingStep<Answers>(), signerName: signerNameStep<Answers>() },
  finish: writeSubmission,
})
