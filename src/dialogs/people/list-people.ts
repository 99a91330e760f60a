import { button, type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { Member } from '../../domain/person.ts'
import { unitsUnder } from '../../domain/rights.ts'
import type { Unit } from '../../domain/unit.ts'
import { pathUp, treeOrder } from '../../domain/unit-tree.ts'
import type { Texts } from '../../texts/texts.ts'

const mostShown = 30
const mostButtons = 6

type Place = { unit: Unit; members: Member[] }

/** People under whom the speaker has charge, by unit in the order of the tree; `typed` narrows by name or unit. */
export async function findPeople({ store, person }: Turn, typed: string): Promise<Place[]> {
  const units = await store.units.all()
  const ruled = person ? unitsUnder(person, units, 'admin') : new Set<string>()
  const people = await store.people.ofUnits([...ruled])
  return treeOrder(units).flatMap(({ unit }) => {
    if (!ruled.has(unit.id)) return []
    const isNamed = pathUp(units, unit.id).some(({ name }) => fold(name).includes(fold(typed)))
    const members = people.filter(
      ({ name, memberships }) =>
        memberships.some(({ unitId }) => unitId === unit.id) && (isNamed || fold(name).includes(fold(typed))),
    )
    return members.length > 0 ? [{ unit, members }] : []
  })
}

/** All who were found, each once. */
export const everybody = (places: Place[]): Member[] => [
  ...new Map(places.flatMap(({ members }) => members).map((member) => [member.id, member])).values(),
]

/** The people by unit, numbered, with a button for each of the first. */
export function presentPeople(texts: Texts, places: Place[], typed: string): Message {
  const found = everybody(places)
  const shown = found.slice(0, mostShown)
  const number = (member: Member) => shown.indexOf(member) + 1
  const blocks = places.flatMap(({ unit, members }) => {
    const lines = members.filter((member) => number(member) > 0).map((member) => line(texts, member, number(member)))
    return lines.length > 0 ? [`\n${unit.name}`, ...lines] : []
  })
  const head = texts.t(typed === '' ? 'people.users.list' : 'people.users.found', { count: found.length, typed })
  const rest = found.length - shown.length
  const foot = [
    ...(rest > 0 ? [texts.t('people.users.more', { count: rest })] : []),
    ...(shown.length > mostButtons ? [texts.t('people.users.narrow')] : []),
  ]
  const buttons = shown
    .slice(0, mostButtons)
    .map(({ id }, at) =>
      button(texts.t('people.users.open', { number: at + 1 }), 'nguoidung', 'open', { personId: id }),
    )
  return message([head, ...blocks, ...(foot.length > 0 ? ['', ...foot] : [])].join('\n'), buttons)
}

const line = (texts: Texts, { name, position }: Member, number: number): string =>
  texts.t(position === '' ? 'people.users.lineBare' : 'people.users.line', { number, name, position })
