import type { OfficeHours } from '../domain/calendar.ts'
import { type Day, weekdayOf } from '../domain/day.ts'
import type { Rung } from '../domain/ladder.ts'
import type { Deadline } from '../domain/plan.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatTentative } from '../texts/days.ts'
import { formatDeadline } from '../texts/deadlines.ts'
import { shortTask } from '../texts/plan-card.ts'
import { formatPlanRound } from '../texts/rounds.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import type { Row, Sheet, Value } from './workbook-sheet.ts'
import type { StyleName } from './workbook-styles.ts'

/** One morning on which people would hear of one deadline. */
export type RehearsedRow = {
  day: Day
  /** Days off move it that no notice has settled. */
  tentative: boolean
  plan: string
  deadline: Deadline
  round: string | null
  rungs: Rung[]
  people: number
  units: string[]
}
/** What stands above the tables. */
export type RehearsalFrame = { agency: string; about: string; moment: string }

/** Units named in one cell. */
const mostUnits = 6

type Column = { name: string; width: number; style: StyleName }
const columns: Column[] = [
  { name: 'number', width: 6, style: 'centred' },
  { name: 'day', width: 12, style: 'day' },
  { name: 'weekday', width: 10, style: 'centred' },
  { name: 'time', width: 8, style: 'centred' },
  { name: 'plan', width: 34, style: 'text' },
  { name: 'deadline', width: 38, style: 'text' },
  { name: 'rung', width: 14, style: 'centred' },
  { name: 'people', width: 9, style: 'number' },
  { name: 'units', width: 34, style: 'text' },
]

const across = (text: string, count: number, styles: StyleName, height: number): Row => ({
  ...{ cells: [text, ...Array(count - 1).fill(null)], styles, height },
  spans: [[0, count, 1]],
})

const weekday = (texts: Texts, day: Day) => capitalise(texts.t(`dates.weekday.${weekdayOf(day)}` as TextKey))

function rungWords({ t }: Texts, rungs: Rung[]): string {
  const word = (rung: Rung) => {
    if (rung > 0) return t('agenda.rehearsal.rung.ahead', { count: rung })
    return t(rung === 0 ? 'agenda.rehearsal.rung.today' : 'agenda.rehearsal.rung.late')
  }
  return rungs.map(word).join('; ')
}

function deadlineWords(texts: Texts, { deadline, round }: RehearsedRow): string {
  const task = shortTask(texts, deadline)
  const named = formatPlanRound(texts, task, round)
  return texts.t('agenda.rehearsal.rowDeadline', { task: named, when: formatDeadline(texts, deadline) })
}

const unitWords = ({ t }: Texts, units: string[]): string =>
  units.length > mostUnits ? t('agenda.rehearsal.more', { count: units.length }) : units.join('; ')

function cellsOf(texts: Texts, row: RehearsedRow, number: number, time: string): Value[] {
  const { day, tentative, plan, rungs, people, units } = row
  const when = [{ day }, formatTentative(texts, weekday(texts, day), tentative), time]
  return [
    number,
    ...when,
    capitalise(plan),
    deadlineWords(texts, row),
    rungWords(texts, rungs),
    people,
    unitWords(texts, units),
  ]
}

type Table = { name: string; title: string; note: string; columns: Column[]; rows: Value[][] }

/** A table under the agency's name, its title and a note; its head is repeated on each page. */
function sheetOf(texts: Texts, { agency, moment }: RehearsalFrame, table: Table): Sheet {
  const { name, title, note, columns: all, rows } = table
  const t = (key: string) => texts.t(`agenda.rehearsal.column.${key}` as TextKey)
  const styles = all.map(({ style }) => style)
  const opening = [
    across(agency.toLocaleUpperCase('vi'), all.length, 'agency', 20),
    across(title, all.length, 'title', 24),
    across(note, all.length, 'subtitle', 34),
    across(texts.t('agenda.rehearsal.asOf', { moment }), all.length, 'subtitle', 18),
  ]
  const head: Row = { cells: all.map((column) => t(column.name)), styles: 'head', height: 34 }
  const at = opening.length + 1
  return {
    ...{ name, widths: all.map(({ width }) => width), head: { from: at, to: at } },
    rows: [...opening, head, ...rows.map((cells) => ({ cells, styles }))],
  }
}

/** The coming year day by day: who would hear of what, as long as nothing is recorded. */
export function rehearsalSheet(texts: Texts, frame: RehearsalFrame, rows: RehearsedRow[], hours: OfficeHours): Sheet {
  const { t } = texts
  const note = t('agenda.rehearsal.note', { about: capitalise(frame.about) })
  const cells = rows.map((row, index) => cellsOf(texts, row, index + 1, hours.opens))
  return sheetOf(texts, frame, {
    ...{ name: t('agenda.rehearsal.sheet'), title: t('agenda.rehearsal.title'), note, columns, rows: cells },
  })
}

/** The days and hours of digests in the coming year. */
export function digestSheet(texts: Texts, frame: RehearsalFrame, digests: { day: Day; time: string }[]): Sheet {
  const { t } = texts
  return sheetOf(texts, frame, {
    ...{ name: t('agenda.rehearsal.sheetDigests'), title: t('agenda.rehearsal.titleDigests') },
    ...{ note: t('agenda.rehearsal.noteDigests'), columns: columns.slice(0, 4) },
    rows: digests.map(({ day, time }, index) => [index + 1, { day }, weekday(texts, day), time]),
  })
}
