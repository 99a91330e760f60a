import type { Texts } from '../../texts/texts.ts'
import { appendixHead } from '../nd30/appendix.ts'
import { type Block, gap, type Section } from '../nd30/blocks.ts'
import { heading } from '../nd30/body.ts'
import type { Layout } from '../nd30/layout.ts'
import { type Column, runningNumber, table } from '../nd30/table.ts'
import type { Proposed } from './proposed.ts'

const postOf = ({ position, unit }: Proposed) => [position, unit].filter((part) => part !== '').join(', ')

function listOf(texts: Texts, proposed: Proposed[], subject: 'unit' | 'person') {
  const word = (name: 'collective' | 'name' | 'position' | 'commendation' | 'note') => texts.t(`papers.column.${name}`)
  const isPerson = subject === 'person'
  const columns: Column<Proposed>[] = [
    runningNumber(texts.t('papers.column.number')),
    { label: word(isPerson ? 'name' : 'collective'), share: isPerson ? 20 : 30, cell: ({ name }) => name },
    { label: word('position'), share: 22, shown: isPerson, cell: postOf },
    { label: word('commendation'), share: 20, cell: ({ commendation }) => commendation },
    { label: texts.t('papers.submission.achievement'), share: 34, cell: ({ achievement }) => achievement },
    { label: word('note'), share: 10, cell: () => '' },
  ]
  return table(columns, proposed)
}

/** The list for commendation, collectives before individuals, as an appendix in landscape. */
export function commendationList(texts: Texts, layout: Layout, proposed: Proposed[], attachedTo: string): Section {
  const title = texts.t('papers.submission.listTitle')
  const kinds = (['unit', 'person'] as const).filter((subject) => proposed.some((one) => one.subject === subject))
  const blocks: Block[] = kinds.flatMap((subject, index) => [
    heading(layout, index + 1, texts.t(`papers.submission.group.${subject}`)),
    listOf(
      texts,
      proposed.filter((one) => one.subject === subject),
      subject,
    ),
    gap,
  ])
  return {
    landscape: true,
    blocks: [...appendixHead(texts, layout, { number: null, title, attachedTo, landscape: true }), ...blocks],
  }
}
