import { agencyKey } from '../../src/domain/agency.ts'
import { type PaperUnit, paperUnitKey } from '../../src/papers/paper-unit.ts'
import { openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

export const sealed: PaperUnit = {
  shape: 'sealed',
  superior: null,
  issuer: 'Ủy ban nhân dân\nxã Ea Mẫu',
  symbol: 'UBND',
  drafter: 'VP',
  place: 'Ea Mẫu',
  signer: { lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], alsoTitle: null, name: 'Nguyễn Văn Hùng' },
}

const parent = 'UBND xã Ea Mẫu'

/** A commune whose plan binds its offices: a union that coordinates, two schools, and the Party committee above them. */
export async function openUrging(now = '2024-04-08T08:00:00+07:00', { declared = true } = {}) {
  const office = await openOffice({ now })
  const { store } = office.database
  const root = await store.units.add({ parentId: null, name: parent, relation: 'subordinate' })
  const union = { unit: 'Hội Nông dân xã', parent, relation: 'coordinating' as const }
  const school = { unit: 'Trường Tiểu học Kim Đồng', parent }
  const party = { unit: 'Đảng ủy xã', parent, relation: 'superior' as const }
  const people = {
    admin: await office.person('Trần Thị Bình', { unit: parent, role: 'admin', position: 'Công chức Văn phòng' }),
    head: await office.person('Y Bhôk Niê', { ...union, role: 'head', position: 'Chủ tịch' }),
    principal: await office.person('Võ Thị Mai', { ...school, role: 'head', position: 'Hiệu trưởng' }),
    teacher: await office.person('Đỗ Văn Tài', { ...school, role: 'official', position: 'Giáo viên' }),
    stationHead: await office.person('Lý Thị Sen', {
      unit: 'Trạm Y tế xã',
      parent,
      role: 'head',
      position: 'Trưởng trạm',
    }),
    secretary: await office.person('Hồ Văn Lực', { ...party, role: 'head', position: 'Bí thư' }),
  }
  await store.settings.set(agencyKey, { name: parent, office: 'Văn phòng – thống kê xã', phone: '0262 382 5678' })
  if (declared) await store.settings.set(paperUnitKey(root), sealed)
  const plan = await seedPlan(store)
  const units = await store.units.all()
  const unitIdOf = (name: string) => units.find((unit) => unit.name === name)?.id ?? ''
  return { office, ...people, ...plan, root, unitIdOf }
}
export type Urging = Awaited<ReturnType<typeof openUrging>>

/** The files that somebody was sent, in order, with their names. */
export async function filesOf({ office }: Pick<Urging, 'office'>, speaker: Speaker) {
  const sent = office.channel.delivered(speaker.chat).flatMap(({ message }) => message.attachment ?? [])
  return Promise.all(
    sent.map(async ({ hash, name }) => ({ name, bytes: (await office.files.bytes(hash)) ?? new Uint8Array() })),
  )
}
