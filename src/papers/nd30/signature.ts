import { bold, type Columns, italic, type Text, text } from './blocks.ts'
import { listed } from './body.ts'
import { type Layout, textWidth } from './layout.ts'

/**
 * Who signs, as asked once and never guessed: `lines` such as TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH in their
 * order; `alsoTitle` the second title of who signs for a council; `name` null where it is not known: then it stays blank.
 */
export type Signer = { lines: string[]; alsoTitle: string | null; name: string | null }

/** Room for a signature and a seal, in points. */
const room = 78
/** Between the body and the signature, in points. */
const above = 6
const left = 70

/** The block of one who signs, in the middle of its column (cells 7a to 7c). */
function signatureOf({ lines, alsoTitle, name }: Signer): Text[] {
  const upper = lines.map((line, index) =>
    text(bold(line.toLocaleUpperCase('vi')), {
      align: 'center',
      size: 14,
      before: index === 0 ? above : 0,
      keepNext: true,
    }),
  )
  const below = [alsoTitle?.toLocaleUpperCase('vi') ?? null, name ?? ''].filter((line) => line !== null)
  return [
    ...upper,
    ...below.map((line, index) => text(bold(line), { align: 'center', size: 14, before: index === 0 ? room : 0 })),
  ]
}

/** Where copies go (cell 9b): the words in 12 bold italics, the list in 11, its last line what is kept. */
function recipientsOf(label: string, lines: string[]): Text[] {
  const marked = listed(lines).map((line) => `- ${line}`)
  return [
    text([{ text: label, bold: true, italic: true }], { size: 12, before: above }),
    ...marked.map((line) => text(line, { size: 11, indent: { left: 2, first: -2 } })),
  ]
}

/** The foot of an agency's paper: recipients to the left, who signs to the right; never parted by the end of a page. */
export const foot = (
  layout: Layout,
  signer: Signer,
  recipients: { label: string; lines: string[] } | null,
): Columns => ({
  kind: 'columns',
  widths: [left, textWidth(layout) - left],
  cells: [recipients ? recipientsOf(recipients.label, recipients.lines) : [text('')], signatureOf(signer)],
})

/** Two who sign side by side, each below a line in italics where there is one: who confirms, who registers. */
export const twoSignatures = (layout: Layout, sides: { note: string | null; signer: Signer }[]): Columns => ({
  kind: 'columns',
  widths: sides.map(() => textWidth(layout) / sides.length),
  cells: sides.map(({ note, signer }) => {
    const [first, ...rest] = signatureOf(signer)
    const words = note === null ? [] : [text(italic(note), { align: 'center', size: 13, keepNext: true })]
    return first ? [first, ...words, ...rest] : words
  }),
})
