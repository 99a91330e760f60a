import type { RegistrationBody } from '../../domain/registration-body.ts'
import { contentsOf, countsOf } from '../../domain/registration-body.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Table } from '../nd30/blocks.ts'
import { withoutEnd } from '../nd30/body.ts'
import { collectiveTable, itemsTable, participantsTable, yearlyPeopleTable } from './tables.ts'

/** One table of a registration and what stands above it. */
export type Part = { title: string; table: Table; isWide: boolean }

type PartName = 'contents' | 'participants' | 'participantsOfAll' | 'collective' | 'people'

const listName = ({ items }: RegistrationBody) => (items.length > 1 ? 'participantsOfAll' : 'participants')

/** The tables that a unit's registration has, in the order of its appendices. */
export function partsOf(texts: Texts, unit: string, body: RegistrationBody): Part[] {
  const { items, people, title, commendation } = body
  const part = (name: PartName, table: Table): Part => ({
    title: texts.t(`papers.registration.part.${name}`, { count: contentsOf(body).length }),
    table,
    isWide: table.widths.length > 5,
  })
  const contents = items.length > 0 ? [part('contents', itemsTable(texts, items))] : []
  if (body.shape === 'campaign')
    return people.length === 0 ? contents : [...contents, part(listName(body), participantsTable(texts, body))]
  const isHonoured = title !== null || commendation !== null
  return [
    ...(isHonoured ? [part('collective', collectiveTable(texts, [{ name: unit, title, commendation }]))] : []),
    ...(people.length > 0 ? [part('people', yearlyPeopleTable(texts, people))] : []),
    ...contents,
  ]
}

const two = (count: number) => String(count).padStart(2, '0')

/** ", gồm 02 nội dung, 03 chỉ tiêu, 12 cá nhân": the counts of what follows, from the same data; empty where there are none. */
export function countsText(texts: Texts, body: RegistrationBody): string {
  const isCollective = body.shape === 'yearly' && (body.title !== null || body.commendation !== null)
  const counts = {
    collective: isCollective ? 1 : 0,
    contents: contentsOf(body).length,
    targets: countsOf(body).targets,
    people: body.people.length,
  }
  const written = (['collective', 'contents', 'targets', 'people'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => texts.t(`papers.counts.${name}`, { count: counts[name], written: two(counts[name]) }))
  return written.length === 0 ? '' : texts.t('papers.counts.including', { counts: written.join(', ') })
}

/** What a unit registers for as a whole and notes, a line each; for papers whose tables do not show it. */
export function honourLines(
  texts: Texts,
  { shape, title, commendation, initiative, note }: RegistrationBody,
): string[] {
  const line = (name: 'title' | 'commendation' | 'initiative' | 'note', value: string | null) =>
    value === null || value.trim() === ''
      ? []
      : [texts.t(`papers.registration.line.${name}`, { value: withoutEnd(value) })]
  const honours = shape === 'yearly' ? [] : [...line('title', title), ...line('commendation', commendation)]
  return [...honours, ...line('initiative', initiative), ...line('note', note)]
}

/** To whom the closing sentence speaks: the one addressed, without through whom; of several or nobody known "quý cơ quan". */
export function whoDecides(texts: Texts, to: string[]): string {
  const [only = ''] = to
  return to.length !== 1 ? texts.t('papers.yourBody') : only.replace(/\s*\([^()]*\)\s*$/u, '')
}
