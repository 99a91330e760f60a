import { fold } from './fold.ts'
import type { UnitRelation } from './unit.ts'

/** One unit as typed; `parent` is the index of the line it stands below, null: directly below the chosen unit. */
export type UnitLine = { name: string; relation: UnitRelation; parent: number | null }

type Reason = 'duplicate' | 'exists' | 'empty' | 'jump' | 'uneven' | 'too_long'
export type UnitLineProblem = { line: number; text: string; reason: Reason }

type Read =
  | { ok: true; units: UnitLine[] }
  | { ok: false; reason: 'nothing' | 'too_many' }
  | { ok: false; reason: 'bad_lines'; problems: UnitLineProblem[] }

export const longestUnitName = 120
const mostLines = 300
const tabColumns = 4

/** How a unit stands to the agency, as people write it in brackets at the end of its line. */
const marks: Record<string, UnitRelation> = {
  'phoi hop': 'coordinating',
  coordinating: 'coordinating',
  'cap tren': 'superior',
  superior: 'superior',
  'truc thuoc': 'subordinate',
  subordinate: 'subordinate',
}

type Line = { at: number; text: string; width: number; name: string; mark: UnitRelation | null }

/**
 * Typed or pasted lines → units below a chosen one (`above`), indentation (spaces, tabs or dashes) making the tree. A
 * unit without a mark stands to the agency as the one above it. `taken`: the names that stand directly below already;
 * `aboveName`: where the text begins with that unit itself and has all else below it, the first line is no new unit.
 */
export function readUnitLines(
  text: string,
  taken: string[] = [],
  above: UnitRelation = 'subordinate',
  aboveName = '',
): Read {
  const typed = text
    .normalize('NFC')
    .split(/\r?\n/)
    .map(readLine)
    .filter(({ text }) => text.trim() !== '')
  const lines = withoutHead(typed, aboveName)
  if (lines.length === 0) return { ok: false, reason: 'nothing' }
  if (lines.length > mostLines) return { ok: false, reason: 'too_many' }
  const placed = place(lines)
  const problems = lines.flatMap((line, index): UnitLineProblem[] => {
    const reason = placed.wrong[index] ?? problemOf(index, lines, placed.parents, taken)
    return reason ? [{ line: line.at, text: line.text.trim(), reason }] : []
  })
  if (problems.length > 0) return { ok: false, reason: 'bad_lines', problems }
  return { ok: true, units: withRelations(lines, placed.parents, above) }
}

/** `  - Tổ Một cửa (phối hợp)` → width 4, name "Tổ Một cửa", mark coordinating. A number before the name ("1. ") is dropped. */
function readLine(text: string, index: number): Line {
  const lead = /^(?:[\s\-–+•]|\*(?=\s))*/u.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length).replace(/^(?:\d+[.)])+\s+/, '')
  const bracket = /\s*\(([^()]*)\)\s*$/u.exec(rest)
  const mark = marks[fold(bracket?.[1] ?? '')] ?? null
  const name = (mark ? rest.slice(0, bracket?.index) : rest).replace(/\s+/g, ' ').trim()
  return { at: index + 1, text, width: widthOf(lead), name, mark }
}

/** Columns that a line is moved in: a dash is worth two, a plus four, since clerks put it below a dash. */
function widthOf(lead: string): number {
  const counted = /[^\s]/.test(lead) ? lead.trimEnd() : lead
  return [...counted].reduce((width, sign) => width + columnsOf(sign, width), 0)
}

function columnsOf(sign: string, width: number): number {
  if (sign === '\t') return tabColumns - (width % tabColumns)
  if (sign === '+') return 4
  return /\s/.test(sign) ? 1 : 2
}

function withoutHead(lines: Line[], aboveName: string): Line[] {
  const [head, ...rest] = lines
  const isHead = head && rest.length > 0 && sameName(head.name, aboveName)
  return isHead && rest.every(({ width }) => width > head.width) ? rest : lines
}

/** Which line each stands below. The smallest indentation in the text is one level. */
function place(lines: Line[]): { parents: (number | null)[]; wrong: ('jump' | 'uneven' | null)[] } {
  const least = Math.min(...lines.map(({ width }) => width))
  const step = Math.min(...lines.map(({ width }) => width - least).filter((width) => width > 0))
  const open: number[] = []
  const wrong: ('jump' | 'uneven' | null)[] = []
  const parents = lines.map(({ width }, index) => {
    const depth = width === least ? 0 : (width - least) / step
    wrong.push(!Number.isInteger(depth) ? 'uneven' : depth > open.length ? 'jump' : null)
    if (wrong[index]) return null
    open.splice(depth, open.length, index)
    return open[depth - 1] ?? null
  })
  return { parents, wrong }
}

function problemOf(
  index: number,
  lines: Line[],
  parents: (number | null)[],
  taken: string[],
): UnitLineProblem['reason'] | null {
  const line = lines[index] as Line
  if (line.name === '') return 'empty'
  if (line.name.length > longestUnitName) return 'too_long'
  const isSame = (name: string) => sameName(name, line.name)
  if (parents[index] === null && taken.some(isSame)) return 'exists'
  const earlier = lines.slice(0, index).filter((_, other) => parents[other] === parents[index])
  return earlier.some(({ name }) => isSame(name)) ? 'duplicate' : null
}

/** Are two names of units the same to a reader? Capitals and spaces do not count; marks do (Tổ Bảo vệ, Tổ Báo vệ). */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other)
const plainName = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

function withRelations(lines: Line[], parents: (number | null)[], above: UnitRelation): UnitLine[] {
  const units: UnitLine[] = []
  for (const [index, { name, mark }] of lines.entries()) {
    const parent = parents[index] ?? null
    const inherited = parent === null ? above : (units[parent]?.relation ?? above)
    units.push({ name, relation: mark ?? inherited, parent })
  }
  return units
}
