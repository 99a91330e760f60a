import { defineDialog } from './engine/dialog.ts'
import { type Answers, answers, openQuestion } from './nhangiay/answers.ts'
import { dayStep, numberStep, scanStep } from './nhangiay/arrival-steps.ts'
import { deadlineStep, subjectStep } from './nhangiay/choose-steps.ts'
import { takeIn } from './nhangiay/take-in.ts'

/** An admin notes a registration or report that came on paper: number, day of arrival, scan. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: openQuestion,
  next: (given, { step }) => (step === 'scan' ? null : openQuestion(given)),
  steps: {
    deadline: deadlineStep,
    subject: subjectStep,
    number: numberStep,
    day: dayStep,
    scan: scanStep,
  },
  async finish({ turn, answers }) {
    await takeIn(turn, answers)
    return 'done'
  },
})
