import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { beginSubmission } from '../src/dialogs/submission/begin.ts'
import { sendAppendix } from '../src/dialogs/tonghop/made.ts'
import { beginAggregate } from '../src/dialogs/tonghop/scope-step.ts'
import { askToSubmit, submitReceived } from '../src/dialogs/tonghop/submit.ts'
import { aggregateScope } from '../src/domain/aggregate-scope.ts'
import { attachedFile } from '../src/domain/registration-body.ts'

const ofPlan = z.object({ plan: z.string() })

/**
 * Tables of what is registered, by plan or by year, as files: of the agency, of a head's own units, of a khối for who leads it;
 * a draft submission for commendation; and the word that a plan's registrations went to the council.
 */
export default defineCommand({
  order: 13,
  menu: 'papers.aggregate.chat.menu',
  usage: 'papers.aggregate.chat.usage',
  aliases: ['tổng hợp', 'bảng tổng hợp'],
  allow: only('admin', 'head'),
  run: (turn, tail) => beginAggregate(turn, tail.slice(0, 100)),
  actions: {
    appendix: defineAction(ofPlan.extend({ file: attachedFile }), (turn, { plan, file }) =>
      sendAppendix(turn, plan, file),
    ),
    ask: defineAction(ofPlan, (turn, { plan }) => askToSubmit(turn, plan)),
    submission: defineAction(ofPlan.extend({ scope: aggregateScope }), (turn, { plan, scope }) =>
      beginSubmission(turn, { planId: plan, scope }),
    ),
    submit: defineAction(ofPlan, (turn, { plan }) => submitReceived(turn, plan)),
  },
})
