import { type Answers, answers, openQuestion, progressOf } from './dangky/answers.ts'
import { contentsStep } from './dangky/contents-step.ts'
import { finishDayStep } from './dangky/finish-day-step.ts'
import { commendationStep, titleStep } from './dangky/honour-steps.ts'
import { peopleStep } from './dangky/people-step.ts'
import { planStep, registrantStep } from './dangky/plan-steps.ts'
import { changeStep, lateReasonStep, previewStep } from './dangky/preview-steps.ts'
import { send } from './dangky/send.ts'
import { criterionStep, targetStep } from './dangky/target-steps.ts'
import { workStep } from './dangky/work-step.ts'
import { defineDialog } from './engine/dialog.ts'

/** Steps after which, with nothing further to turn to, the draft is sent. */
const last = new Set(['preview', 'lateReason'])

/** Registering for a plan: the next question is always the first that has no answer yet. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: openQuestion,
  next: (given, at) => given.turnTo ?? (last.has(at.step) ? null : openQuestion(given)),
  progress: progressOf,
  steps: {
    plan: planStep,
    registrant: registrantStep,
    contents: contentsStep,
    work: workStep,
    target: targetStep,
    criterion: criterionStep,
    finishDay: finishDayStep,
    people: peopleStep,
    title: titleStep,
    commendation: commendationStep,
    preview: previewStep,
    change: changeStep,
    lateReason: lateReasonStep,
  },
  finish: send,
})
