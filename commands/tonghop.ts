import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { sendAppendix } from '../src/dialogs/tonghop/made.ts'
import { askToSubmit, submitReceived } from '../src/dialogs/tonghop/submit.ts'
import { attachedFile } from '../src/domain/registration-body.ts'

const ofPlan = z.object({ plan: z.string() })

/** Tables of what is registered, by plan or by year, as files; and the word that a plan's registrations went to the council. */
export default defineCommand({
  order: 13,
  menu: 'papers.aggregate.chat.menu',
  usage: 'papers.aggregate.chat.usage',
  aliases: ['tổng hợp', 'bảng tổng hợp'],
  allow: only('admin'),
  run: (turn, tail) => turn.begin('tonghop', { words: tail.slice(0, 100) }),
  actions: {
    appendix: defineAction(ofPlan.extend({ file: attachedFile }), (turn, { plan, file }) =>
      sendAppendix(turn, plan, file),
    ),
    ask: defineAction(ofPlan, (turn, { plan }) => askToSubmit(turn, plan)),
    submit: defineAction(ofPlan, (turn, { plan }) => submitReceived(turn, plan)),
  },
})
