import type { Capabilities } from '../../src/chat/capabilities.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

/** A commune with its registration plan: a farmers' union with a head, a focal point and a member, and the standing office. */
export async function openCommune(
  now = '2024-03-27T09:12:00+07:00',
  seed: Parameters<typeof seedPlan>[1] = {},
  can: Partial<Capabilities> = {},
) {
  const office = await openOffice({ now, can })
  const root = { unit: 'Văn phòng – thống kê xã', parent: 'UBND xã Ea Mẫu' }
  const union = { unit: 'Hội Nông dân xã', parent: 'UBND xã Ea Mẫu', relation: 'coordinating' as const }
  await office.database.store.units.add({ parentId: null, name: 'UBND xã Ea Mẫu', relation: 'subordinate' })
  const people = {
    admin: await office.person('Trần Thị Bình', {
      unit: 'UBND xã Ea Mẫu',
      role: 'admin',
      position: 'Công chức Văn phòng',
    }),
    head: await office.person('Y Bhôk Niê', { ...union, role: 'head', position: 'Chủ tịch' }),
    clerk: await office.person('Lê Thị Hoa', { ...union, role: 'clerk' }),
    lan: await office.person('Nguyễn Thị Lan', { ...union, role: 'official', position: 'Hội viên' }),
    clerkOfOffice: await office.person('Phạm Văn Em', { ...root, role: 'official' }),
  }
  const plan = await seedPlan(office.database.store, seed)
  return { office, ...people, plan }
}
export type Commune = Awaited<ReturnType<typeof openCommune>>

/** Says or presses one after another ("[Tiếp tục]" presses); gives the last answer. */
export async function goes(speaker: Speaker, ...steps: string[]) {
  let heard: Awaited<ReturnType<Speaker['says']>> = []
  for (const step of steps) {
    const label = /^\[(.+)\]$/.exec(step)?.[1]
    heard = label === undefined ? await speaker.says(step) : await speaker.presses(label)
  }
  return heard
}

/** A member's registration of one content, answered to the preview. */
export const toPreview = [
  '/dangky',
  '1',
  '[Tiếp tục]',
  'Rút ngắn thời gian giải quyết hồ sơ',
  '100% hồ sơ được giải quyết đúng hạn',
  '30/9',
]

export const registrations = (office: Office) =>
  office.database.store.registrations.inState('waiting', 'returned', 'approved', 'received', 'aggregated', 'withdrawn')
