import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import type { UnitRelation } from '../../src/domain/unit.ts'
import { type GroupChat, openGroup } from '../chat/group.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

const commune = 'Xã Ea Mẫu'

let office: Office
let admin: Speaker
let group: GroupChat

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-20T08:00:00+07:00' })
  admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin' })
  await office.database.store.settings.set(agencyKey, {
    ...{ name: commune, office: 'Văn phòng – thống kê xã', phone: '0262 123 4567' },
  })
  group = openGroup(office, '-5', 'Xã Ea Mẫu')
})
afterEach(() => office.close())

const rootId = async () => (await office.database.store.units.all()).find(({ name }) => name === commune)?.id ?? ''

/** So many units of the commune, bound by the plan's deadline; the group is bound to the commune. */
async function bindUnits(count: number, relation: UnitRelation = 'subordinate', name = 'Thôn') {
  const { store } = office.database
  const parentId = await rootId()
  const ids: string[] = []
  for (let number = 1; number <= count; number++)
    ids.push(await store.units.add({ parentId, name: `${name} ${number}`, relation }))
  return ids
}

async function publish(unitIds: string[], subject: 'unit' | 'person' = 'unit') {
  const { store } = office.database
  const { deadlineId } = await seedPlan(store, { unitIds, shortName: 'thi đua 120 năm thành lập tỉnh' })
  await store.plans.bind({
    ...{ id: deadlineId, audience: unitIds.map((unitId) => ({ unitId, subject })), by: null, at: 0 },
  })
  await group.says(admin, `/nhom ${commune}`)
  return deadlineId
}

const done = (deadlineId: string, subjectId: string, subject: 'unit' | 'person' = 'unit') =>
  office.database.store.reminders.fulfil({ deadlineId, subject, subjectId }, admin.id, office.clock.now(), 'received')

/** What the group hears on the morning of a day. */
async function onMorning(day: string): Promise<string[]> {
  await office.moveTo(`${day}T07:29:00+07:00`)
  group.hears()
  await office.moveTo(`${day}T08:00:00+07:00`)
  return group.hears()
}

test('counts, never names, as the model has it: three days before and on the day before', async () => {
  const units = await bindUnits(20)
  const deadlineId = await publish(units)
  for (const unit of units.slice(0, 14)) await done(deadlineId, unit)
  expect(await onMorning('2024-04-08')).toEqual([
    [
      'Xã Ea Mẫu, đăng ký thi đua 120 năm thành lập tỉnh: 14/20 đơn vị đã đăng ký.',
      'Thời hạn: trước ngày 10/04/2024, gửi chậm nhất ngày mai, thứ Ba 09/04. Cần hỗ trợ, đề nghị liên hệ Văn phòng – thống kê xã.',
    ].join('\n'),
  ])
})

test('from March to May on two mornings only, each once, and nothing on the day, after it or on days off', async () => {
  await publish(await bindUnits(20))
  const heard: string[] = []
  for (let day = 21; day <= 62; day++) {
    const date = day <= 31 ? `2024-03-${day}` : `2024-04-${String(day - 31).padStart(2, '0')}`
    if (date === '2024-04-31') break
    await office.moveTo(`${date}T23:00:00+07:00`)
    for (const text of group.hears()) heard.push(`${date} ${/\d+\/\d+ đơn vị/.exec(text)?.[0]}`)
  }
  // Three days before the 9th is Saturday the 6th: the working day before it.
  expect(heard).toEqual(['2024-04-05 0/20 đơn vị', '2024-04-08 0/20 đơn vị'])
})

describe('a count that would say who is not told, the deadline is', () => {
  const alone =
    'Xã Ea Mẫu: thời hạn đăng ký thi đua 120 năm thành lập tỉnh là trước ngày 10/04/2024, gửi chậm nhất ngày mai, thứ Ba 09/04. Cần hỗ trợ, đề nghị liên hệ Văn phòng – thống kê xã.'
  // biome-ignore format: a table keeps its columns
  const cases: { say: string; bound: number; met: number; heard: string | RegExp | null }[] = [
    { say: 'five bound, three missing: counted',   bound: 5, met: 2, heard: /2\/5 đơn vị đã đăng ký\./ },
    { say: 'four bound: the deadline alone',       bound: 4, met: 0, heard: alone },
    { say: 'two missing of many: the deadline',    bound: 9, met: 7, heard: alone },
    { say: 'none missing: nothing',                bound: 9, met: 9, heard: null },
  ]
  test.each(cases)('$say', async ({ bound, met, heard }) => {
    const units = await bindUnits(bound)
    const deadlineId = await publish(units)
    for (const unit of units.slice(0, met)) await done(deadlineId, unit)
    const said = await onMorning('2024-04-08')
    if (heard === null) expect(said).toEqual([])
    else expect(said).toEqual([typeof heard === 'string' ? heard : expect.stringMatching(heard)])
  })
})

test('coordinating and superior bodies are not counted, and shown as late to nobody', async () => {
  const units = await bindUnits(6)
  const others = [...(await bindUnits(5, 'coordinating', 'Hội')), ...(await bindUnits(2, 'superior', 'Đảng ủy'))]
  const deadlineId = await publish([...units, ...others])
  expect(await onMorning('2024-04-05')).toEqual([expect.stringMatching(/: 0\/6 đơn vị/)])
  for (const unit of units) await done(deadlineId, unit)
  expect(await onMorning('2024-04-08')).toEqual([expect.stringMatching(/^Xã Ea Mẫu: thời hạn đăng ký/)])
})

test('people are counted as people, and no name is said', async () => {
  const [unit] = await bindUnits(1)
  const { people } = office.database.store
  const names = ['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Giang'].map((name) => `Nguyễn Văn ${name}`)
  for (const name of names) {
    const personId = await people.add({ name, position: '', language: 'vi' })
    await people.addRole({ personId, unitId: unit ?? '', role: 'official' }, 0)
  }
  await publish([unit ?? ''], 'person')
  const [said] = await onMorning('2024-04-08')
  expect(said).toContain('0/6 người đã đăng ký')
  for (const name of [...names, 'Thôn 1']) expect(said).not.toContain(name)
})

test('it is composed when it is sent: what was met in the meantime is counted', async () => {
  const units = await bindUnits(20)
  const deadlineId = await publish(units)
  await office.moveTo('2024-04-08T07:29:00+07:00')
  group.hears()
  office.channel.fail('-5', { state: 'retry', afterMs: 50, reason: 'test' })
  await office.moveTo('2024-04-08T07:31:00+07:00')
  expect(group.hears()).toEqual([])
  for (const unit of units.slice(0, 3)) await done(deadlineId, unit)
  await expect
    .poll(async () => {
      await office.settle()
      return group.hears().join()
    })
    .toContain('3/20 đơn vị')
})

test('a group without a unit, or out of which it was put, hears nothing', async () => {
  await publish(await bindUnits(20))
  const nobody = openGroup(office, '-6', 'Nhóm khác')
  await nobody.says(admin, '/hanchot')
  await group.does(admin, { kind: 'blocked' })
  expect(await onMorning('2024-04-08')).toEqual([])
  expect(nobody.hears()).toEqual([])
})

test('the count counts the group’s own unit and what is below it, nothing beside', async () => {
  const units = await bindUnits(7)
  const below = await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      office.database.store.units.add({ parentId: units[0] ?? '', name: `Tổ ${number}`, relation: 'subordinate' }),
    ),
  )
  await publish([...units, ...below])
  await group.says(admin, '/nhom Thôn 1')
  expect(await onMorning('2024-04-08')).toEqual([expect.stringMatching(/^Thôn 1, đăng ký .*: 0\/6 đơn vị/)])
})
