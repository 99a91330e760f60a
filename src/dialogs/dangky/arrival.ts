import type { Day } from '../../domain/day.ts'
import { type Arrival, arrivalOf } from '../../domain/registration.ts'
import type { PlanDeadline } from '../../store/plan-rows.ts'
import { formatShort } from '../../texts/days.ts'
import { formatDeadline, formatDeadlineShort } from '../../texts/deadlines.ts'
import type { Texts } from '../../texts/texts.ts'

/** How sending on a day stands to a deadline; without one nothing is late. */
export const arrivalFor = (deadline: PlanDeadline | null, sentOn: Day): Arrival =>
  arrivalOf(sentOn, { onDay: deadline?.deadline.on ?? null, lastDay: deadline?.deadline.lastDay ?? null })

/** "Gửi ngày 10/04, kế hoạch ghi trước ngày 10/04." or that it came after; empty where it was in time. */
export function describeArrival(
  texts: Texts,
  deadline: PlanDeadline | null,
  sent: { on: Day; lateReason: string | null },
): string {
  const arrival = arrivalFor(deadline, sent.on)
  if (!deadline) return ''
  // It came in time; a later version of it did not.
  if (arrival === 'in_time')
    return sent.lateReason ? texts.t('register.arrival.changedLate', { reason: sent.lateReason }) : ''
  const values = { day: formatShort(sent.on), reason: sent.lateReason ?? '' }
  return arrival === 'on_named_day'
    ? texts.t('register.arrival.onNamedDay', { ...values, deadline: formatDeadlineShort(texts, deadline.deadline) })
    : texts.t('register.arrival.late', { ...values, deadline: formatDeadline(texts, deadline.deadline) })
}
