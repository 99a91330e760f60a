import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import type { Approvers } from '../../domain/rights.ts'
import type { Registrant } from '../../store/registrations.ts'
import type { Texts } from '../../texts/texts.ts'

type Stored = Pick<Turn, 'store'>
/** Names as they are today; sentences are made of them in any language. */
export type RegistrantName = { subject: 'unit' | 'person'; unit: string; person: string }
export type ApproverNames = { by: Approvers['by']; unit: string; heads: { name: string; position: string }[] }

export async function loadRegistrant({ store }: Stored, registrant: Registrant): Promise<RegistrantName> {
  const { subject, unitId, personId } = registrant
  const unit = await store.units.byId(unitId)
  const person = personId === null ? undefined : await store.people.byId(personId)
  return { subject, unit: unit?.name ?? '', person: person?.name ?? '' }
}

/** "đồng chí Nguyễn Văn A (Chi hội thôn 3)", or the name of the unit. */
export const nameRegistrant = (texts: Texts, { subject, unit, person }: RegistrantName): string =>
  subject === 'unit' ? unit : texts.t('register.named', { name: person, unit })

export async function loadApprovers({ store }: Stored, approvers: Approvers): Promise<ApproverNames> {
  const { by, unitId, personIds } = approvers
  const heads = await Promise.all(personIds.map((id) => store.people.byId(id)))
  return { by, unit: (await store.units.byId(unitId))?.name ?? '', heads: heads.filter((head) => head !== undefined) }
}

/** "đồng chí Chủ tịch Hội Nông dân xã"; null where the paper goes straight to the admins. */
export function nameApprovers(texts: Texts, { by, unit, heads }: ApproverNames): string | null {
  if (by === 'admin') return null
  const named = heads.map(({ name, position }) => {
    if (position === '') return texts.t('register.named', { name, unit })
    const office = fold(position).includes(coreOf(unit)) ? position : `${position} ${unit}`
    return texts.t('register.comrade', { name: office })
  })
  return named.join(texts.t('register.or'))
}

/** "Phòng Kinh tế xã" is said by "Trưởng phòng Kinh tế" already: the name without the level it stands on, folded. */
const coreOf = (unit: string): string =>
  fold(unit).replace(/(?<=\S \S+) (?:xa|phuong|thi tran|huyen|tinh)(?: .*)?$/, '')

/** "đồng chí Nguyễn Văn A": somebody who decided. */
export async function loadName({ store }: Stored, personId: string | null): Promise<string> {
  return personId === null ? '' : ((await store.people.byId(personId))?.name ?? '')
}
