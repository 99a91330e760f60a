import { defineDialog } from './engine/dialog.ts'
import { add } from './themkehoach/add-step.ts'
import { type Answers, answersSchema } from './themkehoach/answers.ts'
import { audience, subject, units } from './themkehoach/audience-steps.ts'
import { correct, deadline, fact, undated } from './themkehoach/deadline-steps.ts'
import { file, known, reading } from './themkehoach/file-steps.ts'
import { nextStep } from './themkehoach/flow.ts'
import { former } from './themkehoach/former-step.ts'
import { repairs, request } from './themkehoach/look-steps.ts'
import { name } from './themkehoach/name-step.ts'
import { photos } from './themkehoach/photos-step.ts'
import { preview } from './themkehoach/preview-step.ts'
import { finishReview } from './themkehoach/publish.ts'
import { rehearsal, when } from './themkehoach/publish-later.ts'
import { summary } from './themkehoach/summary-step.ts'

/** A plan from its file to its publication; nothing reaches officials before the last step. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 90,
  first: () => ({ step: 'file' }),
  next: nextStep,
  steps: {
    ...{ file, photos, reading, known, summary, repairs, request },
    ...{ deadline, correct, fact, undated, add, former },
    ...{ name, audience, units, subject, preview, rehearsal, when },
  },
  finish: finishReview,
  async cancelled({ turn, answers }) {
    if (answers.taskId !== null && answers.read === null) await turn.store.tasks.end(answers.taskId, 'cancelled')
  },
})
