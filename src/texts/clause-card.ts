import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import type { Deadline } from '../domain/plan.ts'
import { capitalise } from './capitalise.ts'
import { formatClause } from './clauses.ts'
import { formatDayShort, formatDaysLeft, formatToldDay } from './days.ts'
import { formatDeadline } from './deadlines.ts'
import { formatFormerOf } from './former-bodies.ts'
import { formatReferred } from './references.ts'
import type { TextKey, Texts } from './texts.ts'

type Card = { texts: Texts; calendar: Calendar; today: Day; plan: string }

const sends = new Set(['registration', 'report', 'commendation_dossier'])

function lastDayLine({ texts, calendar, today }: Card, { kind, lastDay, time }: Deadline): string | null {
  if (lastDay === null) return null
  const day = formatToldDay(texts, calendar, lastDay, (told) => formatDayShort(texts, told))
  const left = formatDaysLeft(texts, calendar, today, lastDay)
  const key: TextKey = sends.has(kind) ? 'deadlines.card.send' : 'deadlines.card.act'
  return texts.t(key, { until: time === null ? texts.t('deadlines.card.endOfDay', { day }) : day, left })
}

/** A deadline as a card: what, by when, what to send, who, to whom, and the clause it stands in. */
export function formatClauseCard(card: Card, deadline: Deadline): string {
  const { texts, plan } = card
  const { kind, written, task, actor, recipient, section } = deadline
  const heading = capitalise(texts.t(`deadlines.kind.${kind}`))
  const line = (name: 'task' | 'actor' | 'recipient', value: string | null) =>
    value ? texts.t(`deadlines.card.${name}`, { value: capitalise(value) }) : null
  return [
    written ? texts.t('deadlines.card.written', { heading }) : heading,
    texts.t('deadlines.card.plan', { when: formatDeadline(texts, deadline) }),
    lastDayLine(card, deadline),
    deadline.reference
      ? texts.t('review.reference.told', { document: formatReferred(texts, deadline.reference) })
      : null,
    line('task', task),
    line('actor', actor),
    line('recipient', recipient),
    ...formatFormerOf(texts, deadline, card.today),
    texts.t('deadlines.card.clause', { clause: formatClause(texts, section), plan }),
  ]
    .filter((part) => part !== null)
    .join('\n')
}
