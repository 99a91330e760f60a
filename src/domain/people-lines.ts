import { fold } from './fold.ts'
import { type Honour, readHonour } from './honours.ts'
import { type PrivateFact, withoutPrivate } from './private-facts.ts'
import type { ListedPerson } from './registration-body.ts'

/** What is wrong with one row (counted from 1 as typed); `of` is the row that stands there already. */
export type RowProblem =
  | { row: number; reason: 'no_name' | 'too_long' | 'unknown'; text: string }
  | { row: number; reason: 'duplicate'; text: string; of: number }

/** `rows`: where each of the people stands; `dropped`: what came along and is not kept. */
export type PeopleLines = { people: ListedPerson[]; rows: number[]; problems: RowProblem[]; dropped: PrivateFact[] }

/** Somebody as a row of a list gives them. */
export type PersonRow = { row: number; text: string; person: ListedPerson }

const longestName = 80

/** "1.", "2)", "-", "STT 3", "01<tab>" before a name. */
const rowMark = /^\s*(?:(?:stt\s*)?\d{1,4}\s*(?:[.)/:\t-]|\s(?=\p{L}))|[-–+•*])\s*/iu
/** "Đ/c", "đồng chí", "Ông", "Bà", "Ông/bà", "anh", "chị" before a name; not the family name "Ông" written alone. */
const courtesy = /^(?:đ\/c|đồng chí|ông\/bà|ông \(bà\)|ông|bà|anh|chị|mr|mrs|ms)\.?:?\s+(?=\p{Lu}\p{L}*\s+\p{L})/iu
/** Between name and position, and between what follows: a tab, comma, bar, colon, spaced dash, or a bracket. */
const parting = /\s*[\t,|:]\s*|\s+[-–]\s+|\s*\((?=[^)]*\)\s*$)/u
const headings = new Set(['ho va ten', 'ho ten', 'danh sach', 'danh sach ca nhan', 'stt ho va ten', 'name', 'names'])

/** "NGUYỄN VĂN A", "nguyễn văn a" → "Nguyễn Văn A"; a name of mixed case is left as it is written. */
function casedName(name: string): string {
  const upper = name === name.toUpperCase()
  if (!upper && name !== name.toLowerCase()) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** "1. Đ/c NGUYỄN VĂN A" → "Nguyễn Văn A". */
export const tidyName = (text: string): string =>
  casedName(text.replace(rowMark, '').replace(courtesy, '').replace(/\s+/g, ' ').trim())

const isName = (name: string): boolean => /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name) && fold(name).length >= 2

const tidy = (part: string): string =>
  part
    .replace(/[\s,.;|]+/g, (gap) => (/[,;|]/.test(gap) ? ', ' : ' '))
    .replace(/^(?:[, ]|[-–](?= |$))+|(?:[, ]|(?<= )[-–])+$/gu, '')

// "Sáng kiến: Số hóa hồ sơ", "Đề tài Quản lý rừng cộng đồng"
const initiativeMark = /(?<=^|[\t,|;]\s*)(?:tên\s+)?(?:sáng kiến|đề tài)\s*:?\s+(?=\p{L})(?<name>[^\t|;]+)$/iu

/** What follows a name: a title and a commendation where they are of the list, an initiative, the rest as the position. */
function readRest(text: string, honours: Honour[]): Omit<ListedPerson, 'name'> {
  const found: Partial<ListedPerson> = {}
  const initiative = initiativeMark.exec(text)
  if (initiative?.groups?.name) found.initiative = tidy(initiative.groups.name)
  const words = initiative ? text.slice(0, initiative.index) : text
  const position = words
    .split(/([\t,|;]|\s[-–]\s)/u)
    .filter((part) => {
      const honour = readHonour(honours, part)
      if (!honour || found[honour.kind] !== undefined) return true
      found[honour.kind] = honour.name
      return false
    })
    .join('')
  return { position: tidy(position), ...found }
}

function readRow(text: string, honours: Honour[]): ListedPerson {
  const unmarked = text.replace(rowMark, '').replace(courtesy, '').trim()
  const at = parting.exec(unmarked)
  const name = at ? unmarked.slice(0, at.index) : unmarked
  const rest = at ? unmarked.slice(at.index + at[0].length).replace(/\)\s*$/u, '') : ''
  return { name: tidyName(name), ...readRest(rest, honours) }
}

/**
 * People typed or pasted as rows (lines, or parted by ";"), each a name and perhaps a position, a title, a commendation and
 * an initiative; numbered or not, also as columns of a sheet. Rows without a name and rows that repeat another are pointed
 * out; birth dates and citizen numbers are left out. The same name with another position is somebody else.
 */
export function readPeopleLines(typed: string, honours: Honour[] = []): PeopleLines {
  const dropped = new Set<PrivateFact>()
  const rows = typed
    .normalize('NFC')
    .split(/[;\n]/)
    .filter((text) => text.trim() !== '')
    .flatMap((line, index): PersonRow[] => {
      const { text, dropped: facts } = withoutPrivate(line)
      for (const fact of facts) dropped.add(fact)
      return headings.has(fold(text)) ? [] : [{ row: index + 1, text: text.trim(), person: readRow(text, honours) }]
    })
  return { ...gather(rows), dropped: [...dropped] }
}

/** The people of rows, each once, in their order; and the rows that name nobody or somebody again. */
export function gather(rows: PersonRow[]): Omit<PeopleLines, 'dropped'> {
  const people: ListedPerson[] = []
  const places: number[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const { row, text, person } of rows) {
    const key = `${fold(person.name)}|${fold(person.position)}|${fold(person.unit ?? '')}`
    const problem = problemOf(person.name, row, text, seen.get(key))
    if (problem) problems.push(problem)
    else {
      seen.set(key, row)
      people.push(person)
      places.push(row)
    }
  }
  return { people, rows: places, problems }
}

function problemOf(name: string, row: number, text: string, of: number | undefined): RowProblem | null {
  if (!isName(name)) return { row, reason: 'no_name', text }
  if (name.length > longestName) return { row, reason: 'too_long', text }
  return of === undefined ? null : { row, reason: 'duplicate', text, of }
}

/**
 * People as the unit knows them: a member typed without marks gets their written name, and their position where none was
 * given. `unknown`: the places in the list of those whom the unit does not know.
 */
export function recognise(
  people: ListedPerson[],
  members: { name: string; position: string }[],
): { people: ListedPerson[]; unknown: number[] } {
  const byName = Map.groupBy(members, ({ name }) => fold(name))
  const unknown: number[] = []
  const found = people.map((person, place) => {
    const [member, ...more] = byName.get(fold(person.name)) ?? []
    if (!member) unknown.push(place)
    if (!member || more.length > 0) return person
    return { ...person, name: member.name, position: person.position || member.position }
  })
  return { people: found, unknown }
}
