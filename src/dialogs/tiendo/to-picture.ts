import type { ReadCoverage } from '../../chat/read-coverage.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatDeedOf, formatShare, pageOf, rowsAPage } from '../../chat/write-coverage.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { type CoveredDeadline, weeksAround } from '../../domain/coverage.ts'
import { addDays, daysBetween } from '../../domain/day.ts'
import { isWeekend } from '../../domain/public-holidays.ts'
import type { Theme } from '../../papers/pictures/palette.ts'
import type { ProgressPicture } from '../../papers/pictures/progress-picture.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatShort } from '../../texts/days.ts'

type Told = Pick<Turn, 'texts' | 'calendar' | 'today'>

/** What is recorded, a page of its units, as a picture to be drawn: every word in the reader's language. */
export function toPicture(
  read: ReadCoverage,
  { theme, offset }: { theme: Theme; offset: number },
  told: Told,
): ProgressPicture {
  const { texts, today } = told
  const rows = read.rows.slice(offset, offset + rowsAPage)
  return {
    ...{ theme, title: capitalise(read.unit), asOf: capitalise(formatDay(texts, today)) },
    headings: {
      timeline: texts.t('progress.picture.timeline'),
      coverage: texts.t('progress.picture.coverage'),
      today: texts.t('progress.picture.today', { day: formatShort(today) }),
      past: texts.t('progress.picture.past'),
    },
    ...onDays(read, told),
    rows: rows.map(({ name, isCourteous, cells }) => ({ name: capitalise(name), isCourteous, cells })),
    notes: notesOf(read, offset, told),
  }
}

/** The deadlines on the days that people are told, on an axis of whole weeks. */
function onDays({ deadlines }: ReadCoverage, told: Told): Pick<ProgressPicture, 'axis' | 'columns'> {
  const { calendar, today } = told
  const toldDays = deadlines.map(({ lastDay }) => workdayOnOrBefore(calendar, lastDay))
  const { from, days } = weeksAround(today, toldDays)
  const all = Array.from({ length: days }, (_, at) => ({ at, day: addDays(from, at) }))
  const columns = deadlines.map((one, index) => {
    const day = toldDays[index] ?? one.lastDay
    const { done, total, isPast } = one
    const label = labelOf(one, formatShort(day), told)
    const name = formatDeedOf(told.texts, one)
    return { number: index + 1, name, day: formatShort(day), at: daysBetween(from, day), done, total, isPast, label }
  })
  const offDays = all.filter(({ day }) => !calendar.isWorkday(day)).map(({ at }) => at)
  const mondays = all.filter(({ at }) => at % 7 === 0).map(({ at, day }) => ({ at, day: formatShort(day) }))
  return { axis: { days, today: daysBetween(from, today), offDays, mondays }, columns }
}

function labelOf(one: CoveredDeadline, day: string, { texts }: Told): string {
  const values = { day, share: formatShare(texts, one) }
  if (one.done === one.total) return texts.t('progress.picture.labelWhole', values)
  return texts.t(one.isPast ? 'progress.picture.labelPast' : 'progress.picture.label', values)
}

function notesOf(read: ReadCoverage, offset: number, { texts, calendar, today }: Told): string[] {
  const { page, pages } = pageOf(read, offset)
  const days = Array.from({ length: 15 }, (_, at) => addDays(today, at))
  const rests = days.some((day) => !calendar.isWorkday(day) && calendar.isTentative(day) && !isWeekend(day))
  return [
    ...(read.more > 0 ? [texts.t('progress.more', { count: read.more })] : []),
    ...(rests ? [texts.t('progress.picture.tentative')] : []),
    ...(pages > 1 ? [texts.t('progress.page', { page, pages })] : []),
  ]
}
