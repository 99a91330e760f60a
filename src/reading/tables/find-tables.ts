import { flatRows, type Placed, readFlatHead } from './flat-table.ts'
import { lineRows, readLineHead } from './line-table.ts'
import { cellsOf, guessColumns, headRow, readHead, rowUnder } from './separated-table.ts'
import type { TableRow, Tables } from './table-row.ts'

/** Lines one below the other that bars or tabs part into three cells and more, or into as many as their head. */
function runFrom(lines: readonly Placed[], start: number): Placed[] {
  const first = cellsOf(lines[start]?.text ?? '')
  const bars = /[|\t]/.test(lines[start]?.text.trim() ?? '')
  const least = Math.max(bars ? 2 : 3, first.length - 2)
  const end = lines.findIndex(({ text }, at) => at > start && cellsOf(text).length < least)
  return lines.slice(start, end < 0 ? lines.length : end)
}

/** The rows of the run of lines at a place; none where it is no table of work. */
function separatedRows(run: readonly Placed[]): TableRow[] {
  const [first, ...below] = run
  if (!first || below.length === 0) return []
  const head = readHead(cellsOf(first.text))
  if (head) return [headRow(first.text), ...below.map(({ text }) => rowUnder(head, cellsOf(text), text))]
  if (!run.every(({ text }) => /[|\t]/.test(text.trim()))) return []
  const columns = guessColumns(run.map(({ text }) => cellsOf(text)))
  return columns ? run.map(({ text }) => rowUnder(columns, cellsOf(text), text)) : []
}

function takeFlat(lines: readonly Placed[], start: number, { rows, covered }: Tables): number {
  const head = readFlatHead(lines.slice(start, start + 8))
  if (!head) return 0
  const named = lines.slice(start, start + head.roles.length)
  const timeFirst = head.roles.filter((role) => role !== 'ordinal')[0] === 'time'
  const found = flatRows(lines.slice(start + head.roles.length), timeFirst, head.timeHead)
  if (found.length === 0) return 0
  rows.set(named[0]?.at ?? 0, headRow(named.map(({ text }) => text).join(' ')))
  for (const { from, row } of found) rows.set(from[0]?.at ?? 0, row)
  for (const { at } of [...named, ...found.flatMap(({ from }) => from)]) if (!rows.has(at)) covered.add(at)
  return named.length + found.flatMap(({ from }) => from).length
}

/** Head and rows on lines of their own, their cells parted by nothing but a space. */
function takeLines(lines: readonly Placed[], start: number, { rows, covered }: Tables): number {
  const first = lines[start]
  const head = first && readLineHead(first.text)
  const found = head ? lineRows(lines.slice(start + 1, start + 200), head) : []
  if (!first || found.length === 0) return 0
  rows.set(first.at, headRow(first.text))
  for (const { from, row } of found) {
    rows.set(from[0]?.at ?? 0, row)
    for (const { at } of from.slice(1)) covered.add(at)
  }
  return 1 + found.flatMap(({ from }) => from).length
}

/** The tables of work and times among a document's lines: parted by bars, tabs or wide blanks, or flattened to a cell a line. */
export function findTables(texts: readonly string[]): Tables {
  const tables: Tables = { rows: new Map(), covered: new Set() }
  const lines = texts.flatMap((text, at) => (text.trim() ? [{ at, text }] : []))
  let at = 0
  while (at < lines.length) {
    const cells = cellsOf(lines[at]?.text ?? '').length
    const run = cells >= 3 ? runFrom(lines, at) : []
    const rows = separatedRows(run)
    for (const [place, row] of rows.entries()) tables.rows.set(run[place]?.at ?? 0, row)
    at += rows.length || takeFlat(lines, at, tables) || takeLines(lines, at, tables) || 1
  }
  return tables
}
