import { fold } from './fold.ts'

/** Somebody named in a unit's registration: a name and, where it was given, the position. Nothing else is asked. */
export type NamedPerson = { name: string; position: string }

/** What is wrong with one row (counted from 1 as typed); `of` is the row that stands there already. */
export type RowProblem =
  | { row: number; reason: 'no_name' | 'too_long'; text: string }
  | { row: number; reason: 'duplicate'; text: string; of: number }

export type PeopleLines = { people: NamedPerson[]; problems: RowProblem[] }

const longestName = 80

/** "1.", "2)", "-", "STT 3", "01<tab>" before a name. */
const rowMark = /^\s*(?:(?:stt\s*)?\d{1,3}\s*(?:[.)/:\t-]|\s(?=\p{L}))|[-–+•*])\s*/iu
/** "Đ/c", "đồng chí", "Ông", "Bà", "Ông/bà", "anh", "chị" before a name; not the family name "Ông" written alone. */
const courtesy = /^(?:đ\/c|đồng chí|ông\/bà|ông \(bà\)|ông|bà|anh|chị|mr|mrs|ms)\.?:?\s+(?=\p{Lu}\p{L}*\s+\p{L})/iu
/** Between name and position: a tab, comma, bar, colon, spaced dash, or a bracket. */
const parting = /\s*[\t,|:]\s*|\s+[-–]\s+|\s*\((?=[^)]*\)\s*$)/u
const headings = new Set(['ho va ten', 'ho ten', 'danh sach', 'danh sach ca nhan', 'stt ho va ten', 'name', 'names'])

/** "NGUYỄN VĂN A", "nguyễn văn a" → "Nguyễn Văn A"; a name of mixed case is left as it is written. */
function casedName(name: string): string {
  const upper = name === name.toUpperCase()
  if (!upper && name !== name.toLowerCase()) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}

const isName = (name: string): boolean => /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name) && fold(name).length >= 2

function readRow(text: string): NamedPerson {
  const unmarked = text.replace(rowMark, '').replace(courtesy, '').trim()
  const at = parting.exec(unmarked)
  const name = at ? unmarked.slice(0, at.index) : unmarked
  const position = at ? unmarked.slice(at.index + at[0].length).replace(/\)\s*$/u, '') : ''
  const tidy = (part: string) => part.replace(/[\s,.;|]+/g, (gap) => (/[,;|]/.test(gap) ? ', ' : ' ')).trim()
  return { name: casedName(name.replace(/\s+/g, ' ').trim()), position: tidy(position).replace(/[, ]+$/u, '') }
}

const rowsOf = (typed: string): string[] => typed.normalize('NFC').split(/[;\n]/)

/**
 * People typed or pasted as rows (lines, or parted by ";"), each a name and perhaps a position, numbered or not, also
 * as columns of a sheet. Gives the people once each; rows without a name and rows that repeat another are pointed out.
 * The same name with another position is somebody else.
 */
export function readPeopleLines(typed: string): PeopleLines {
  const people: NamedPerson[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  const rows = rowsOf(typed).filter((text) => text.trim() !== '')
  for (const [index, text] of rows.entries()) {
    const row = index + 1
    if (headings.has(fold(text))) continue
    const person = readRow(text)
    const key = `${fold(person.name)}|${fold(person.position)}`
    const of = seen.get(key)
    const problem = problemOf(person, row, text.trim(), of)
    if (problem) problems.push(problem)
    else {
      seen.set(key, row)
      people.push(person)
    }
  }
  return { people, problems }
}

function problemOf({ name }: NamedPerson, row: number, text: string, of: number | undefined): RowProblem | null {
  if (!isName(name)) return { row, reason: 'no_name', text }
  if (name.length > longestName) return { row, reason: 'too_long', text }
  return of === undefined ? null : { row, reason: 'duplicate', text, of }
}
