import type { Overview } from '../../chat/read-dashboard.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import type { Late } from '../../domain/dashboard.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDayShort } from '../../texts/days.ts'
import { formatDeed } from '../../texts/deadlines.ts'
import { formatPlanRound } from '../../texts/rounds.ts'
import { escapeHtml } from '../page.ts'
import type { DashboardWords } from './dashboard-page.ts'
import { folded, nothing, section, wordList } from './page-parts.ts'

/** What is past its day with nothing recorded, by deadline: units, and how many people; their names behind a line that opens. */
export function lateSection(words: DashboardWords, { late, names }: Overview): string {
  const { texts } = words
  const heading = texts.t('pages.dashboard.late')
  if (late.length === 0) return section('late', heading, nothing(texts, 'pages.dashboard.noLate'))
  const groups = Map.groupBy(late, ({ kind, planName, round, lastDay }) => `${kind} ${planName} ${round} ${lastDay}`)
  const items = [...groups.values()].map((group) => `<li>${groupOf(words, group, names)}</li>`)
  return section('late', heading, `<ul class="groups">${items.join('\n')}</ul>`)
}

function groupOf({ texts, calendar }: DashboardWords, group: Late[], names: Map<string, string>): string {
  const [first] = group
  if (!first) return ''
  const deed = capitalise(formatDeed(texts, first.kind, formatPlanRound(texts, first.planName, first.round)))
  const line = texts.t('pages.dashboard.lateLine', {
    deed,
    day: formatDayShort(texts, workdayOnOrBefore(calendar, first.lastDay)),
  })
  const units = group.filter(({ personId }) => personId === null).map(({ unitName }) => unitName)
  const people = group.flatMap(({ personId, unitName }) =>
    personId === null ? [] : [`${names.get(personId) ?? ''} (${unitName})`],
  )
  const whose = units.length > 0 ? wordList(units) : ''
  const who = people.length > 0 ? folded(texts.t('pages.dashboard.latePeople', { count: people.length }), people) : ''
  return `<p>${escapeHtml(line)}</p>${whose}${who}`
}
