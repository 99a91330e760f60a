import { message } from '../chat/message.ts'
import { type Answers, answersSchema, madeSchema } from './dientap/answers.ts'
import { replyMade } from './dientap/made.ts'
import { defineDialog, type Step } from './engine/dialog.ts'

const working: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('agenda.rehearsal.working')),
  read(input, { turn, answers }) {
    const made = input.kind === 'task' ? madeSchema.safeParse(input.result).data : undefined
    const isMine = made && (!made.ok || made.wanted === answers.wanted)
    if (isMine) return { ok: true, answers: { ...answers, made } }
    return { ok: false, message: message(turn.texts.t('agenda.rehearsal.stillWorking')) }
  },
}

/** Waits for the file of a rehearsal, and sends it. */
export default defineDialog<Answers>({
  version: 1,
  answers: answersSchema,
  keepDays: 1,
  first: () => ({ step: 'working' }),
  next: () => null,
  steps: { working },
  finish: replyMade,
})
