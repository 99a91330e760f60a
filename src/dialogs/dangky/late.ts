import { misfitsOf } from '../../domain/registration-fit.ts'
import { arrivalFor, caseOf, comesLate } from '../lifecycle/case.ts'
import { type Ask, campaignOf } from './ask.ts'
import { registrationKind } from './registration-kind.ts'

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
  return comesLate(await caseOf(turn, registrationKind, was))
}
