import { type Day, monthOf, yearOf } from '../domain/day.ts'
import type { Period } from '../domain/plan.ts'
import { formatFull } from './days.ts'
import type { Texts } from './texts.ts'

const quarters = ['I', 'II', 'III', 'IV']

/** One end of a period: `ngày 15/03/2024`, `tháng 10/2025`, `năm 2025`. */
function formatEnd(texts: Texts, day: Day, precision: Period['startPrecision']): string {
  const [month, year] = [monthOf(day), yearOf(day)]
  if (precision === 'month') return texts.t('dates.month', { month, year })
  if (precision === 'quarter') return texts.t('dates.quarter', { quarter: quarters[Math.ceil(month / 3) - 1], year })
  if (precision === 'half_year') return texts.t(`dates.halfYear.${month <= 6 ? 1 : 2}`, { year })
  return precision === 'year' ? texts.t('dates.year', { year }) : texts.t('plans.period.day', { day: formatFull(day) })
}

/** The campaign's time: `từ ngày 15/03/2024 đến hết ngày 15/10/2024`; null where the plan states none. */
export function formatPeriod(texts: Texts, period: Period | null): string | null {
  if (!period) return null
  const start = period.start && formatEnd(texts, period.start, period.startPrecision)
  const end = period.end && formatEnd(texts, period.end, period.endPrecision)
  if (start && end) return texts.t('plans.period.between', { start, end })
  if (start && period.endEvent) return texts.t('plans.period.untilEvent', { start, end: period.endEvent })
  if (start) return texts.t(period.openEnded ? 'plans.period.open' : 'plans.period.from', { start })
  if (end) return texts.t('plans.period.to', { end })
  return period.endEvent ? texts.t('plans.period.toEvent', { end: period.endEvent }) : null
}
