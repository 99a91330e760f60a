import type { Statistics, StatisticsBlock, Tally } from '../domain/statistics.ts'
import type { Texts } from '../texts/texts.ts'
import type { AggregateTable } from './aggregate-frame.ts'
import type { Row, Value } from './workbook-sheet.ts'
import type { StyleName } from './workbook-styles.ts'

const widths = [6, 52, 12, 12, 12, 12, 12, 12]

const paper = { size: 13, shares: widths }

function headRows(texts: Texts): Row[] {
  const t = (name: string) => texts.t(`papers.aggregate.column.${name}` as 'papers.aggregate.column.unit')
  const parts = [t('collective'), t('individual'), t('both')]
  return [
    {
      ...{
        cells: [t('number'), t('honour'), t('enlisted'), null, null, t('taken'), null, null],
        styles: 'head' as const,
      },
      height: 24,
      spans: [
        [0, 1, 2],
        [1, 1, 2],
        [2, 3, 1],
        [5, 3, 1],
      ],
    },
    { cells: [null, null, ...parts, ...parts], styles: 'head', height: 24 },
  ]
}

const tallyCells = (tally: Tally): Value[] => [
  ...[tally.collectives, tally.individuals, tally.collectives + tally.individuals],
  ...[tally.receivedCollectives, tally.receivedIndividuals, tally.receivedCollectives + tally.receivedIndividuals],
]

const styled = (text: StyleName, number: StyleName): StyleName[] => ['centred', text, ...Array(6).fill(number)]
const rowStyles = styled('text', 'number')
const sumStyles: StyleName[] = ['groupText', 'groupText', ...Array<StyleName>(6).fill('groupNumber')]

function* blockRows(texts: Texts, { level, rows, sum }: StatisticsBlock): Generator<Row> {
  yield { cells: [null, texts.t(`papers.aggregate.level.${level}`), ...tallyCells(sum)], styles: sumStyles }
  for (const [index, { kind, name, tally }] of rows.entries()) {
    const label = kind === null ? name : texts.t(`papers.aggregate.honour.${kind}`)
    yield { cells: [index + 1, label, ...tallyCells(tally)], styles: rowStyles }
  }
}

/** The year by level, title and form of commendation; collectives and individuals apart. */
export function statisticsTable(texts: Texts, counted: Statistics, year: number): AggregateTable {
  function* rows(): Generator<Row> {
    for (const block of counted.blocks) yield* blockRows(texts, block)
    yield { cells: [null, texts.t('papers.aggregate.total'), ...tallyCells(counted.total)], styles: sumStyles }
  }
  const title = texts.t('papers.aggregate.titleYear', { year })
  return { name: texts.t('papers.aggregate.sheet.year'), title, widths, head: headRows(texts), rows, paper }
}
