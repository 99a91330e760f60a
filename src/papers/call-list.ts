import type { Texts } from '../texts/texts.ts'
import type { Paper, Section } from './nd30/blocks.ts'
import { prose } from './nd30/body.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { plainDocument } from './nd30/plain.ts'
import { runningNumber, table } from './nd30/table.ts'
import { writePaper } from './nd30/write-paper.ts'

/** One call to make. `phone` null: not known here; `deadline` in words. */
export type Call = { name: string; unit: string; phone: string | null; task: string; deadline: string }

/** `asOf`: when it was drawn up, in words ("08:00 thứ Hai 08/04/2024"); `agency` and `office`: whose list it is. */
export type CallList = { agency: string; office: string; asOf: string; calls: Call[] }

function sectionOf(texts: Texts, layout: Layout, { agency, office, asOf, calls }: CallList): Section {
  const word = (name: 'person' | 'unit' | 'phone' | 'task' | 'deadline' | 'called') =>
    texts.t(`papers.calls.column.${name}`)
  const called = [texts.t('papers.calls.calledAt'), texts.t('papers.calls.spokeWith')]
  const rows = table<Call>(
    [
      runningNumber(texts.t('papers.column.number')),
      { label: word('person'), share: 19, cell: ({ name }) => name },
      { label: word('unit'), share: 18, cell: ({ unit }) => unit },
      { label: word('phone'), share: 17, align: 'center', cell: ({ phone }) => phone?.replaceAll(' ', '\u00a0') ?? '' },
      { label: word('task'), share: 24, cell: ({ task }) => task },
      { label: word('deadline'), share: 24, cell: ({ deadline }) => deadline },
      { label: word('called'), share: 27, cell: () => called },
    ],
    calls,
  )
  const kind = texts.t('papers.calls.title')
  const about = texts.t('papers.calls.whose', { agency, office })
  const drawnUp = prose(layout, texts.t('papers.calls.asOf', { asOf, count: calls.length }))
  return plainDocument(layout, { kind, about, blocks: [...drawnUp, rows] }, true)
}

/** The list to call from, to be printed and filled in by hand. A working list, no document: nobody signs it. */
export const layCallList = (texts: Texts, list: CallList, layout: Layout = defaultLayout): Paper => ({
  title: texts.t('papers.calls.title'),
  code: null,
  author: list.agency,
  sections: [sectionOf(texts, layout, list)],
})

/** The same as a DOCX file. */
export const callList = (...of: Parameters<typeof layCallList>): Promise<Uint8Array> =>
  writePaper(layCallList(...of), of[2])
