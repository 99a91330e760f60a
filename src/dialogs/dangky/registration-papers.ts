import { dayOf } from '../../domain/day.ts'
import { isPlain } from '../../domain/plain-paper.ts'
import { arrivalFor } from '../lifecycle/case.ts'
import { toPaperKind } from '../lifecycle/waiting.ts'
import { describeBody } from './describe.ts'
import { markMisfits } from './misfits.ts'
import { registrationKind } from './registration-kind.ts'

/** Registrations as /duyet knows papers. */
export const registrationPapers = toPaperKind(registrationKind, {
  isPlain: ({ zone }, { sent, deadline }) => isPlain(sent, arrivalFor(deadline, dayOf(sent.submittedAt, zone))),
  planOf: async ({ store }, { planId }) => (await store.plans.byId(planId))?.shortName ?? '',
  body: async (turn, sent) => [...describeBody(turn.texts, sent.body), await markMisfits(turn, sent)],
})
