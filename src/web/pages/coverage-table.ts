import type { Overview } from '../../chat/read-dashboard.ts'
import { toldDay } from '../../domain/dashboard-calendar.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatShort } from '../../texts/days.ts'
import { formatDeed } from '../../texts/deadlines.ts'
import { formatPlanRound } from '../../texts/rounds.ts'
import type { Texts } from '../../texts/texts.ts'
import { escapeHtml } from '../page.ts'
import type { DashboardWords } from './dashboard-page.ts'
import { nothing, section, shareWords } from './page-parts.ts'

type Coverage = Overview['coverage']

/** Who has registered or reported, by unit and deadline. On a phone a card a unit, with what is missing only. */
export function coverageSection({ texts, calendar, today }: DashboardWords, { columns, rows }: Coverage): string {
  const heading = texts.t('pages.dashboard.coverage')
  if (rows.length === 0) return section('coverage', heading, nothing(texts, 'pages.dashboard.noCoverage'))
  const names = columns.map(({ kind, plan, round, lastDay }) => {
    const deed = formatDeed(texts, kind, formatPlanRound(texts, plan, round))
    return capitalise(`${deed}, ${formatShort(toldDay(calendar, today, lastDay))}`)
  })
  const heads = names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')
  const head = `<thead><tr><th scope="col">${escapeHtml(texts.t('pages.dashboard.unit'))}</th>${heads}</tr></thead>`
  const body = `<tbody>${rows.map((row) => rowOf(texts, row, names)).join('\n')}</tbody>`
  const table = `<table>${head}${body}</table>`
  const inside = `<div class="wide cover" tabindex="0" role="group" aria-labelledby="coverage">${table}</div>`
  return section('coverage', heading, inside)
}

function rowOf(texts: Texts, { unitName, depth, cells }: Coverage['rows'][number], names: string[]): string {
  const bound = cells.filter((cell) => cell !== null)
  const whole = bound.filter(({ done, total }) => done === total).length
  const summary = texts.t('pages.dashboard.wholeOf', { count: bound.length, whole })
  const values = cells.map((cell, index) => cellOf(texts, cell, names[index] ?? ''))
  return `<tr><th scope="row" class="depth-${Math.min(depth, 3)}">${escapeHtml(unitName)}<small class="brief">${escapeHtml(summary)}</small></th>${values.join('')}</tr>`
}

function cellOf(texts: Texts, cell: Coverage['rows'][number]['cells'][number], name: string): string {
  if (!cell)
    return `<td class="none"><span aria-hidden="true">–</span><span class="away">${escapeHtml(texts.t('pages.dashboard.notBound'))}</span></td>`
  const state = cell.done === cell.total ? ' class="whole"' : ''
  return `<td data-label="${escapeHtml(name)}"${state}>${shareWords(texts, cell)}</td>`
}
