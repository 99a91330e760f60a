import { afterEach, describe, expect, test } from 'vitest'
import { laddersKey, usualLadders } from '../../src/domain/ladders.ts'
import type { Deadline } from '../../src/domain/plan.ts'
import type { UnitRelation } from '../../src/domain/unit.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
afterEach(() => office.close())

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Văn hóa - Xã hội xã'

/** A room of the commune with a head, a focal point and two officials, each bound by a deadline before 10 April. */
async function openRoom({ relation = 'subordinate', deadline = {} }: Room = {}) {
  office = await openOffice({ now: '2024-03-25T08:00:00+07:00' })
  const inRoom = { unit: room, parent: commune, relation }
  await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin' })
  const head = await office.person('Vũ Thị Ngọc', { ...inRoom, role: 'head', position: 'Trưởng phòng' })
  const clerk = await office.person('Phan Thị Liên', { ...inRoom, role: 'clerk', position: 'Văn thư' })
  const an = await office.person('Nguyễn Văn An', { ...inRoom, position: 'Công chức' })
  const binh = await office.person('Trần Thị Bình', { ...inRoom, position: 'Công chức' })
  const { store } = office.database
  const roomId = (await store.units.all()).find(({ name }) => name === room)?.id ?? ''
  const { deadlineId } = await seedPlan(store, { unitIds: [roomId], deadline })
  await store.plans.bind({ id: deadlineId, audience: [{ unitId: roomId, subject: 'person' }], by: null, at: 0 })
  return { head, clerk, an, binh, deadlineId }
}
type Room = { relation?: UnitRelation; deadline?: Partial<Deadline> }

async function onMorning(speaker: Speaker, day: string) {
  await office.moveTo(`${day}T07:29:00+07:00`)
  await speaker.hears()
  await office.moveTo(`${day}T07:31:00+07:00`)
  return speaker.hears()
}

const done = (deadlineId: string, ...people: Speaker[]) =>
  Promise.all(
    people.map(({ id }) =>
      office.database.store.reminders.fulfil(
        { deadlineId, subject: 'person', subjectId: id },
        id,
        office.clock.now(),
        'received',
      ),
    ),
  )

describe('when it is late', () => {
  test('the head hears once of whom nothing is recorded, by name', async () => {
    const { head, clerk, deadlineId } = await openRoom()
    await done(deadlineId, head, clerk)
    const heard = await onMorning(head, '2024-04-10')
    expect(heard).toEqual([
      expect.objectContaining({
        text: [
          '⚠ Đã qua thời hạn đăng ký thi đua 120 năm thành lập tỉnh (trước ngày 10/04/2024, thứ Tư).',
          'Hệ thống chưa ghi nhận đăng ký của 2 người đồng chí phụ trách: Nguyễn Văn An, Trần Thị Bình.',
        ].join('\n'),
        buttons: ['Nhắc 2 người', 'Xem tiến độ'],
      }),
    ])
    expect(await onMorning(head, '2024-04-11')).toEqual([])
  })

  test('a head with a paper of their own hears of both in one message', async () => {
    const { head } = await openRoom()
    const [late, ...more] = await onMorning(head, '2024-04-10')
    expect(late?.text).toContain('Hệ thống chưa ghi nhận đăng ký của đồng chí. Đồng chí vẫn gửi được')
    expect(late?.text).toContain('của 3 người đồng chí phụ trách: Nguyễn Văn An, Phan Thị Liên, Trần Thị Bình.')
    expect(more).toEqual([])
  })

  test('the leader of the agency is told courteously', async () => {
    const { head, clerk, an, binh, deadlineId } = await openRoom()
    const chair = await office.person('Trần Văn Bảo', { unit: commune, role: 'head', position: 'Chủ tịch UBND xã' })
    const { store } = office.database
    const roomId = (await store.units.all()).find(({ name }) => name === room)?.id ?? ''
    await store.people.endRole({ personId: head.id, unitId: roomId, role: 'head' })
    await done(deadlineId, clerk, binh)
    expect((await onMorning(chair, '2024-04-10'))[0]?.text).toBe(
      [
        'Kính gửi đồng chí Chủ tịch UBND xã: thời hạn đăng ký thi đua 120 năm thành lập tỉnh là trước ngày 10/04/2024.',
        'Hệ thống chưa ghi nhận đăng ký của 1 người: Nguyễn Văn An; trân trọng đề nghị đồng chí quan tâm chỉ đạo.',
      ].join('\n'),
    )
    expect(await an.hears()).not.toEqual([])
  })

  test('the head of a coordinating body is not told whom to chase', async () => {
    const { head, deadlineId } = await openRoom({ relation: 'coordinating' })
    await done(deadlineId, head)
    expect(await onMorning(head, '2024-04-10')).toEqual([])
  })

  test('nobody hears where the agency wants no word afterwards', async () => {
    const { head, an } = await openRoom()
    const usual = { ...usualLadders.usual, afterwards: false }
    await office.database.store.settings.set(laddersKey, { usual, kinds: {} })
    expect(await onMorning(an, '2024-04-09')).toHaveLength(1)
    expect(await onMorning(an, '2024-04-10')).toEqual([])
    expect((await head.hears()).filter(({ text }) => text.startsWith('⚠'))).toEqual([])
  })
})

describe('three days before, who has not reacted', () => {
  /** The words of silence in what the focal point hears on the Friday. */
  async function silentOnFriday(clerk: Speaker) {
    const [heard] = await onMorning(clerk, '2024-04-05')
    return heard?.text.split('\n').find((line) => line.includes('phản hồi')) ?? null
  }

  test('the focal point hears their names, and may register for them', async () => {
    const { head, clerk, an, deadlineId } = await openRoom()
    await done(deadlineId, clerk)
    await onMorning(an, '2024-03-26')
    await an.says('/hanchot')
    await head.presses('Xem quy định')
    const [heard] = await onMorning(clerk, '2024-04-05')
    expect(heard?.text).toBe(
      [
        'Còn 4 ngày (2 ngày làm việc) để đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04.',
        'Hệ thống chưa ghi nhận đăng ký của 1 người trong đơn vị, cũng chưa thấy phản hồi sau các tin nhắc: Trần Thị Bình.',
        'Đề nghị đồng chí liên hệ, hỗ trợ để kịp thời hạn.',
      ].join('\n'),
    )
    expect(heard?.buttons).toEqual(['Đăng ký', 'Xem quy định'])
  })

  test('a focal point who is bound too hears it beside their own', async () => {
    const { clerk } = await openRoom()
    expect(await silentOnFriday(clerk)).toContain('của 3 người trong đơn vị')
  })

  test('a word, a button or a draft since the first reminder is a reaction; one before it is none', async () => {
    const { head, clerk, an, binh } = await openRoom()
    await binh.says('/hanchot')
    await onMorning(an, '2024-03-26')
    await an.presses('Đăng ký')
    await head.says('xin chào')
    expect(await silentOnFriday(clerk)).toContain(
      'của 1 người trong đơn vị, cũng chưa thấy phản hồi sau các tin nhắc: Trần Thị Bình.',
    )
  })

  test('nobody of a coordinating body is named', async () => {
    const { clerk } = await openRoom({ relation: 'coordinating' })
    expect(await silentOnFriday(clerk)).toBeNull()
  })

  test('who was not reminded before cannot have failed to react', async () => {
    const { clerk, deadlineId } = await openRoom()
    await office.moveTo('2024-04-04T08:00:00+07:00')
    const { store } = office.database
    const was = await store.plans.deadlineById(deadlineId)
    const moved = { ...(was?.deadline as Deadline), on: '2024-04-11', lastDay: '2024-04-10' }
    await store.plans.correctDeadline({ id: deadlineId, deadline: moved, basis: null, by: null, at: 0 })
    const heard = await onMorning(clerk, '2024-04-05')
    expect(heard.map(({ text }) => text.includes('phản hồi'))).toEqual([false])
  })

  test('what is composed later names only who is silent then', async () => {
    const { clerk, binh, deadlineId } = await openRoom()
    await done(deadlineId, clerk)
    await onMorning(clerk, '2024-03-26')
    office.clock.set(Date.parse('2024-04-05T07:29:00+07:00'))
    await binh.says('/hanchot')
    expect(await silentOnFriday(clerk)).toContain('của 2 người trong đơn vị')
  })
})
