/** A stretch of text in one style. */
export type Run = { text: string; bold?: boolean; italic?: boolean }

type Align = 'left' | 'center' | 'right' | 'both'

/** One paragraph. Lengths in mm, sizes and spaces in points; `size` null: that of the body. */
export type Text = {
  kind: 'text'
  runs: Run[]
  align: Align
  size: number | null
  /** `first`: the body's first-line indent; a length: that; negative: hanging. */
  indent: { left: number; right: number; first: 'body' | number }
  before: number
  after: number
  /** Lines apart: 1 to 1.5. */
  spacing: number
  keepNext: boolean
  /** A solid line above it: how rules below a title are drawn. */
  ruled: boolean
}

/** A cell of a table; each line is a paragraph of its own. */
export type Cell = {
  lines: string[]
  align?: Align
  bold?: boolean
  italic?: boolean
  columns?: number
  rows?: number
}

/** A ruled table as wide as the page: `widths` are shares; head rows repeat on every page, no row is split. */
export type Table = { kind: 'table'; widths: number[]; head: Cell[][]; rows: Cell[][]; size: number }

/** Blocks side by side without a border; widths in mm. It stays on one page. */
export type Columns = { kind: 'columns'; widths: number[]; cells: Text[][] }

export type Block = Text | Table | Columns

/** Pages of one orientation, numbered from 1 by themselves; the first number is not shown. */
export type Section = { landscape: boolean; blocks: Block[] }

/** A whole file. `code`: the receipt's; `author`: an agency or unit, never a person. */
export type Paper = { title: string; code: string | null; author: string; sections: Section[] }

type Look = Partial<Omit<Text, 'kind' | 'runs' | 'indent'>> & { indent?: Partial<Text['indent']> }

/** Words, or runs in several styles, as one paragraph; plain and to the left where nothing else is said. */
export function text(content: string | Run[], look: Look = {}): Text {
  const runs = typeof content === 'string' ? [{ text: content }] : content
  const plain = { align: 'left', size: null, before: 0, after: 0, spacing: 1, keepNext: false, ruled: false } as const
  return { kind: 'text', ...plain, ...look, runs, indent: { left: 0, right: 0, first: 0, ...look.indent } }
}

export const bold = (words: string): Run[] => [{ text: words, bold: true }]
export const italic = (words: string): Run[] => [{ text: words, italic: true }]

/** A little room below a table. */
export const gap: Text = text([], { size: 8 })
