import type { Membership, Role } from '../domain/person.ts'
import type { Unit } from '../domain/unit.ts'
import type { Texts } from './texts.ts'

/** "đồng chí Nguyễn Thị Lan, Chủ tịch": never a bare name. */
export const formatPerson = (texts: Texts, { name, position }: { name: string; position: string }): string =>
  position === '' ? texts.t('people.named', { name }) : texts.t('people.namedWithPosition', { name, position })

export const formatRole = (texts: Texts, role: Role): string => texts.t(`people.role.${role}`)

/** "Trưởng đơn vị, Hội Nông dân xã"; a unit that is gone leaves its id out. */
export function formatMembership(texts: Texts, { role, unitId }: Membership, units: Unit[]): string {
  const unit = units.find(({ id }) => id === unitId)?.name
  return unit === undefined
    ? formatRole(texts, role)
    : texts.t('people.inUnit', { role: formatRole(texts, role), unit })
}

/** A channel's name as people know it. */
export const formatChannel = (texts: Texts, channel: string): string =>
  channel === 'telegram' || channel === 'web' || channel === 'zalo' || channel === 'zalo-oa'
    ? texts.t(`people.channel.${channel}`)
    : texts.t('people.channel.other', { name: channel })
