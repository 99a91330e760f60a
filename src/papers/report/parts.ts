import type { ReportPaper, ReportRow, ReportTotals } from '../../domain/report.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Block, gap, type Table } from '../nd30/blocks.ts'
import { clause, heading, prose, withoutEnd } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { runningNumber, table } from '../nd30/table.ts'

/** `98.4` → `98,4%`. */
const formatShare = (share: number): string => `${String(share).replace('.', ',')}%`

const two = (count: number) => String(count).padStart(2, '0')
const filled = (lines: string[]) => lines.filter((line) => line.trim() !== '')

/** Registered – achieved – evidence. What was done stands in the row of what was promised. */
function resultsTable(texts: Texts, rows: ReportRow[]): Table {
  const word = (name: 'content' | 'registered' | 'achieved' | 'share' | 'evidence') =>
    texts.t(`papers.report.column.${name}`)
  return table<ReportRow>(
    [
      runningNumber(texts.t('papers.column.number')),
      {
        label: word('content'),
        share: 22,
        cell: ({ content, work }) => filled([content, work === content ? '' : work]),
      },
      { label: word('registered'), share: 19, cell: ({ registered }) => registered },
      { label: word('achieved'), share: 19, cell: ({ achieved }) => achieved },
      {
        label: word('share'),
        share: 12,
        align: 'center',
        cell: ({ share }) => (share === null ? '' : formatShare(share)),
      },
      { label: word('evidence'), share: 20, cell: ({ evidence }) => evidence },
    ],
    rows,
  )
}

/** "vượt 01 chỉ tiêu, đạt 02 chỉ tiêu": only what there is, counted from the rows of the table. */
function countedText(texts: Texts, totals: ReportTotals): string {
  const names = ['exceeded', 'reached', 'below', 'uncounted'] as const
  return names
    .filter((name) => totals[name] > 0)
    .map((name) => texts.t(`papers.report.counted.${name}`, { count: totals[name], written: two(totals[name]) }))
    .join(', ')
}

/** Part I: how much was registered, or gone about where nothing was. */
export function workText(texts: Texts, who: string, { items, targets }: ReportTotals): string {
  const key = targets === 0 ? 'papers.report.done' : 'papers.report.registered'
  return texts.t(key, { who, items: two(items), targets: two(targets) })
}

/** What stands above the table: until when the numbers count, and what came of the targets. */
function resultsText(texts: Texts, { totals, closing }: Pick<ReportPaper, 'totals' | 'closing'>): string {
  const counted = { targets: two(totals.targets), counted: countedText(texts, totals) }
  return [
    closing === null ? '' : texts.t('papers.report.closing', { words: withoutEnd(closing.words) }),
    totals.targets === 0 ? '' : texts.t('papers.report.summary', counted),
    texts.t('papers.report.inDetail'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What was done, line by line, where somebody told it. */
const accounts = (layout: Layout, rows: ReportRow[]): Block[] =>
  rows
    .filter(({ account }) => account.trim() !== '')
    .flatMap(({ number, content, account }) => [clause(layout, number, content), ...prose(layout, account)])

/** Part II: the numbers, the table, the accounts. */
export const resultsPart = (texts: Texts, layout: Layout, report: ReportPaper): Block[] => [
  heading(layout, 2, texts.t('papers.report.part.results')),
  ...prose(layout, resultsText(texts, report)),
  resultsTable(texts, report.rows),
  gap,
  ...accounts(layout, report.rows),
]

function proposalsTable(texts: Texts, { proposals }: ReportPaper): Table {
  return table(
    [
      runningNumber(texts.t('papers.column.number')),
      { label: texts.t('papers.report.column.proposed'), share: 30, cell: ({ name }) => name },
      { label: texts.t('papers.column.position'), share: 28, cell: ({ position }) => position },
      { label: texts.t('papers.column.commendation'), share: 30, cell: ({ commendation }) => commendation },
    ],
    proposals,
  )
}

/** Part III: difficulties, causes and what is asked for, then who is proposed; numbered as far as they are there. */
export function assessmentPart(texts: Texts, layout: Layout, report: ReportPaper): Block[] {
  const said = (['difficulties', 'causes', 'proposals'] as const).filter(
    (name) => report.assessment[name].trim() !== '',
  )
  const told = said.flatMap((name, index) => [
    clause(layout, index + 1, texts.t(`papers.report.clause.${name}`)),
    ...prose(layout, report.assessment[name]),
  ])
  const proposed =
    report.proposals.length === 0
      ? []
      : [
          clause(layout, said.length + 1, texts.t('papers.report.clause.commendations')),
          proposalsTable(texts, report),
          gap,
        ]
  const blocks = [...told, ...proposed]
  return blocks.length === 0 ? [] : [heading(layout, 3, texts.t('papers.report.part.assessment')), ...blocks]
}
