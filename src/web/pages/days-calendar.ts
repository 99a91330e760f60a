import { type CalendarWeek, type Told, weeksOf } from '../../domain/dashboard-calendar.ts'
import { type Day, weekdayOf } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDayShort } from '../../texts/days.ts'
import { formatDeed } from '../../texts/deadlines.ts'
import { formatPlanRound } from '../../texts/rounds.ts'
import type { TextKey } from '../../texts/texts.ts'
import { escapeHtml } from '../page.ts'
import type { DashboardWords } from './dashboard-page.ts'

type Dues = Parameters<typeof weeksOf>[2]

/**
 * The coming weeks: a row of days each, and below it what is due, beginning under its day. It is a picture: the
 * table that follows says the same to those who do not see it.
 */
export function daysCalendar(words: DashboardWords, dues: Dues): string {
  const { texts, calendar, today } = words
  const heads = [1, 2, 3, 4, 5, 6, 7].map(
    (number) => `<span class="weekday">${escapeHtml(texts.t(`pages.calendar.weekday.${number}` as TextKey))}</span>`,
  )
  const weeks = weeksOf(calendar, today, dues).map((week, index) => weekOf(words, week, index === 0))
  const label = escapeHtml(texts.t('pages.calendar.picture', { count: dues.length }))
  return `<div class="weeks" role="img" aria-label="${label}">${heads.join('')}\n${weeks.join('\n')}</div>`
}

function weekOf(words: DashboardWords, { days, told }: CalendarWeek, isFirst: boolean): string {
  const { texts } = words
  const cells = days.map(({ day, isOff, isTentative, isToday, isDue }, index) => {
    const states = { off: isOff, today: isToday, due: isDue, over: day < words.today }
    const classes = ['day', ...Object.entries(states).flatMap(([name, is]) => (is ? [name] : []))]
    const holiday = isOff && weekdayOf(day) < 6
    const note: TextKey | null = isToday
      ? 'pages.calendar.today'
      : holiday
        ? `pages.calendar.${isTentative ? 'tentative' : 'off'}`
        : null
    const said = note ? `<small>${escapeHtml(texts.t(note))}</small>` : ''
    return `<span class="${classes.join(' ')}"><b>${numberOf(day, isFirst && index === 0)}</b>${said}</span>`
  })
  return cells.join('') + told.map((one) => labelOf(words, one)).join('')
}

/** "9", and "1/5" where a month begins. */
const numberOf = (day: Day, isFirst: boolean): string => {
  const [, month, date] = day.split('-').map(Number)
  return date === 1 || isFirst ? `${date}/${month}` : `${date}`
}

const labelOf = ({ texts }: DashboardWords, { day, due }: Told): string => {
  const when = capitalise(formatDayShort(texts, day))
  const deed = texts.t('pages.calendar.due', {
    day: when,
    deed: formatDeed(texts, due.kind, formatPlanRound(texts, due.plan, due.round)),
    share: `${due.done}/${due.total}`,
  })
  return `<span class="told on-${weekdayOf(day)}">${escapeHtml(deed)}</span>`
}
