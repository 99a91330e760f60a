import type { Overview } from '../../chat/read-dashboard.ts'
import type { Calendar } from '../../domain/calendar.ts'
import type { DashboardDay } from '../../domain/dashboard.ts'
import type { Day, Instant } from '../../domain/day.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDayShort, formatMoment } from '../../texts/days.ts'
import { formatDeadlineShort, formatDeed, formatLastDayNear } from '../../texts/deadlines.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { escapeHtml, renderPage } from '../page.ts'

export type DashboardWords = { texts: Texts; calendar: Calendar; today: Day; now: Instant; zone: string }
/** Where the page's own links lead. */
export type DashboardLinks = { board: string; papers: { planName: string; href: string }[] }

/** A dashboard as a page: the days ahead, coverage by unit, what is late, delivery, papers. */
export function dashboardPage(
  words: DashboardWords,
  request: Request,
  overview: Overview,
  links: DashboardLinks,
): Response {
  const { texts, now, zone } = words
  const say = (key: TextKey, values?: Record<string, unknown>) => escapeHtml(texts.t(key, values))
  const title = texts.t('pages.dashboard.title', { unit: overview.title })
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="quiet">${say('pages.dashboard.seen', { at: formatMoment(texts, now, zone) })}</p>
${daysSection(words, overview.days, links.board)}
${coverageSection(texts, overview.coverage)}
${lateSection(texts, overview)}
${overview.delivery ? deliverySection(texts, overview.delivery) : ''}
${papersSection(texts, links.papers)}`
  return renderPage(texts, request, { title, body, headers: { 'x-robots-tag': 'noindex' } })
}

const section = (id: string, heading: string, inside: string) =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(heading)}</h2>\n${inside}</section>`
const nothing = (texts: Texts, key: TextKey) => `<p>${escapeHtml(texts.t(key))}</p>`

/** "5/8": nobody missing is said by a sign and a word, not by colour alone. */
const shareWords = (texts: Texts, { done, total }: { done: number; total: number }) =>
  done === total
    ? `<span class="good">✓ ${done}/${total}</span><span class="away"> ${escapeHtml(texts.t('pages.dashboard.whole'))}</span>`
    : `${done}/${total}`

function daysSection({ texts, calendar, today }: DashboardWords, days: DashboardDay[], board: string): string {
  const say = (key: TextKey) => escapeHtml(texts.t(key))
  const rows = days.map((day) => {
    const deed = capitalise(formatDeed(texts, day.kind, day.plan))
    const when = formatDeadlineShort(texts, day.deadline)
    const last = formatLastDayNear(texts, calendar, today, { ...day.deadline, lastDay: day.lastDay })
    return `<tr><th scope="row">${escapeHtml(deed)}</th><td data-label="${say('pages.dashboard.day')}">${escapeHtml(`${when}, ${last}`)}</td>
<td data-label="${say('pages.dashboard.recorded')}">${shareWords(texts, day)}</td></tr>`
  })
  const head = `<thead><tr><th scope="col">${say('pages.dashboard.deed')}</th><th scope="col">${say('pages.dashboard.day')}</th><th scope="col">${say('pages.dashboard.recorded')}</th></tr></thead>`
  const table = `<table>${head}<tbody>${rows.join('\n')}</tbody></table>`
  const print = `<p><a class="secondary" href="${escapeHtml(board)}">${say('pages.dashboard.board')}</a></p>`
  return section(
    'days',
    texts.t('pages.dashboard.days'),
    (days.length > 0 ? table : nothing(texts, 'pages.dashboard.noDays')) + print,
  )
}

function coverageSection(texts: Texts, { columns, rows }: Overview['coverage']): string {
  const heading = texts.t('pages.dashboard.coverage')
  if (rows.length === 0) return section('coverage', heading, nothing(texts, 'pages.dashboard.noCoverage'))
  const names = columns.map(
    ({ kind, plan, lastDay }) => `${formatDeed(texts, kind, plan)}, ${formatDayShort(texts, lastDay)}`,
  )
  const heads = names.map((name) => `<th scope="col">${escapeHtml(capitalise(name))}</th>`).join('')
  const lines = rows.map(({ unitName, depth, cells }) => {
    const values = cells.map((cell, index) =>
      cell
        ? `<td data-label="${escapeHtml(capitalise(names[index] ?? ''))}">${shareWords(texts, cell)}</td>`
        : `<td class="none"><span aria-hidden="true">–</span><span class="away">${escapeHtml(texts.t('pages.dashboard.notBound'))}</span></td>`,
    )
    return `<tr><th scope="row" class="depth-${Math.min(depth, 3)}">${escapeHtml(unitName)}</th>${values.join('')}</tr>`
  })
  const head = `<thead><tr><th scope="col">${escapeHtml(texts.t('pages.dashboard.unit'))}</th>${heads}</tr></thead>`
  return section(
    'coverage',
    heading,
    `<div class="wide" tabindex="0" role="group" aria-labelledby="coverage"><table>${head}<tbody>${lines.join('\n')}</tbody></table></div>`,
  )
}

function lateSection(texts: Texts, { late, names }: Overview): string {
  const heading = texts.t('pages.dashboard.late')
  if (late.length === 0) return section('late', heading, nothing(texts, 'pages.dashboard.noLate'))
  const groups = Map.groupBy(late, ({ kind, planName, lastDay }) => `${kind} ${planName} ${lastDay}`)
  const items = [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const deed = capitalise(formatDeed(texts, first.kind, first.planName))
    const who = [first, ...rest].map(({ personId, unitName }) =>
      personId ? `${names.get(personId) ?? ''} (${unitName})` : unitName,
    )
    const line = texts.t('pages.dashboard.lateLine', { deed, day: formatDayShort(texts, first.lastDay) })
    const whose = who.map((name) => `<li>${escapeHtml(name)}</li>`).join('')
    return [`<li>${escapeHtml(line)}<ul>${whose}</ul></li>`]
  })
  return section('late', heading, `<ul>${items.join('\n')}</ul>`)
}

function deliverySection(texts: Texts, { undelivered, unreachable }: NonNullable<Overview['delivery']>): string {
  const heading = texts.t('pages.dashboard.delivery')
  if (undelivered + unreachable.length === 0)
    return section('delivery', heading, nothing(texts, 'pages.dashboard.allDelivered'))
  const failed = texts.t('pages.dashboard.undelivered', { count: undelivered })
  const away = texts.t('pages.dashboard.unreachable', { count: unreachable.length })
  const who =
    unreachable.length > 0 ? `<ul>${unreachable.map((name) => `<li>${escapeHtml(name)}</li>`).join('')}</ul>` : ''
  return section('delivery', heading, `<p>${escapeHtml(failed)}</p><p>${escapeHtml(away)}</p>${who}`)
}

function papersSection(texts: Texts, papers: DashboardLinks['papers']): string {
  if (papers.length === 0) return ''
  const items = papers.map(
    ({ planName, href }) =>
      `<li><a href="${escapeHtml(href)}">${escapeHtml(texts.t('pages.dashboard.original', { plan: planName }))}</a></li>`,
  )
  return section('papers', texts.t('pages.dashboard.papers'), `<ul>${items.join('')}</ul>`)
}
