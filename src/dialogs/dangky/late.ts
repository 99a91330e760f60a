import { decide } from '../../domain/registration.ts'
import { misfitsOf } from '../../domain/registration-fit.ts'
import { arrivalFor } from './arrival.ts'
import { type Ask, campaignOf } from './ask.ts'
import { caseOf } from './standing.ts'

/**
 * Does this draft, sent today, want a reason for coming late? A new version after the last safe day does as well, but not
 * what was asked for, and not what a revised plan itself has made unfit.
 */
export async function wantsReason(ask: Ask): Promise<boolean> {
  const { turn, answers } = ask
  const { plan, deadline } = await campaignOf(ask)
  if (!answers.revises) return arrivalFor(deadline, turn.today) === 'late'
  const was = await turn.store.registrations.byId(answers.revises.id)
  if (!was || misfitsOf(was.body, plan.draft).length > 0) return false
  const { standing, window } = await caseOf(turn, was)
  const decision = decide('revise', was, standing, window)
  return decision.ok && decision.late
}
