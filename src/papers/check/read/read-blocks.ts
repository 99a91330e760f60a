import type { Cell, Paragraph, Table } from '../document.ts'
import { isDrawn } from './properties.ts'
import { boxesIn, type Context, chosen, linesIn, readParagraph, sectionEndedBy } from './read-paragraph.ts'
import { at, child, childrenOf, inside, twips, val, type Xml } from './xml.ts'

/** What a body, a cell, a text box or a page head holds, in reading order. `ended`: sections as they ended. */
export type Blocks = { paragraphs: Paragraph[]; tables: Table[]; ended: Xml[] }

/** Reads all blocks below an element into `into`. Wrappers (content controls, revisions) are looked through. */
export function readBlocks(parent: Xml, context: Context, into: Blocks): void {
  for (const one of parent.children) {
    if (one.name === 'w:p') readOne(one, context, into)
    else if (one.name === 'w:tbl') readTable(one, context, into)
    else if (one.name === 'mc:AlternateContent') readBlocks(chosen(one), context, into)
    else if (/^w:(?:sdt|sdtContent|ins|moveTo|customXml|smartTag)$/.test(one.name)) readBlocks(one, context, into)
  }
}

function readOne(xml: Xml, context: Context, into: Blocks): void {
  const { paragraph, drawings } = readParagraph(xml, context)
  paragraph.drawn = drawings.flatMap(linesIn)
  into.paragraphs.push(paragraph)
  for (const box of drawings.flatMap(boxesIn)) readBlocks(box, { ...context, cell: null, inTextBox: true }, into)
  const ended = context.cell === null && !context.inTextBox ? sectionEndedBy(xml) : undefined
  if (!ended) return
  into.ended.push(ended)
  context.section += 1
  // A new section begins a page, unless it says that it goes on; that is said in the one that begins, so it is taken as such.
  context.breaks.page = true
}

function readTable(xml: Xml, context: Context, into: Blocks): void {
  const properties = child(xml, 'w:tblPr')
  const rows = rowsOf(xml)
  const grid = childrenOf(child(xml, 'w:tblGrid'), 'w:gridCol').map((column) => twips(column, 'w:w') ?? 0)
  const table: Table = {
    width: widthOf(properties, grid),
    indent: twips(child(properties, 'w:tblInd'), 'w:w') ?? 0,
    bordered: isBordered(xml, properties),
    rows: rows.length,
    headerRows: headerRows(rows),
    letters: 0,
    section: context.section,
  }
  // Tables within tables belong to the layout of the outer one.
  if (context.cell === null && !context.inTextBox) into.tables.push(table)
  const tableStyle = val(child(properties, 'w:tblStyle'))
  const before = into.paragraphs.length
  rows.forEach((row, rowAt) => {
    const cells = cellsOf(row)
    cells.forEach((cell, column) => {
      const place: Cell = {
        ...{ table, row: rowAt, column, columns: cells.length },
        width: twips(at(cell, 'w:tcPr', 'w:tcW'), 'w:w') ?? grid[column] ?? 0,
        ruleBelow: isDrawn(at(cell, 'w:tcPr', 'w:tcBorders', 'w:bottom')) ?? false,
      }
      const inner = { ...context, cell: place, tableStyle }
      readBlocks(cell, inner, into)
    })
  })
  table.letters = into.paragraphs.slice(before).reduce((sum, { text }) => sum + text.length, 0)
}

const through = (xml: Xml, name: string): Xml[] =>
  xml.children.flatMap((one) => {
    if (one.name === name) return [one]
    return /^w:(?:sdt|sdtContent|ins|customXml)$/.test(one.name) ? through(one, name) : []
  })
const rowsOf = (table: Xml) => through(table, 'w:tr')
const cellsOf = (row: Xml) => through(row, 'w:tc')

/** Rows that are repeated stand at the top, without a gap. */
function headerRows(rows: Xml[]): number {
  const isHeader = (row: Xml) => {
    const mark = at(row, 'w:trPr', 'w:tblHeader')
    return mark !== undefined && !['0', 'false', 'off'].includes(val(mark) ?? 'true')
  }
  const end = rows.findIndex((row) => !isHeader(row))
  return end === -1 ? rows.length : end
}

function widthOf(properties: Xml | undefined, grid: number[]): number | null {
  const given = child(properties, 'w:tblW')
  const fromGrid = grid.reduce((sum, width) => sum + width, 0)
  if (given?.attributes['w:type'] === 'pct') return null
  if (given?.attributes['w:type'] === 'dxa') return twips(given, 'w:w') || fromGrid || null
  return fromGrid || null
}

const sides = ['w:top', 'w:bottom', 'w:left', 'w:right', 'w:start', 'w:end', 'w:insideH', 'w:insideV']

/** Does a table show lines around or between its cells? A single rule under a name is none. */
function isBordered(table: Xml, properties: Xml | undefined): boolean {
  const drawnOf = (borders: Xml | undefined) => sides.filter((side) => isDrawn(child(borders, side))).length
  const own = child(properties, 'w:tblBorders')
  if (drawnOf(own) >= 2) return true
  const cells = inside(table, 'w:tcBorders').filter((borders) => drawnOf(borders) >= 2)
  if (cells.length > 0) return true
  return own === undefined && /grid|luoi/i.test(val(child(properties, 'w:tblStyle')) ?? '')
}
