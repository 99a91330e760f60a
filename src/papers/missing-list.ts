import type { Texts } from '../texts/texts.ts'
import { bold, type Paper, type Section, text } from './nd30/blocks.ts'
import { prose } from './nd30/body.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { plainDocument } from './nd30/plain.ts'
import { runningNumber, table } from './nd30/table.ts'

/** One for whom nothing is recorded. `name` null: the unit's own paper. */
export type MissingRow = { unit: string; name: string | null }

/** One deadline in words, and who is missing under it in the order of their units. */
export type MissingGroup = { about: string; rows: MissingRow[] }

/** `of`: whose units; `agency`: whose system; `asOf`: of when, in words. */
export type MissingList = { of: string; agency: string; asOf: string; groups: MissingGroup[] }

function sectionOf(texts: Texts, layout: Layout, { of, asOf, groups }: MissingList): Section {
  const word = (name: 'unit' | 'name' | 'note') => texts.t(`progress.missing.${name}`)
  const columns = [
    runningNumber(texts.t('papers.column.number')),
    { label: word('unit'), share: 38, cell: ({ unit }: MissingRow) => unit },
    { label: word('name'), share: 38, cell: ({ name }: MissingRow) => name ?? texts.t('progress.missing.ofUnit') },
    { label: word('note'), share: 17, cell: () => '' },
  ]
  const blocks = groups.flatMap(({ about, rows }) => [
    text(bold(about), { before: layout.gap, after: layout.gap, spacing: layout.spacing, keepNext: true }),
    table(columns, rows),
  ])
  const drawnUp = prose(layout, texts.t('progress.missing.asOf', { asOf }))
  return plainDocument(layout, { kind: texts.t('progress.missing.title'), about: of, blocks: [...drawnUp, ...blocks] })
}

/** For whom nothing is recorded, by deadline and unit. A working list with names, no document: nobody signs it. */
export const layMissingList = (texts: Texts, list: MissingList, layout: Layout = defaultLayout): Paper => ({
  title: texts.t('progress.missing.title'),
  code: null,
  author: list.agency,
  sections: [sectionOf(texts, layout, list)],
})
