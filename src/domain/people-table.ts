import { fold } from './fold.ts'
import { type Honour, readHonour } from './honours.ts'
import { type Column, findHeader, hasName } from './people-columns.ts'
import { gather, type PeopleLines, type PersonRow, readPeopleLines, tidyName } from './people-lines.ts'
import { type PrivateFact, withoutPrivate } from './private-facts.ts'
import type { ListedPerson } from './registration-body.ts'

export type PeopleTable =
  | ({ ok: true } & PeopleLines)
  | { ok: false; reason: 'empty' }
  /** No column of names; `found` are the headers that are there. */
  | { ok: false; reason: 'no_name_column'; found: string[] }

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== ''
/** "Tổng cộng: 12 người", "Người lập biểu", "Thủ trưởng đơn vị": below a list, nobody on it. */
const notPeople = /^(?:tong (?:cong|so)|cong|nguoi lap|thu truong|xac nhan|ghi chu|ky ten|noi nhan|danh sach|an dinh)\b/
/** "I", "II.", "A)": the number of a part of the list. */
const partMark = /^(?:[IVX]+|[A-H])(?:[.)](?:\s.*)?)?$/u
/** "(1)", "2": a row that numbers the columns. */
const columnNumber = /^\s*\(?\d{1,2}\)?\s*$/
const cross = /^(?:x|v|1|co|✓|✔|\*)$/iu

type Cells = { columns: Column[]; cells: string[]; honours: Honour[] }

const cellOf = ({ columns, cells }: Cells, of: Column['of']): string =>
  columns
    .flatMap((column, at) => (column.of === of && isFilled(cells[at]) ? [(cells[at] ?? '').trim()] : []))
    .join(', ')

function nameOf(row: Cells): string {
  const whole = cellOf(row, 'name')
  return tidyName(whole || `${cellOf(row, 'familyName')} ${cellOf(row, 'givenName')}`)
}

/** "LĐTT; Giấy khen" in one cell → both; words that are no known honour are kept as they are written. */
function honoursIn({ columns, cells, honours }: Cells): Pick<ListedPerson, 'title' | 'commendation'> {
  const found: Pick<ListedPerson, 'title' | 'commendation'> = {}
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? '').trim()
    if (column.of === 'mark' && cross.test(cell)) found[column.honour.kind] ??= column.honour.name
    if (column.of !== 'title' && column.of !== 'commendation' && column.of !== 'honours') continue
    for (const part of cell.split(/[;,+\n]/).filter(isFilled)) {
      const honour = readHonour(honours, part)
      const kind = honour?.kind ?? (column.of === 'honours' ? 'title' : column.of)
      found[kind] ??= honour?.name ?? part.trim()
    }
  }
  return found
}

function personOf(row: Cells): ListedPerson {
  const unit = cellOf(row, 'unit')
  const initiative = cellOf(row, 'initiative')
  const position = cellOf(row, 'position') || cellOf(row, 'positionAndUnit')
  return {
    name: nameOf(row),
    position: withoutPrivate(position.replace(/\s+/gu, ' ')).text.trim(),
    ...(unit && { unit: unit.replace(/\s+/gu, ' ') }),
    ...honoursIn(row),
    ...(initiative && { initiative: initiative.replace(/\s+/gu, ' ') }),
  }
}

/** Rows of a sheet that name a part of the list, add it up or sign it: nobody is missed with them. */
function isPerson(row: Cells): boolean {
  const filled = row.cells.filter(isFilled)
  const first = filled.find((cell) => /\p{L}{2}/u.test(cell)) ?? ''
  if (filled.every((cell) => columnNumber.test(cell)) || notPeople.test(fold(first))) return false
  // "I | Khối chính quyền" stands over the rows of a part.
  if (partMark.test((filled[0] ?? '').trim())) return false
  return nameOf(row) !== '' || filled.length > 2
}

function privateIn(columns: Column[], rows: string[][]): PrivateFact[] {
  const holds = (of: 'birth' | 'citizen') =>
    columns.some((column, at) => column.of === of && rows.some((cells) => isFilled(cells[at])))
  return (['birth', 'citizen'] as const).filter(holds)
}

/**
 * A sheet of people: its header is found by its words, in whatever order the columns stand; a sheet of one column without
 * a header is a list of lines. Rows are counted as the sheet counts them. Birth dates and citizen numbers are left out.
 */
export function readPeopleTable(rows: string[][], honours: Honour[]): PeopleTable {
  const filled = rows.filter((cells) => cells.some(isFilled))
  if (filled.length === 0) return { ok: false, reason: 'empty' }
  const header = findHeader(rows, honours)
  if (!header && rows.every((cells) => cells.filter(isFilled).length <= 1))
    return { ok: true, ...readPeopleLines(rows.map((cells) => cells.find(isFilled) ?? ' ').join('\n'), honours) }
  if (!header || !hasName(header.columns))
    return {
      ok: false,
      reason: 'no_name_column',
      found: (rows[header?.at ?? rows.indexOf(filled[0] ?? [])] ?? []).filter(isFilled),
    }
  const { at, columns } = header
  const below = rows.slice(at + 1)
  const people = below.flatMap((cells, index): PersonRow[] => {
    const row: Cells = { columns, cells, honours }
    const text = withoutPrivate(cells.filter(isFilled).join(' ')).text.replace(/\s+/gu, ' ').trim()
    return isPerson(row) ? [{ row: at + index + 2, text, person: personOf(row) }] : []
  })
  return { ok: true, ...gather(people), dropped: privateIn(columns, below) }
}
