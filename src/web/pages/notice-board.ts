import type { Overview } from '../../chat/read-dashboard.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatFull } from '../../texts/days.ts'
import { formatDeadline, formatDeed, formatLastDay } from '../../texts/deadlines.ts'
import { formatPlanRound } from '../../texts/rounds.ts'
import type { TextKey } from '../../texts/texts.ts'
import { escapeHtml, renderPage } from '../page.ts'
import type { DashboardWords } from './dashboard-page.ts'

/** The sheet for the notice board, A4: what is due in the next sixty days, and whom to ask. Nobody is named. */
export function noticeBoardPage(
  { texts, calendar, today }: DashboardWords,
  request: Request,
  { days, title }: Overview,
  contact: string,
): Response {
  const say = (key: TextKey, values?: Record<string, unknown>) => escapeHtml(texts.t(key, values))
  const rows = days.map(({ kind, plan, round, deadline, lastDay }, index) => {
    const deed = escapeHtml(capitalise(formatDeed(texts, kind, formatPlanRound(texts, plan, round))))
    const when = escapeHtml(capitalise(formatDeadline(texts, deadline)))
    const last = escapeHtml(capitalise(formatLastDay(texts, calendar, { ...deadline, lastDay })))
    const to = escapeHtml(deadline.recipient ?? '')
    return `<tr><td class="number">${index + 1}</td><th scope="row">${deed}</th>
<td data-label="${say('pages.board.day')}">${when}<br>${last}</td><td data-label="${say('pages.board.to')}">${to}</td></tr>`
  })
  const heads = (['number', 'deed', 'day', 'to'] as const).map(
    (name) => `<th scope="col">${say(`pages.board.${name}`)}</th>`,
  )
  const table = `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
  const body = `<div class="board">
<p class="issuer">${escapeHtml(title)}</p>
<h1>${say('pages.board.title')}</h1>
<p class="quiet">${say('pages.board.as', { day: formatDay(texts, today) })}</p>
${rows.length > 0 ? table : `<p>${say('pages.dashboard.noDays')}</p>`}
<p>${say('pages.board.ask', { contact })}</p>
</div>`
  return renderPage(texts, request, {
    title: texts.t('pages.board.file', { day: formatFull(today) }),
    body,
    styles: ['board'],
    headers: { 'x-robots-tag': 'noindex' },
  })
}
