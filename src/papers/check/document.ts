import type { Align } from './read/properties.ts'

/** Letters that look alike. `size` in points; `font`: the fonts that its letters are set in. */
export type Run = {
  text: string
  fonts: string[]
  size: number
  bold: boolean
  italic: boolean
  caps: boolean
  underline: boolean
  color: string
}

/** A cell of a table, counted from 0. `ruleBelow`: its lower border is drawn. */
export type Cell = { table: Table; row: number; column: number; columns: number; width: number; ruleBelow: boolean }

/** Lengths in twips. `indent`: from the edge of the text; `headerRows`: rows that are repeated on each page. */
export type Table = {
  width: number | null
  indent: number
  bordered: boolean
  rows: number
  headerRows: number
  letters: number
  section: number
}

/** Lengths in twips; `line` in 240ths of a line where its rule is `auto`. */
export type Paragraph = {
  runs: Run[]
  /** Number that Word writes before it; empty where there is none. */
  label: string
  /** With `label`, tabs as tabs, breaks as line feeds. */
  text: string
  style: string | undefined
  align: Align
  left: number
  right: number
  first: number
  before: number
  after: number
  line: number
  lineRule: 'auto' | 'exact' | 'atLeast'
  contextual: boolean
  ruleAbove: boolean
  ruleBelow: boolean
  /** Lengths of lines drawn here; 0 where it is not known. */
  drawn: number[]
  cell: Cell | null
  inTextBox: boolean
  section: number
  /** Begins a page by itself. */
  startsPage: boolean
  /** Fields that it holds: PAGE, NUMPAGES, … */
  fields: string[]
}

/** What stands above or below each page of a section. */
export type Margin = { paragraphs: Paragraph[] }

/** A part of the document with one paper and one set of margins; lengths in twips, null where the file says nothing. */
export type Section = {
  width: number | null
  height: number | null
  top: number | null
  bottom: number | null
  left: number | null
  right: number | null
  /** The first page has heads of its own. */
  titlePage: boolean
  /** Page numbers begin anew here; null: they go on. */
  numbersFrom: number | null
  numberFormat: string | null
  headers: { default: Margin | null; first: Margin | null }
  footers: { default: Margin | null; first: Margin | null }
}

/** A DOCX as it is laid out: styles, themes and numbering worked in. */
export type LaidOut = {
  paragraphs: Paragraph[]
  tables: Table[]
  sections: Section[]
  /** How many pages the program that wrote it counted; null where it did not say. */
  pages: number | null
}
