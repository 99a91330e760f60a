import type { Texts } from '../texts/texts.ts'
import { bold, gap, italic, type Section, text } from './nd30/blocks.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { runningNumber, table } from './nd30/table.ts'
import { writePaper } from './nd30/write-paper.ts'

/** One call to make. `phone` null: not known here; `deadline` in words. */
export type Call = { name: string; unit: string; phone: string | null; task: string; deadline: string }

/** `asOf`: when it was drawn up, in words ("08:00 thứ Hai 08/04/2024"); `agency` and `office`: whose list it is. */
export type CallList = { agency: string; office: string; asOf: string; calls: Call[] }

function sectionOf(texts: Texts, { agency, office, asOf, calls }: CallList): Section {
  const word = (name: 'person' | 'unit' | 'phone' | 'task' | 'deadline' | 'called') =>
    texts.t(`papers.calls.column.${name}`)
  const centred = { align: 'center', size: 14 } as const
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
  const blocks = [
    text(bold(texts.t('papers.calls.title').toLocaleUpperCase('vi')), { ...centred, keepNext: true }),
    text(texts.t('papers.calls.whose', { agency, office }), { ...centred, keepNext: true }),
    text(italic(texts.t('papers.calls.asOf', { asOf, count: calls.length })), { ...centred, after: 6, keepNext: true }),
    rows,
    gap,
  ]
  return { landscape: true, blocks }
}

/** The list to call from, to be printed and filled in by hand, a DOCX file. A working list, no document: nobody signs it. */
export const callList = (texts: Texts, list: CallList, layout: Layout = defaultLayout): Promise<Uint8Array> =>
  writePaper(
    { title: texts.t('papers.calls.title'), code: null, author: list.agency, sections: [sectionOf(texts, list)] },
    layout,
  )
