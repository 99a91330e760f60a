import type { Texts } from '../../texts/texts.ts'
import { appendixHead } from '../nd30/appendix.ts'
import { blanks } from '../nd30/blanks.ts'
import type { Section } from '../nd30/blocks.ts'
import type { Layout } from '../nd30/layout.ts'
import { symbolOf } from '../nd30/letter.ts'
import { runningNumber, table } from '../nd30/table.ts'
import type { PaperUnit } from '../paper-unit.ts'

type List = { units: { name: string }[]; issuer: PaperUnit | null; unit: string; year: number }

/** The bodies that a letter speaks to, as its appendix, where they are too many to be named at its top. */
export function bodiesList(texts: Texts, layout: Layout, { units, issuer, unit, year }: List): Section {
  const head = {
    number: null,
    title: texts.t('papers.urging.listTitle'),
    attachedTo: texts.t('papers.appendix.ofLetter', { ...blanks, symbol: symbolOf(issuer, null), year, issuer: unit }),
    landscape: false,
  }
  const columns = [
    runningNumber(texts.t('papers.column.number')),
    { label: texts.t('papers.urging.listColumn'), share: 60, cell: ({ name }: { name: string }) => name },
    { label: texts.t('papers.column.note'), share: 30, cell: () => '' },
  ]
  return { landscape: false, blocks: [...appendixHead(texts, layout, head), table(columns, units)] }
}
