import type { Turn } from '../../chat/turn.ts'
import { isMet, type Obligation } from '../../domain/obligation.ts'
import { unitsUnder } from '../../domain/rights.ts'

/** Registrations and reports that the admin of this turn has in their charge and has not taken in. */
export async function missingPapers({ person, store, today }: Turn): Promise<Obligation[]> {
  if (!person) return []
  const unitIds = [...unitsUnder(person, await store.units.all(), 'admin')]
  const all = await store.obligations.find({ unitIds, today })
  return all.filter(
    (one) => (one.kind === 'report' || one.kind === 'registration') && !isMet(one) && one.personId !== person.id,
  )
}

/** "Hội Nông dân xã", or "đồng chí Nguyễn Văn A (Hội Nông dân xã)". */
export async function nameBound({ texts, store }: Pick<Turn, 'texts' | 'store'>, one: Obligation): Promise<string> {
  if (one.personId === null) return one.unitName
  const person = await store.people.byId(one.personId)
  return texts.t('register.named', { name: person?.name ?? '', unit: one.unitName })
}
