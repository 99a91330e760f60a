import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { dayOf } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay } from '../../texts/days.ts'
import { describeArrival } from './arrival.ts'
import { decisionButtons, isWritten, nextButton } from './buttons.ts'
import { describeBody, describeCounts } from './describe.ts'
import { loadName, loadRegistrant, nameRegistrant } from './names.ts'
import { type Case, waitingForMe } from './standing.ts'

/** What waits for the member of this turn: how many, and the one after `after` in full, with what may be done. */
export async function presentWaiting(turn: Turn, after = ''): Promise<Message | null> {
  const waiting = await waitingForMe(turn)
  const place = waiting.findIndex(({ registration }) => registration.id === after)
  const one = waiting[place + 1] ?? waiting[0]
  if (!one) return null
  const { texts } = turn
  const { registration } = one
  const count = texts.t('register.waiting.count', { count: waiting.length })
  const buttons = decisionButtons(texts, one, { view: true })
  const next = waiting.length > 1 ? [nextButton(texts, registration.id)] : []
  return message([count, ...(await describeWaiting(turn, one))].filter(Boolean).join('\n'), [...buttons, ...next])
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
