import { type Day, daysBetween } from '../domain/day.ts'
import { type StyleName, styleNumber } from './workbook-styles.ts'

/** A text, a number, a calendar day, or nothing. */
export type Value = string | number | { day: Day } | null
/** `styles`: one for all cells, or one each. `spans`: cells joined, as [first column, columns, rows], counted from 0. */
export type Row = {
  cells: Value[]
  styles: StyleName | StyleName[]
  spans?: [column: number, columns: number, rows: number][]
  /** In points, for what is joined over columns; other rows are as high as their words need. */
  height?: number
}

/** One sheet; its rows may come from a generator, or from far, and are written as they come. */
export type Sheet = {
  /** At most 31 letters, none of []:*?/\. */
  name: string
  /** Widths in letters of the body's size. */
  widths: number[]
  /** Rows of the table's head, the first and the last counted from 1: repeated on each page, and held in sight. */
  head: { from: number; to: number }
  rows: Iterable<Row> | AsyncIterable<Row>
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return `${before > 0 ? columnName(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

/** The longest text of a cell that spreadsheets take. */
const longest = 32_000
/** Characters that XML has no place for: control characters but tab and line end, and halves of pairs. */
const noXml = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu
/** "_x0041_" means the letter A in this format: the underscore of one that is meant as it stands is spelled out. */
const spelled = /_(?=x[0-9a-f]{4}_)/gi
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const special = /[&<>"_\p{Cc}\p{Cs}\ufffe\uffff]/u

/** Words as they stand in the XML of the file. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text
  return text
    .replace(noXml, '')
    .replace(spelled, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

/** Does a text begin as a formula would, or with a tab or line end that some programs skip before one? */
const isLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/u.test(text)

/** Spaces at an end and in a row are dropped unless it is asked for them. */
const needsSpace = /^\s|\s$|\s\s|[\t\r\n]/

/** Day 0 of the format. */
const dayZero = '1899-12-30'
const serials = new Map<Day, number>()

/** A day as the format counts it; the days of one table are few and come again and again. */
function serialOf(day: Day): number {
  const known = serials.get(day)
  if (known !== undefined) return known
  const serial = daysBetween(dayZero, day)
  if (serials.size < 4000) serials.set(day, serial)
  return serial
}

function cellXml(place: string, value: Value, style: StyleName): string {
  if (value === null || value === '') return `<c r="${place}" s="${styleNumber(style, false)}"/>`
  if (typeof value === 'number') return `<c r="${place}" s="${styleNumber(style, false)}"><v>${value}</v></c>`
  if (typeof value === 'object')
    return `<c r="${place}" s="${styleNumber(style, false)}"><v>${serialOf(value.day)}</v></c>`
  const number = styleNumber(style, isLikeFormula(value))
  const text = escapeXml(value.length > longest ? `${value.slice(0, longest)}…` : value)
  const space = needsSpace.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${place}" s="${number}" t="inlineStr"><is><t${space}>${text}</t></is></c>`
}

/** A line of the body's size, in points. */
const lineHeight = 15.75

/** Into how many lines a text is broken in a column so many letters wide. */
function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = width + 1
    for (const { length } of paragraph.split(' ')) {
      if (used + 1 + length <= width) used += 1 + length
      else {
        lines += Math.max(1, Math.ceil(length / width))
        used = length % width
      }
    }
  }
  return lines
}

/** Programs that do not fit rows to their words when they open a file would cut them off: so their height is written. */
function heightOf({ cells }: Row, widths: number[]): number {
  let lines = 1
  for (const [column, value] of cells.entries())
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, widths[column] ?? 1))
  // 409 is the highest that the format knows.
  return Math.min(lines * lineHeight, 409)
}

function rowXml(row: Row, number: number, names: string[], widths: number[]): string {
  const { cells, styles, height } = row
  const size = height ? ` ht="${height}" customHeight="1"` : ` ht="${heightOf(row, widths)}"`
  let xml = `<row r="${number}"${size}>`
  for (let column = 0; column < cells.length; column += 1) {
    const style = typeof styles === 'string' ? styles : (styles[column] ?? 'plain')
    xml += cellXml(`${names[column]}${number}`, cells[column] ?? null, style)
  }
  return `${xml}</row>`
}

const opening = ({ widths, head }: Sheet): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
    `<pane ySplit="${head.to}" topLeftCell="A${head.to + 1}" activePane="bottomLeft" state="frozen"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>',
    ...widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`),
    '</cols><sheetData>',
  ].join('')

/** A4 landscape (9), as wide as one page and as long as it takes, pages numbered from 1; margins in inches: 15 mm, at the left 20. */
const closing = (merged: string[]): string =>
  [
    '</sheetData>',
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
      : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.79" right="0.59" top="0.79" bottom="0.59" header="0.39" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0" firstPageNumber="1" useFirstPageNumber="1"/>',
    // The number of a page stands in the middle of the upper margin, not on the first page.
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman,Regular"&amp;13&amp;P</oddHeader></headerFooter>',
    '</worksheet>',
  ].join('')

/** Characters handed on at a time. */
const chunk = 256 * 1024

/** The XML of a sheet, piece by piece. */
export async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const names = sheet.widths.map((_, column) => columnName(column))
  const merged: string[] = []
  let text = opening(sheet)
  let number = 0
  for await (const row of sheet.rows) {
    number += 1
    text += rowXml(row, number, names, sheet.widths)
    for (const [column, columns, rows] of row.spans ?? [])
      merged.push(`${names[column]}${number}:${names[column + columns - 1]}${number + rows - 1}`)
    if (text.length < chunk) continue
    yield text
    text = ''
  }
  yield text + closing(merged)
}
