import type { Button } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { dayOf } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay } from '../../texts/days.ts'
import { describeArrival } from './arrival.ts'
import { decisionButtons, isWritten, viewButton } from './buttons.ts'
import { describeBody, describeCounts } from './describe.ts'
import { loadName, loadRegistrant, nameRegistrant } from './names.ts'
import type { Case } from './standing.ts'

/** One registration that waits for the member of this turn, with what may be done: decide first, then look. */
export async function waitingCard(turn: Turn, one: Case): Promise<{ lines: string[]; buttons: Button[] }> {
  const buttons = [...decisionButtons(turn.texts, one, { view: false }), viewButton(turn.texts, one.registration)]
  return { lines: await describeWaiting(turn, one), buttons }
}

async function describeWaiting(turn: Turn, one: Case): Promise<string[]> {
  const { texts, zone, calendar, today } = turn
  const { registration, deadline } = one
  const { body, code, state, decidedBy, lateReason, submittedAt, paper } = registration
  const who = nameRegistrant(texts, await loadRegistrant(turn, registration))
  const plan = await turn.store.plans.byId(registration.planId)
  const lastDay = deadline?.deadline.lastDay
  const until =
    lastDay && lastDay >= today
      ? texts.t('register.tell.until', { day: formatDay(texts, workdayOnOrBefore(calendar, lastDay)) })
      : '.'
  const values = { who: capitalise(who), counts: describeCounts(texts, body), code, until, plan: plan?.shortName ?? '' }
  return [
    texts.t('register.waiting.one', values),
    texts.t('register.shown.plan', values),
    ...describeBody(texts, body),
    describeArrival(texts, deadline, { on: dayOf(submittedAt, zone), lateReason }),
    state === 'approved' ? texts.t('register.waiting.approvedBy', { by: await loadName(turn, decidedBy) }) : '',
    state === 'approved' && isWritten(one) ? texts.t(`register.paper.${paper}`) : '',
  ]
}
