import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import type { AudienceMember } from '../../src/domain/audience.ts'
import type { Deadline } from '../../src/domain/plan.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'

let office: Office
let admin: Speaker
let head: Speaker
let an: Speaker
let binh: Speaker
let nongDan: Speaker
let clerk: Speaker

const commune = 'UBND xã Ea Mẫu'
const room = 'Phòng Văn hóa - Xã hội xã'
const farmers = 'Hội Nông dân xã'

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-25T08:00:00+07:00' })
  await office.database.store.settings.set(agencyKey, {
    name: commune,
    office: 'Văn phòng HĐND và UBND xã',
    phone: '0260 000 0015',
  })
  admin = await office.person('Lê Thị Hạnh', { unit: commune, role: 'admin', position: 'Công chức Văn phòng' })
  const inRoom = { unit: room, parent: commune }
  head = await office.person('Vũ Thị Ngọc', { ...inRoom, role: 'head', position: 'Trưởng phòng' })
  an = await office.person('Nguyễn Văn An', { ...inRoom, position: 'Công chức' })
  binh = await office.person('Trần Thị Bình', { ...inRoom, position: 'Công chức' })
  const coordinating = { unit: farmers, parent: commune, relation: 'coordinating' as const }
  nongDan = await office.person('Bùi Văn Sơn', { ...coordinating, role: 'head', position: 'Chủ tịch Hội Nông dân xã' })
  clerk = await office.person('Phan Thị Liên', { ...coordinating, role: 'clerk', position: 'Phó Chủ tịch' })
})
afterEach(() => office.close())

type Binding = [unit: string, subject: AudienceMember['subject']]

/** Publishes a plan whose deadline binds these units or their people. */
async function bind(bindings: Binding[], change: { name?: string; deadline?: Partial<Deadline> } = {}) {
  const { store } = office.database
  const units = await store.units.all()
  const seed = { unitIds: [], ...(change.name && { shortName: change.name }), deadline: change.deadline ?? {} }
  const { planId, deadlineId } = await seedPlan(store, seed)
  const audience = bindings.map(([name, subject]) => ({
    unitId: units.find((unit) => unit.name === name)?.id ?? '',
    subject,
  }))
  await store.plans.bind({ id: deadlineId, audience, by: null, at: 0 })
  return { planId, deadlineId }
}

/** What somebody hears on the morning of a day. */
async function morning(speaker: Speaker, day: string) {
  await office.moveTo(`${day}T07:29:00+07:00`)
  await speaker.hears()
  await office.moveTo(`${day}T07:31:00+07:00`)
  return speaker.hears()
}

describe('what a reminder says', () => {
  test('one task of one person', async () => {
    await bind([[room, 'person']])
    const [heard] = await morning(an, '2024-04-05')
    expect(heard?.text).toBe(
      [
        'Còn 4 ngày (2 ngày làm việc) để đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04.',
        'Hệ thống chưa ghi nhận đăng ký của đồng chí.',
        'Nếu đã gửi bản giấy, đề nghị đồng chí chọn “Báo đã gửi”.',
      ].join('\n'),
    )
    expect(heard?.buttons).toEqual(['Đăng ký', 'Xem quy định', 'Nhắc lại sau', 'Báo đã gửi'])
  })

  test('the last day', async () => {
    await bind([[room, 'person']])
    const [heard] = await morning(an, '2024-04-09')
    expect(heard?.text.split('\n')[0]).toBe(
      'Hôm nay là ngày cuối để đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04/2024, gửi chậm nhất hôm nay, thứ Ba 09/04.',
    )
  })

  test('the day after', async () => {
    await bind([[room, 'person']])
    const [heard] = await morning(an, '2024-04-10')
    expect(heard?.text).toBe(
      [
        '⚠ Đã qua thời hạn đăng ký thi đua 120 năm thành lập tỉnh (trước ngày 10/04/2024, thứ Tư).',
        'Hệ thống chưa ghi nhận đăng ký của đồng chí. Đồng chí vẫn gửi được và nêu lý do; bộ phận thường trực xem xét việc tiếp nhận.',
      ].join('\n'),
    )
    expect(heard?.buttons).toEqual(['Đăng ký', 'Báo đã gửi', 'Xem quy định'])
  })

  test('several tasks of one morning are one message', async () => {
    await bind([[room, 'person']])
    await bind([[room, 'person']], {
      name: 'phong trào nông thôn mới',
      deadline: { kind: 'report', on: '2024-04-12', lastDay: '2024-04-12', relation: 'by' },
    })
    const heard = await morning(an, '2024-04-05')
    expect(heard.map(({ text }) => text)).toEqual([
      [
        'Hôm nay, thứ Sáu 05/04/2024, đồng chí có 2 việc sắp đến hạn; gần nhất là thứ Ba 09/04.',
        '1. Đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04, gửi chậm nhất thứ Ba 09/04',
        '2. Gửi báo cáo phong trào nông thôn mới: chậm nhất ngày 12/04, thứ Sáu',
      ].join('\n'),
    ])
    expect(heard[0]?.buttons).toEqual(['Làm việc 1', 'Làm việc 2', 'Nhắc lại sau'])
    const [work] = await an.presses('Làm việc 2')
    expect(work?.text).toMatch(/^Còn 7 ngày \(5 ngày làm việc\) để gửi báo cáo phong trào nông thôn mới/)
    expect(work?.buttons).toEqual(['Báo cáo', 'Xem quy định', 'Nhắc lại sau', 'Báo đã gửi'])
  })

  test('coordinating units are asked courteously, also on the day after', async () => {
    await bind([[farmers, 'unit']])
    const [heard] = await morning(nongDan, '2024-04-05')
    expect(heard?.text).toBe(
      [
        'Kính gửi đồng chí Chủ tịch Hội Nông dân xã: thời hạn đăng ký thi đua 120 năm thành lập tỉnh là trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04.',
        'Hệ thống chưa ghi nhận bản đăng ký của Hội Nông dân xã; trân trọng đề nghị đồng chí quan tâm chỉ đạo.',
        'Đầu mối phối hợp: Văn phòng HĐND và UBND xã, điện thoại 0260 000 0015.',
      ].join('\n'),
    )
    expect(heard?.buttons).toEqual(['Xem kế hoạch', 'Giao đầu mối', 'Báo đã gửi'])
    const [late] = await morning(nongDan, '2024-04-10')
    expect(late?.text).not.toMatch(/quá hạn|Đã qua|chưa nộp/)
  })

  test('the head hears once how many are missing', async () => {
    const { deadlineId } = await bind([[room, 'person']])
    const by = admin.id
    const bound = { deadlineId, subject: 'person' as const, subjectId: head.id }
    await office.database.store.reminders.fulfil(bound, by, office.clock.now(), 'received')
    const [heard] = await morning(head, '2024-04-08')
    expect(heard?.text).toBe(
      'Còn 2 người đồng chí phụ trách chưa được ghi nhận đăng ký thi đua 120 năm thành lập tỉnh: trước ngày 10/04/2024, gửi chậm nhất ngày mai, thứ Ba 09/04.',
    )
    expect(heard?.buttons).toEqual(['Nhắc 2 người', 'Xem tiến độ'])
  })

  test('in English', async () => {
    await office.database.store.people.setLanguage(an.id, 'en')
    await bind([[room, 'person']])
    const [heard] = await morning(an, '2024-04-05')
    expect(heard?.text.split('\n').slice(0, 2)).toEqual([
      '4 days left (working days: 2) to register for thi đua 120 năm thành lập tỉnh: before 10/04/2024, send no later than Tuesday 09/04.',
      'The system has not recorded your registration.',
    ])
  })
})

describe('what its buttons do', () => {
  test('they open the clause, the registration and the plan', async () => {
    await bind([[room, 'person']])
    await bind([[farmers, 'unit']], { name: 'phong trào nông thôn mới' })
    await morning(an, '2024-04-05')
    expect((await an.presses('Xem quy định'))[0]?.text).toContain('khoản 4 Mục V')
    expect((await an.presses('Đăng ký'))[0]?.text).toMatch(/^Đăng ký thi đua, bước/)
    expect((await nongDan.presses('Xem kế hoạch'))[0]?.text).toContain('nông thôn mới')
  })

  test('later: quiet until the next working morning, then again', async () => {
    await bind([[room, 'person']])
    await morning(an, '2024-03-26')
    const [question] = await an.presses('Nhắc lại sau')
    expect(question).toMatchObject({ text: 'Nhắc lại đồng chí khi nào?', buttons: ['Sau 1 giờ', 'Ngày mai'] })
    const [answer] = await an.presses('Ngày mai')
    expect(answer?.text).toBe('Hệ thống sẽ nhắc lại vào sáng thứ Tư 27/03/2024.')
    const [again] = await morning(an, '2024-03-27')
    expect(again?.text).toMatch(/^Còn 13 ngày \(9 ngày làm việc\)/)
    expect(await morning(an, '2024-03-28')).toEqual([])
  })

  test('reported sent: the person is left in peace, the admin is asked after two working days', async () => {
    await bind([[room, 'person']])
    await morning(an, '2024-04-02')
    const [thanks] = await an.presses('Báo đã gửi')
    expect(thanks?.text).toMatch(/^Đã ghi: đồng chí báo đã gửi đăng ký của đồng chí\./)
    expect(await morning(admin, '2024-04-03')).toEqual([])
    const [question] = await morning(admin, '2024-04-04')
    expect(question?.text).toBe(
      'Đồng chí Nguyễn Văn An (Phòng Văn hóa - Xã hội xã) báo đã gửi đăng ký thi đua 120 năm thành lập tỉnh ngày 02/04/2024; hệ thống chưa ghi nhận việc nhận bản này. Bộ phận thường trực đã nhận được chưa?',
    )
    expect(await morning(an, '2024-04-05')).toEqual([])
    const [noted] = await admin.presses('Đã nhận')
    expect(noted?.text).toBe('✓ Đã ghi: bộ phận thường trực đã nhận đăng ký của Nguyễn Văn An.')
    expect((await an.hears())[0]?.text).toMatch(/^✓ Bộ phận thường trực đã nhận đăng ký của đồng chí/)
    expect(await morning(an, '2024-04-08')).toEqual([])
    const [again] = await admin.presses('Chưa nhận')
    expect(again?.text).toMatch(/^Việc này không còn/)
  })

  test('reported but not come: the person is told, and the ladder goes on', async () => {
    await bind([[room, 'person']])
    await morning(an, '2024-04-02')
    await an.presses('Báo đã gửi')
    await morning(admin, '2024-04-04')
    await admin.presses('Chưa nhận')
    expect((await an.hears())[0]?.text).toMatch(/^Bộ phận thường trực chưa nhận được đăng ký của đồng chí/)
    expect(await morning(an, '2024-04-05')).toHaveLength(1)
  })

  test('only an admin settles what was reported', async () => {
    await bind([[room, 'person']])
    await morning(an, '2024-04-02')
    await an.presses('Báo đã gửi')
    await morning(admin, '2024-04-04')
    const units = await office.database.store.units.all()
    const root = units.find(({ name }) => name === commune)?.id ?? ''
    await office.database.store.people.addRole({ personId: admin.id, unitId: root, role: 'official' }, 0)
    await office.database.store.people.endRole({ personId: admin.id, unitId: root, role: 'admin' })
    expect((await admin.presses('Đã nhận'))[0]?.text).toMatch(/^Chỉ bộ phận thường trực xác nhận/)
  })

  test('a head with a paper of their own and one of the unit says which was sent', async () => {
    await bind([
      [room, 'person'],
      [room, 'unit'],
    ])
    const [heard] = await morning(head, '2024-04-05')
    expect(heard?.text).toContain('chưa ghi nhận đăng ký của đồng chí và bản đăng ký của Phòng Văn hóa - Xã hội xã')
    const [which] = await head.presses('Báo đã gửi')
    expect(which?.buttons).toEqual(['Của tôi', 'Của đơn vị'])
    await head.presses('Của đơn vị')
    const [next] = await morning(head, '2024-04-09')
    expect(next?.text).toContain('Hệ thống chưa ghi nhận đăng ký của đồng chí.')
  })

  test('an hour later both are one work, told in full', async () => {
    await bind([
      [room, 'person'],
      [room, 'unit'],
    ])
    await morning(head, '2024-04-05')
    await head.presses('Nhắc lại sau')
    await head.presses('Sau 1 giờ')
    await office.moveTo('2024-04-05T09:00:00+07:00')
    expect((await head.hears()).map(({ text }) => text.split(' (')[0])).toEqual(['Còn 4 ngày'])
  })

  test('handed to the focal point, who is told', async () => {
    await bind([[farmers, 'unit']])
    await morning(nongDan, '2024-04-05')
    await clerk.hears()
    const [answer] = await nongDan.presses('Giao đầu mối')
    expect(answer?.text).toBe('Đã chuyển việc này cho Phan Thị Liên, Hội Nông dân xã.')
    expect((await clerk.hears())[0]?.text).toBe(
      'Đồng chí Bùi Văn Sơn giao đồng chí theo dõi việc đăng ký thi đua 120 năm thành lập tỉnh của Hội Nông dân xã: trước ngày 10/04/2024, gửi chậm nhất thứ Ba 09/04.',
    )
  })

  test('those behind are reminded in the name of their head, after a preview, once a day', async () => {
    await bind([[room, 'person']])
    await morning(head, '2024-04-01')
    await head.says('/tiendo')
    for (const one of [an, binh]) await one.hears()
    const [preview] = await head.presses('Nhắc 2 người')
    expect(preview?.text).toMatch(/^Gửi tin sau đến Nguyễn Văn An, Trần Thị Bình, dưới tên đồng chí\?/)
    expect(await an.hears()).toEqual([])
    expect((await head.presses('Gửi nhắc'))[0]?.text).toBe('Đã gửi nhắc đến 2 người.')
    expect((await binh.hears())[0]?.text).toMatch(/^Đồng chí Vũ Thị Ngọc đề nghị đồng chí đăng ký thi đua 120 năm/)
    expect((await head.presses('Gửi nhắc'))[0]?.text).toMatch(/^Không còn người nào phải nhắc/)
  })

  test('an old button finds nothing left to do', async () => {
    const { deadlineId } = await bind([[room, 'person']])
    await morning(an, '2024-04-05')
    const bound = { deadlineId, subject: 'person' as const, subjectId: an.id }
    await office.database.store.reminders.fulfil(bound, admin.id, office.clock.now(), 'received')
    expect((await an.presses('Báo đã gửi'))[0]?.text).toMatch(/^Việc này không còn/)
  })
})
