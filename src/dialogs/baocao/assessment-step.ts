import { readAssessment } from '../../domain/assessment.ts'
import type { Step } from '../engine/dialog.ts'
import { type Answers, nothingToAssess } from './answers.ts'
import { headed, refused, took } from './ask.ts'

const longestAssessment = 3000

/** Difficulties, causes and proposals in one optional answer. */
export const assessmentStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('reports.assessment.ask')]),
  optional: true,
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return took({ ...answers, assessment: nothingToAssess })
    const text = input.kind === 'text' ? input.text.trim() : ''
    if (!/\p{L}{2}/u.test(text)) return refused(turn, 'reports.assessment.unclear')
    return text.length > longestAssessment
      ? refused(turn, 'register.tooLong', { length: text.length, most: longestAssessment })
      : took({ ...answers, assessment: readAssessment(text) })
  },
}
