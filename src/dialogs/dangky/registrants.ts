import type { Turn } from '../../chat/turn.ts'
import type { Member } from '../../domain/person.ts'
import { canTypeFor } from '../../domain/rights.ts'
import type { Registrant } from '../../store/registrations.ts'
import type { Choice } from '../engine/dialog.ts'

export type Capacity = Pick<Registrant, 'subject' | 'unitId'>

/** In which capacities somebody may register: themselves in each unit they belong to, and each unit they may write for. */
export function capacitiesOf(member: Member): Capacity[] {
  const unitIds = [...new Set(member.memberships.map(({ unitId }) => unitId))]
  return [
    ...unitIds.map((unitId): Capacity => ({ subject: 'person', unitId })),
    ...unitIds.filter((unitId) => canTypeFor(member, unitId)).map((unitId): Capacity => ({ subject: 'unit', unitId })),
  ]
}

export const capacityKey = ({ subject, unitId }: Capacity): string => `${subject} ${unitId}`

/** May the member (still) register in this capacity? */
export const mayRegister = (member: Member, capacity: Capacity): boolean =>
  capacitiesOf(member).some((one) => capacityKey(one) === capacityKey(capacity))

/** The capacities as choices: "Cho cá nhân", "Cho Hội Nông dân xã". */
export async function capacityChoices({ person, store, texts }: Turn): Promise<Choice[]> {
  if (!person) return []
  const names = new Map((await store.units.all()).map(({ id, name }) => [id, name]))
  const capacities = capacitiesOf(person)
  const lone = capacities.filter(({ subject }) => subject === 'person').length === 1
  return capacities.map((capacity) => {
    const unit = names.get(capacity.unitId) ?? ''
    const own = lone ? texts.t('register.registrant.self') : texts.t('register.registrant.selfIn', { unit })
    const label = capacity.subject === 'person' ? own : texts.t('register.registrant.unit', { unit })
    return { value: capacityKey(capacity), label }
  })
}
