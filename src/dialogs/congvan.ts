import { workdayOnOrBefore } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { ahead, dayStep, workdaysAfter } from './letters/day-step.ts'
import { signerNameStep, signingStep } from './letters/signer-steps.ts'
import { type Answers, answersSchema, included } from './urging/answers.ts'
import { readToUrge } from './urging/begin.ts'
import { lookStep, unitsStep } from './urging/units-steps.ts'
import { previewStep, writeLetters } from './urging/write.ts'

/** The plan's own last day while it is ahead, and earlier ones: a letter grants no more time. When it is past, days soon after. */
async function daysToAskFor({ turn, answers }: Asked<Answers>): Promise<Day[]> {
  const { calendar, today } = turn
  const soon = [3, 5, 7].map((count) => workdaysAfter(calendar, today, count))
  const { deadline, round } = answers
  const { bound } = await readToUrge(turn, { deadline, ...(round && { round }) })
  const lastDay = bound[0]?.lastDay ?? null
  const told = lastDay && workdayOnOrBefore(calendar, lastDay)
  return told && told >= today ? [told, ...soon.filter((day) => day < told)] : soon
}

const until: Step<Answers> = dayStep<Answers>('until', {
  ask: ({ turn }) => turn.texts.t('letters.urging.askUntil'),
  choices: daysToAskFor,
  within: ahead,
})

const ending = ({ isSigned }: Answers): string[] => ['until', ...(isSigned ? ['signing', 'signerName'] : []), 'preview']

/** A draft letter of urging: which units, each looked at; by when; who signs. Nobody is told of it by the program. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 7,
  first: () => ({ step: 'units' }),
  next(answers, { step, item = 0 }) {
    if (step === 'units') return answers.looking ? { step: 'look', item: 0 } : { step: 'until' }
    if (step === 'look') {
      if (item + 1 < answers.unitIds.length) return { step: 'look', item: item + 1 }
      return { step: included(answers).length > 0 ? 'until' : 'units' }
    }
    const steps = ending(answers)
    const next = steps[steps.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: {
    units: unitsStep,
    look: lookStep,
    until,
    signing: signingStep<Answers>(),
    signerName: signerNameStep<Answers>(),
    preview: previewStep,
  },
  finish: writeLetters,
})
