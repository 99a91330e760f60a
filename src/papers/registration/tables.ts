import type { ListedPerson, RegistrationBody, RegistrationItem } from '../../domain/registration-body.ts'
import { formatFull } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Table } from '../nd30/blocks.ts'
import { type Column, runningNumber, table } from '../nd30/table.ts'

const dayOr = (day: string | null) => (day === null ? '' : formatFull(day))
const word = (texts: Texts, name: ColumnName) => texts.t(`papers.column.${name}`)
type ColumnName =
  | 'number'
  | 'content'
  | 'work'
  | 'target'
  | 'finish'
  | 'name'
  | 'position'
  | 'honour'
  | 'note'
  | 'title'
  | 'commendation'
  | 'initiative'
  | 'collective'
  | 'advanced'
  | 'excellent'
  | 'flag'

/** The contents of a registration: what, which work, what target, by when. */
export function itemsTable(texts: Texts, items: RegistrationItem[]): Table {
  const hasWork = items.some(({ work, content }) => work.trim() !== '' && work !== content)
  const columns: Column<RegistrationItem>[] = [
    runningNumber(word(texts, 'number')),
    { label: word(texts, 'content'), share: 20, cell: ({ content }) => content },
    { label: word(texts, 'work'), share: 20, shown: hasWork, cell: ({ work }) => work },
    { label: word(texts, 'target'), share: 20, cell: ({ target }) => target?.text ?? '' },
    { label: word(texts, 'finish'), share: 15, align: 'center', cell: ({ finishDay }) => dayOr(finishDay) },
  ]
  return table(columns, items)
}

/** `Văn thư, Văn phòng xã`: the position and the part of the unit, as far as they are given. */
const postOf = ({ position, unit }: ListedPerson) => [position, unit ?? ''].filter((part) => part !== '').join(', ')

const honourOf = ({ title, commendation }: ListedPerson) =>
  [title ?? '', commendation ?? ''].filter((line) => line !== '')

const nameColumns = (texts: Texts): Column<ListedPerson>[] => [
  runningNumber(word(texts, 'number')),
  { label: word(texts, 'name'), share: 19, cell: ({ name }) => name },
  { label: word(texts, 'position'), share: 20, cell: postOf },
]

/**
 * Who takes part in a campaign for a unit, all in the same contents: a single one stands in each row, as lists have it;
 * several stand in a table of their own, and the title of the list says so.
 */
export function participantsTable(texts: Texts, { items, people }: RegistrationBody): Table {
  const [only] = items.length === 1 ? items : []
  const columns: Column<ListedPerson>[] = [
    ...nameColumns(texts),
    { label: word(texts, 'content'), share: 22, shown: only !== undefined, cell: () => only?.content ?? '' },
    { label: word(texts, 'target'), share: 20, shown: only !== undefined, cell: () => only?.target?.text ?? '' },
    {
      label: word(texts, 'finish'),
      share: 15,
      align: 'center',
      shown: only !== undefined,
      cell: () => dayOr(only?.finishDay ?? null),
    },
    {
      label: word(texts, 'honour'),
      share: 18,
      shown: people.some((person) => honourOf(person).length > 0),
      cell: honourOf,
    },
    { label: word(texts, 'note'), share: 12, cell: () => '' },
  ]
  return table(columns, people)
}

/** Who is registered for the year: titles, commendations, initiatives. */
export function yearlyPeopleTable(texts: Texts, people: ListedPerson[]): Table {
  return table(
    [
      ...nameColumns(texts),
      { label: word(texts, 'title'), share: 18, cell: ({ title }) => title ?? '' },
      { label: word(texts, 'commendation'), share: 16, cell: ({ commendation }) => commendation ?? '' },
      { label: word(texts, 'initiative'), share: 22, cell: ({ initiative }) => initiative ?? '' },
      { label: word(texts, 'note'), share: 9, cell: () => '' },
    ],
    people,
  )
}

type Collective = { name: string; title: string | null; commendation: string | null }

/** The three titles of collectives that lists have a column for; another stands among the notes, in its own words. */
const ticks = {
  advanced: /^(?:Tập thể lao động|Đơn vị) tiên tiến$/iu,
  excellent: /^(?:Tập thể lao động xuất sắc|Đơn vị quyết thắng)$/iu,
  flag: /^Cờ thi đua/iu,
}

/** What a unit is registered for as a collective, ticked as lists do it. */
export function collectiveTable(texts: Texts, collectives: Collective[]): Table {
  const tick = (name: keyof typeof ticks): Column<Collective> => ({
    label: word(texts, name),
    share: 12,
    align: 'center',
    cell: ({ title }) => (title !== null && ticks[name].test(title) ? (name === 'flag' ? title : 'x') : ''),
  })
  const isTicked = (title: string) => Object.values(ticks).some((pattern) => pattern.test(title))
  return table(
    [
      runningNumber(word(texts, 'number')),
      { label: word(texts, 'collective'), share: 26, cell: ({ name }) => name },
      tick('advanced'),
      tick('excellent'),
      tick('flag'),
      { label: word(texts, 'commendation'), share: 16, cell: ({ commendation }) => commendation ?? '' },
      { label: word(texts, 'note'), share: 14, cell: ({ title }) => (title === null || isTicked(title) ? '' : title) },
    ],
    collectives,
  )
}
