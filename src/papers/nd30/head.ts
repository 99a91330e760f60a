import type { Texts } from '../../texts/texts.ts'
import { blanks } from './blanks.ts'
import { type Columns, italic, type Text, text } from './blocks.ts'
import { type Layout, textWidth } from './layout.ts'
import { rule } from './rule.ts'
import { balance, widthOf } from './text-width.ts'

/** Who issues a paper, as it stands at the top: `superior` null where none is written (UBND, HĐND). */
export type Letterhead = { superior: string | null; issuer: string; place: string }

/** `number` null: a paper without a number; `symbol` null: all after the stroke is left to the clerk. `about`: after V/v, of a letter. */
type HeadParts = Letterhead & {
  year: number
  number: { symbol: string | null } | null
  about: string | null
}

/** As the decree's own example has them: names in 12, motto and day in 13. */
const nationSize = 12
const mottoSize = 13
/** Some mm more than the nation's name needs, which must stand on one line. */
const spare = 3
const capitals = (words: string) => words.normalize('NFC').toLocaleUpperCase('vi')

/** Names of bodies in capitals, in lines about equally long. */
const nameLines = (name: string, width: number, style: 'regular' | 'bold') =>
  name.split('\n').flatMap((part) => balance(capitals(part.trim()), width - 4, nationSize, style))

const centred = (words: string, look: Parameters<typeof text>[1] & { bold?: boolean } = {}) => {
  const { bold = false, ...rest } = look
  return text([{ text: words, bold }], { align: 'center', ...rest })
}

function issuerOf(texts: Texts, parts: HeadParts, width: number): Text[] {
  const above = parts.superior === null ? [] : nameLines(parts.superior, width, 'regular')
  const own = nameLines(parts.issuer, width, 'bold')
  const longest = Math.max(...own.map((line) => widthOf(line, nationSize, 'bold')))
  const number = texts.t('papers.head.number', { ...blanks, symbol: parts.number?.symbol ?? '' })
  return [
    ...above.map((line) => centred(line, { size: nationSize })),
    ...own.map((line) => centred(line, { size: nationSize, bold: true })),
    // Between a third and a half of the words above it.
    rule(longest * 0.42, width),
    ...(parts.number === null ? [] : [centred(number, { size: 13, before: 3 })]),
    ...(parts.about === null ? [] : aboutOf(texts, parts.about, width)),
  ]
}

function aboutOf(texts: Texts, about: string, width: number): Text[] {
  const lines = balance(texts.t('papers.head.about', { about }), width - 2, 12)
  return lines.map((line, index) => centred(line, { size: 12, before: index === 0 ? 6 : 0 }))
}

/** `Ea Kao, ngày      tháng      năm 2024`: the day is the clerk's; so is a place (null) that is not known. */
export const placeAndDay = (texts: Texts, { place, year }: { place: string | null; year: number }): string =>
  texts.t('papers.head.placeAndDay', { ...blanks, place: place ?? blanks.place, year })

/** The country's name and motto, the rule below as long as the motto. */
export function nation(texts: Texts, width: number): Text[] {
  const motto = texts.t('papers.head.motto')
  return [
    centred(texts.t('papers.head.nation'), { size: nationSize, bold: true }),
    centred(motto, { size: mottoSize, bold: true }),
    rule(widthOf(motto, mottoSize, 'bold'), width),
  ]
}

/** The two columns at the top of a paper (cells 1 to 4 and 5b): who issues it and its number; the country, place and day. */
export function head(texts: Texts, layout: Layout, parts: HeadParts): Columns {
  const right = widthOf(texts.t('papers.head.nation'), nationSize, 'bold') + spare
  const left = textWidth(layout) - right
  const day = text(italic(placeAndDay(texts, parts)), { align: 'center', size: mottoSize, before: 3 })
  return {
    kind: 'columns',
    widths: [left, right],
    cells: [issuerOf(texts, parts, left), [...nation(texts, right), day]],
  }
}
