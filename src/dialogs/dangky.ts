import { type Answers, answers } from './dangky/answers.ts'
import { attachStep } from './dangky/attach-step.ts'
import { contentsStep } from './dangky/contents-step.ts'
import { copyStep, withCopy } from './dangky/copy-step.ts'
import { finishDayStep } from './dangky/finish-day-step.ts'
import { commendationStep, initiativeStep, peopleTitleStep, pledgeStep, titleStep } from './dangky/honour-steps.ts'
import { memberStep } from './dangky/member-step.ts'
import { openQuestion, progressOf } from './dangky/open-question.ts'
import { peopleStep } from './dangky/people-step.ts'
import { pickStep } from './dangky/pick-step.ts'
import { planStep, registrantStep } from './dangky/plan-steps.ts'
import { changeStep, lateReasonStep, previewStep } from './dangky/preview-steps.ts'
import { send } from './dangky/send.ts'
import { criterionStep, targetStep } from './dangky/target-steps.ts'
import { withFiles } from './dangky/with-files.ts'
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
  steps: withFiles({
    plan: planStep,
    registrant: registrantStep,
    member: memberStep,
    contents: withCopy(contentsStep),
    copy: copyStep,
    work: workStep,
    target: targetStep,
    criterion: criterionStep,
    finishDay: finishDayStep,
    people: peopleStep,
    pick: pickStep,
    title: withCopy(titleStep),
    commendation: commendationStep,
    initiative: initiativeStep,
    pledge: pledgeStep,
    peopleTitle: peopleTitleStep,
    preview: previewStep,
    attach: attachStep,
    change: changeStep,
    lateReason: lateReasonStep,
  }),
  finish: send,
})
