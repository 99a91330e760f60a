import type { Turn } from '../../chat/turn.ts'
import { expiredBases } from '../../domain/expired-documents.ts'
import type { ExpiredDocument } from '../../domain/known-lists.ts'
import { lateArrival } from '../../domain/late-arrival.ts'
import type { Deadline, PlanDraft } from '../../domain/plan.ts'
import { isAllPast } from '../../domain/plan-review.ts'
import { formatDay, formatDaysLeft, formatFull } from '../../texts/days.ts'
import { formatDeadline, formatDeadlineShort } from '../../texts/deadlines.ts'
import { formatReferred } from '../../texts/references.ts'
import type { Texts } from '../../texts/texts.ts'

type Timing = Pick<Turn, 'texts' | 'today' | 'calendar'>

/** A plan all in the past, or one that has come near its deadline or after it, says so. */
export function timing({ texts, today, calendar }: Timing, deadlines: Deadline[]): string[] {
  if (isAllPast(deadlines, today)) {
    const days = deadlines.flatMap(({ lastDay }) => lastDay ?? []).sort()
    return [texts.t('plans.summary.allPast', { day: formatDay(texts, days.at(-1) ?? today) })]
  }
  const late = lateArrival(deadlines, today, calendar)
  if (!late) return []
  const { deadline, state } = late
  const day = formatDay(texts, today)
  if (state === 'past') return [texts.t('review.late.past', { today: day, when: formatDeadline(texts, deadline) })]
  const left = formatDaysLeft(texts, calendar, today, deadline.lastDay)
  const near = texts.t('plans.summary.near', { today: day, when: formatDeadlineShort(texts, deadline), left })
  return [`${near} ${texts.t('review.late.offer')}`]
}

/** Legal bases known as expired: for the admin to confirm, nobody's mistake. */
export function expiredLine({ t }: Texts, draft: PlanDraft, today: string, own: ExpiredDocument[]): string {
  const list = expiredBases(draft, today, own).map(({ number, since, replacedBy, later }) =>
    [
      t('review.expired.one', { number, day: formatFull(since) }),
      replacedBy === null ? '' : t('review.expired.replaced', { number: replacedBy }),
      later ? t('review.expired.later') : '',
    ].join(''),
  )
  return list.length === 0 ? '' : t('review.expired.line', { list: list.join('; ') })
}

/** The documents that deadlines refer to: asked for, and until then unchecked. */
export function referenceLine(texts: Texts, deadlines: Deadline[]): string {
  const names = deadlines.flatMap(({ reference }) => (reference ? [formatReferred(texts, reference)] : []))
  const list = [...new Set(names)].join('; ')
  return list === '' ? '' : texts.t('review.reference.ask', { list })
}

/** What an admin expects in a plan and the reader has not found. */
export function unreadLine({ t }: Texts, { title, issuer, period, signer, recipients }: PlanDraft): string {
  const facts = { title, issuer, period, signer: signer?.name ?? null, recipients: recipients[0] ?? null }
  const list = (Object.keys(facts) as (keyof typeof facts)[])
    .filter((name) => facts[name] === null)
    .map((name) => t(`review.unread.${name}`))
  return list.length === 0 ? '' : t('review.unread.line', { list: list.join(', ') })
}
