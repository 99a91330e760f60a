import type { Overview } from '../../chat/read-dashboard.ts'
import type { Calendar } from '../../domain/calendar.ts'
import type { DashboardDay } from '../../domain/dashboard.ts'
import { toldDay } from '../../domain/dashboard-calendar.ts'
import { addDays, type Day, type Instant } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatMoment, formatNearDay } from '../../texts/days.ts'
import { formatDeadlineShort, formatDeed, formatLastDayNear } from '../../texts/deadlines.ts'
import { formatPlanRound } from '../../texts/rounds.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { escapeHtml, renderPage } from '../page.ts'
import { coverageSection } from './coverage-table.ts'
import { daysCalendar } from './days-calendar.ts'
import { deliverySection } from './delivery-section.ts'
import { lateSection } from './late-list.ts'
import { nothing, section, shareWords } from './page-parts.ts'

export type DashboardWords = { texts: Texts; calendar: Calendar; today: Day; now: Instant; zone: string }
/** Where the page's own links lead. */
export type DashboardLinks = { board: string; papers: { planName: string; href: string }[] }

/** A dashboard as a page: what is late or due, the days ahead, coverage by unit, the late list, delivery, papers. */
export function dashboardPage(
  words: DashboardWords,
  request: Request,
  overview: Overview,
  links: DashboardLinks,
): Response {
  const { texts, now, zone } = words
  const title = texts.t('pages.dashboard.title', { unit: overview.title })
  const seen = texts.t('pages.dashboard.seen', { at: formatMoment(texts, now, zone) })
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(headline(words, overview))}</p>
<p class="quiet">${escapeHtml(seen)}</p>
${daysSection(words, overview.days)}
${lateSection(words, overview)}
${coverageSection(words, overview.coverage)}
${overview.delivery ? deliverySection(texts, overview.delivery) : ''}
${papersSection(texts, links)}`
  return renderPage(texts, request, { title, body, styles: ['dashboard'], headers: { 'x-robots-tag': 'noindex' } })
}

/** One sentence: how much is late, and what is due within seven days. */
function headline({ texts, calendar, today }: DashboardWords, { days, late }: Overview): string {
  const near = days
    .map((due) => ({ due, day: toldDay(calendar, today, due.lastDay) }))
    .filter(({ day }) => day <= addDays(today, 7))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
  const [first] = near
  const coming = first
    ? texts.t('pages.dashboard.dueSoon', {
        count: near.length,
        day: formatNearDay(texts, today, first.day),
        share: `${first.due.done}/${first.due.total}`,
      })
    : texts.t('pages.dashboard.noneSoon')
  return late.length > 0
    ? texts.t('pages.dashboard.lateAnd', { count: late.length, coming })
    : texts.t('pages.dashboard.onlyComing', { coming })
}

function daysSection(words: DashboardWords, days: DashboardDay[]): string {
  const { texts } = words
  const heads = (['deed', 'day', 'recorded'] as const).map(
    (name) => `<th scope="col">${escapeHtml(texts.t(`pages.dashboard.${name}`))}</th>`,
  )
  const rows = days.map((day) => dayRow(words, day))
  const table = `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
  const list = days.length > 0 ? table : nothing(texts, 'pages.dashboard.noDays')
  return section('days', texts.t('pages.dashboard.days'), daysCalendar(words, days) + list)
}

function dayRow({ texts, calendar, today }: DashboardWords, day: DashboardDay): string {
  const label = (key: TextKey) => `data-label="${escapeHtml(texts.t(key))}"`
  const deed = capitalise(formatDeed(texts, day.kind, formatPlanRound(texts, day.plan, day.round)))
  const when = formatDeadlineShort(texts, day.deadline)
  const last = formatLastDayNear(texts, calendar, today, { ...day.deadline, lastDay: day.lastDay })
  return `<tr><th scope="row">${escapeHtml(deed)}</th><td ${label('pages.dashboard.day')}>${escapeHtml(capitalise(`${when}, ${last}`))}</td>
<td ${label('pages.dashboard.recorded')}>${shareWords(texts, day)}</td></tr>`
}

function papersSection(texts: Texts, { board, papers }: DashboardLinks): string {
  const files = [
    { href: board, name: texts.t('pages.dashboard.board') },
    ...papers.map(({ planName, href }) => ({ href, name: texts.t('pages.dashboard.original', { plan: planName }) })),
  ]
  const items = files.map(({ href, name }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`)
  return section('papers', texts.t('pages.dashboard.papers'), `<ul class="links">${items.join('')}</ul>`)
}
