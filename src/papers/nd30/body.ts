import { bold, italic, type Run, type Text, text } from './blocks.ts'
import type { Layout } from './layout.ts'

const paragraph = (layout: Layout, content: string | Run[], keepNext = false) =>
  text(content, { align: 'both', after: layout.gap, spacing: layout.spacing, indent: { first: 'body' }, keepNext })

/** A paragraph of prose: justified, its first line indented. Lines of their own become paragraphs. */
export const prose = (layout: Layout, words: string): Text[] =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(layout, line.trim()))

/** The legal bases in italics, each ended by a semicolon, the last by a full stop. */
export const bases = (layout: Layout, lines: string[]): Text[] =>
  listed(lines).map((line) => paragraph(layout, italic(line)))

/** Words without the marks that end a sentence, which are set by whoever places them. */
export const withoutEnd = (words: string): string => words.trim().replace(/[\s.;,:/]+$/u, '')

/** Lines of a list: each ended by a semicolon, the last by a full stop. */
export const listed = (lines: string[]): string[] =>
  lines.map((line, index) => `${withoutEnd(line)}${index === lines.length - 1 ? '.' : ';'}`)

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** `1` → `I`: parts, headings and appendices. */
export const roman = (number: number): string => romans[number - 1] ?? String(number)

/** `I. KẾT QUẢ`: a heading of the first level. */
export const heading = (layout: Layout, number: number, words: string): Text =>
  paragraph(layout, bold(`${roman(number)}. ${words.toLocaleUpperCase('vi')}`), true)

/** `1. Công tác chỉ đạo`: a clause that has a title, on a line of its own. */
export const clause = (layout: Layout, number: number, words: string): Text =>
  paragraph(layout, bold(`${number}. ${words}`), true)

/** The letters of points in their Vietnamese order, which Word's own numbering does not know. */
export const pointLetters = [...'abcdđeghiklmnopqrstuvxy']

/** `đ) …`: the points of a clause. */
export const points = (layout: Layout, lines: string[]): Text[] =>
  lines.map((line, index) => paragraph(layout, `${pointLetters[index % pointLetters.length]}) ${line}`))

/** `- …`: items below a clause or point. */
export const dashes = (layout: Layout, lines: string[]): Text[] => lines.map((line) => paragraph(layout, `- ${line}`))

/** The last paragraph of the body, ended by the mark `./.`, kept with the signature. */
export const ending = (layout: Layout, words: string): Text => paragraph(layout, `${withoutEnd(words)}./.`, true)
