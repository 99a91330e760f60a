import { signsForCouncil, writesSuperior } from '../papers/paper-suggestions.ts'
import { defineDialog } from './engine/dialog.ts'
import { type Answers, answersSchema } from './thethucgiay/answers.ts'
import { partStep, preview, shape, unit } from './thethucgiay/steps.ts'
import { writePaperUnit } from './thethucgiay/write.ts'

/** Only what a unit's papers have is asked: numbers are given by who has a seal. */
const questionsOf = ({ unit, shape }: Answers): string[] => [
  'shape',
  ...(writesSuperior(unit) ? ['superior'] : []),
  'issuer',
  ...(shape === 'sealed' ? ['symbol', 'drafter'] : []),
  ...['place', 'signing'],
  ...(signsForCouncil(unit) ? ['alsoTitle'] : []),
  ...['name', 'preview'],
]

/** How a unit's papers begin and end, asked once of whoever looks after them, and never guessed. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 30,
  first: ({ unitId }) => ({ step: unitId === undefined ? 'unit' : 'shape' }),
  next(given, { step }) {
    const questions = questionsOf(given)
    const next = questions[questions.indexOf(step) + 1]
    return next === undefined ? null : { step: next }
  },
  progress(given, { step }) {
    const questions = questionsOf(given)
    return { done: Math.max(1, questions.indexOf(step) + 1), of: questions.length }
  },
  steps: {
    unit,
    shape,
    superior: partStep('superior', { optional: true }),
    issuer: partStep('issuer', { lines: 3 }),
    symbol: partStep('symbol', { optional: true }),
    drafter: partStep('drafter', { optional: true }),
    place: partStep('place'),
    signing: partStep('signing', { lines: 3 }),
    alsoTitle: partStep('alsoTitle', { optional: true }),
    name: partStep('name', { optional: true }),
    preview,
  },
  finish: writePaperUnit,
})
