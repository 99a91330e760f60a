import type { Turn } from '../../chat/turn.ts'
import type { Member } from '../../domain/person.ts'
import { canTypeFor, holds } from '../../domain/rights.ts'
import type { Registrant } from '../../store/registrations.ts'
import type { Choice } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'

/** In which capacity; `personId`: somebody else, for whom it is typed. */
export type Capacity = NonNullable<Answers['registrant']>

const unitsOf = ({ memberships }: Member): string[] => [...new Set(memberships.map(({ unitId }) => unitId))]
/** The units whose papers somebody draws up, and for whose people they may type. */
const unitsTypedFor = (member: Member): string[] => unitsOf(member).filter((unitId) => canTypeFor(member, unitId))

/**
 * In which capacities somebody may register: themselves in each unit they belong to, and each unit they may write for. An
 * account that several share is nobody's own.
 */
export function capacitiesOf(member: Member): Capacity[] {
  const own = member.shared ? [] : unitsOf(member).map((unitId): Capacity => ({ subject: 'person', unitId }))
  return [...own, ...unitsTypedFor(member).map((unitId): Capacity => ({ subject: 'unit', unitId }))]
}

export const capacityKey = ({ subject, unitId }: Capacity): string => `${subject} ${unitId}`

/** Who registers: the unit, the person named, or whoever types. */
export const registrantOf = ({ person }: Pick<Turn, 'person'>, capacity: Capacity): Registrant => ({
  subject: capacity.subject,
  unitId: capacity.unitId,
  personId: capacity.subject === 'unit' ? null : (capacity.personId ?? person?.id ?? null),
})

/** The colleagues for whom the member of this turn may type, each in each unit. */
export async function othersOf({
  person,
  store,
}: Pick<Turn, 'person' | 'store'>): Promise<{ member: Member; unitId: string }[]> {
  const unitIds = person ? unitsTypedFor(person) : []
  const members = await store.people.ofUnits(unitIds)
  const places = unitIds.flatMap((unitId) =>
    members
      .filter((member) => holds(member, unitId, 'official', 'clerk', 'head'))
      .map((member) => ({ member, unitId })),
  )
  return places.filter(({ member }) => member.id !== person?.id && !member.shared)
}

/** May the member (still) register or report in this capacity? For somebody else: who still belongs to the unit they write for. */
export async function mayWriteFor(turn: Pick<Turn, 'person' | 'store'>, capacity: Capacity): Promise<boolean> {
  const { personId, unitId } = capacity
  if (!turn.person) return false
  // What was sent for a unit that has gone into another is changed by who now belongs to that one.
  const follows = await turn.store.unitMergers.successorOf(unitId)
  if (follows !== null) return mayWriteFor(turn, { ...capacity, unitId: follows })
  if (capacity.subject === 'person' && personId !== undefined && personId !== turn.person.id)
    return (await othersOf(turn)).some((other) => other.member.id === personId && other.unitId === unitId)
  return capacitiesOf(turn.person).some((one) => capacityKey(one) === capacityKey(capacity))
}

/** The capacities as choices: "Cho cá nhân", "Cho Hội Nông dân xã", "Cho người khác". */
export async function capacityChoices(turn: Turn): Promise<Choice[]> {
  const { person, store, texts } = turn
  if (!person) return []
  const names = new Map((await store.units.all()).map(({ id, name }) => [id, name]))
  const capacities = capacitiesOf(person)
  const lone = capacities.filter(({ subject }) => subject === 'person').length === 1
  const choices = capacities.map((capacity) => {
    const unit = names.get(capacity.unitId) ?? ''
    const own = lone ? texts.t('register.registrant.self') : texts.t('register.registrant.selfIn', { unit })
    const label = capacity.subject === 'person' ? own : texts.t('register.registrant.unit', { unit })
    return { value: capacityKey(capacity), label }
  })
  const others = await othersOf(turn)
  return others.length > 0 ? [...choices, { value: 'other', label: texts.t('register.registrant.other') }] : choices
}
