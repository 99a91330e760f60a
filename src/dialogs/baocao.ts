import { type Answers, answers } from './baocao/answers.ts'
import { assessmentStep } from './baocao/assessment-step.ts'
import { contentsStep } from './baocao/contents-step.ts'
import { evidenceStep, takingFiles } from './baocao/evidence-step.ts'
import { memberStep } from './baocao/member-step.ts'
import { occasionStep } from './baocao/occasion-step.ts'
import { openQuestion, progressOf } from './baocao/open-question.ts'
import { changeStep, lateReasonStep, previewStep } from './baocao/preview-steps.ts'
import { proposalsStep, proposedStep } from './baocao/proposals-steps.ts'
import { accountStep, resultStep, resultWordsStep } from './baocao/result-steps.ts'
import { send } from './baocao/send.ts'
import { defineDialog } from './engine/dialog.ts'

/** Steps after which, with nothing further to turn to, the draft is sent. */
const last = new Set(['preview', 'lateReason'])

/** Reporting on a plan: the next question is always the first that has no answer yet. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: openQuestion,
  next: (given, at) => given.turnTo ?? (last.has(at.step) ? null : openQuestion(given)),
  progress: progressOf,
  steps: takingFiles({
    occasion: occasionStep,
    member: memberStep,
    contents: contentsStep,
    result: resultStep,
    resultWords: resultWordsStep,
    account: accountStep,
    evidence: evidenceStep,
    proposals: proposalsStep,
    proposed: proposedStep,
    assessment: assessmentStep,
    preview: previewStep,
    change: changeStep,
    lateReason: lateReasonStep,
  }),
  finish: send,
})
