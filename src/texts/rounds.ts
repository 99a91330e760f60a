import { roundSpan } from '../domain/recurrence.ts'
import { formatFull, formatShort } from './days.ts'
import type { Texts } from './texts.ts'

const quarters = ['I', 'II', 'III', 'IV']

/** The period of a round by its key: `quý I/2024`, `tháng 3/2024`, `tuần 25/03–31/03/2024`; a key that is none as it is. */
export function formatRound(texts: Texts, key: string): string {
  const [year = '', part = ''] = key.split('-', 2)
  const span = roundSpan(key)
  if (!span) return key
  if (part === '') return texts.t('dates.year', { year })
  if (part.startsWith('H')) return texts.t(part === 'H1' ? 'dates.halfYear.1' : 'dates.halfYear.2', { year })
  if (part.startsWith('Q')) return texts.t('dates.quarter', { quarter: quarters[Number(part.slice(1)) - 1], year })
  if (part.startsWith('W'))
    return texts.t('reports.round.week', { start: formatShort(span.start), end: formatFull(span.end) })
  if (span.start === span.end) return texts.t('reports.round.day', { day: formatFull(span.start) })
  return texts.t('dates.month', { month: Number(part), year })
}

/** A plan's short name with the round that is spoken of: `thi đua xây dựng nông thôn mới, kỳ quý I/2024`. */
export const formatPlanRound = (texts: Texts, plan: string, round: string | null): string =>
  round === null ? plan : texts.t('reports.occasion.round', { plan, round: formatRound(texts, round) })
