import type { Calendar } from '../domain/calendar.ts'
import { type CalendarEntry, isRecorded } from '../domain/calendar-entry.ts'
import { capitalise } from './capitalise.ts'
import { formatClause } from './clauses.ts'
import { formatDay } from './days.ts'
import { formatDeadline, formatDeed, formatLastDay } from './deadlines.ts'
import { formatPlanRound } from './rounds.ts'
import type { Texts } from './texts.ts'

/** "Hạn đăng ký: thi đua 120 năm thành lập tỉnh (đã ghi nhận)". */
export function formatEntryTitle(texts: Texts, entry: CalendarEntry): string {
  const { deadline, plan, round, whose, unit } = entry
  const { t } = texts
  const named = formatPlanRound(texts, plan, round)
  const deed = formatDeed(texts, deadline.kind, named)
  const task =
    whose === 'internal' ? t('agenda.internal', { unit, deed }) : t(`agenda.title.${deadline.kind}`, { plan: named })
  const title = whose === 'unit' ? t('agenda.ofUnit', { task, unit }) : task
  return isRecorded(entry) ? t('agenda.recorded', { title }) : title
}

/** The day as people are told it; where the last safe day is a day off, both. */
function lastDayLines(texts: Texts, calendar: Calendar, { deadline, day, whose }: CalendarEntry): string[] {
  const { kind, precision, lastDay } = deadline
  if (lastDay === null) return []
  const told = capitalise(formatLastDay(texts, calendar, { kind, precision, lastDay }))
  const moved = day === lastDay || whose === 'internal'
  return [told, ...(moved ? [] : [texts.t('agenda.dayOff', { day: formatDay(texts, lastDay) })])]
}

/** What stands below the title: the plan's own words for the time, the clause and its sentence, and what is recorded. */
export function formatEntryText(texts: Texts, calendar: Calendar, entry: CalendarEntry): string {
  const { t } = texts
  const { deadline, plan, whose, unit, extended, done, of, day } = entry
  const isOne = of === 1
  const recorded = isRecorded(entry) ? 'agenda.state.recorded' : 'agenda.state.open'
  return [
    ...(whose === 'internal' ? [t('agenda.internalDay', { unit, day: formatDay(texts, day) })] : []),
    t('deadlines.card.plan', { when: formatDeadline(texts, deadline) }),
    ...lastDayLines(texts, calendar, entry),
    ...(extended ? [t('agenda.extended', { unit })] : []),
    ...(deadline.recipient ? [t('deadlines.card.recipient', { value: capitalise(deadline.recipient) })] : []),
    isOne ? t(recorded) : t('agenda.state.counted', { done, of }),
    t('deadlines.card.clause', { clause: formatClause(texts, deadline.section), plan }),
    ...(deadline.quote ? [t('agenda.quote', { quote: deadline.quote })] : []),
  ].join('\n')
}
