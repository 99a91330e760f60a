import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { agency, codeIn, said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
})
afterEach(() => office.close())

const below = { parent: agency.name }

test('my profile: name, roles, channels, language; name and position can be changed', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  const card = await mai.says('tôi')
  expect(said(card)).toMatch(
    /^Hồ sơ của đồng chí Nguyễn Thị Mai\nVai trò: Cán bộ, công chức, Phòng Kinh tế\nKênh: Kênh memory \(đang dùng\)\nNgôn ngữ: Tiếng Việt/,
  )
  expect(card[0]?.buttons).toEqual(
    expect.arrayContaining(['Sửa hồ sơ', 'Liên kết kênh khác', 'Bỏ liên kết', 'Đổi ngôn ngữ']),
  )
  expect((card[0]?.buttons.length ?? 9) <= 6).toBe(true)
  await mai.presses('Sửa hồ sơ')
  await mai.says('Nguyễn Thị Ngọc Mai')
  expect(said(await mai.says('Công chức Địa chính'))).toContain('Số điện thoại cơ quan?')
  expect(said(await mai.presses('Bỏ qua'))).toBe('✓ Đã ghi hồ sơ: đồng chí Nguyễn Thị Ngọc Mai, Công chức Địa chính.')
  expect(said(await mai.says('/cuatoi'))).toMatch(/Nguyễn Thị Ngọc Mai, Công chức Địa chính/)
})

test('an office telephone is given freely, for who calls with reminders, and taken back', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  const { store } = office.database
  const phone = async () => (await store.people.byId(mai.id))?.phone
  const toPhone = async () => {
    await mai.says('/cuatoi')
    await mai.presses('Sửa hồ sơ')
    await mai.presses('Nguyễn Thị Mai')
    return mai.presses('Bỏ qua')
  }
  expect(said(await toPhone())).toContain('không bắt buộc')
  expect(said(await mai.says('gọi tôi nhé'))).toContain('“gọi tôi nhé” chưa phải số điện thoại.')
  await mai.says('0262 382 5678')
  expect(await phone()).toBe('0262 382 5678')
  expect(said(await mai.says('/cuatoi'))).toContain('Điện thoại cơ quan: 0262 382 5678')

  expect(said(await toPhone())).toContain('đang ghi: 0262 382 5678')
  await mai.presses('Bỏ qua')
  expect(await phone()).toBe('0262 382 5678')
  await toPhone()
  await mai.presses('Xóa số')
  expect(await phone()).toBeNull()
  const audit = (await store.audit.about(mai.id)).filter(({ action }) => action === 'person.phone')
  expect(audit).toHaveLength(2)
  expect(JSON.stringify(audit)).not.toContain('5678')
})

test('who leaves takes the telephone along', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  const { people } = office.database.store
  await people.setPhone(mai.id, '0262 382 5678')
  await people.leave(mai.id, office.clock.now())
  expect((await people.byId(mai.id))?.phone).toBeNull()
})

test('a second channel is linked by a typed code, once, and let go again', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  await mai.says('/cuatoi')
  expect(said(await mai.presses('Bỏ liên kết'))).toMatch(/chỉ có kênh đang dùng/)
  const shown = await mai.presses('Liên kết kênh khác')
  expect(said(shown)).toMatch(/^Mã liên kết: \S{4}-\S{4}\n[\s\S]*hiệu lực 15 phút/)
  const code = codeIn(shown)
  expect(said(await mai.says(code))).toMatch(/đã liên kết với hồ sơ của đồng chí; mã chưa bị dùng/)
  expect(said(await hanh.says(code))).toMatch(/đang gắn với một hồ sơ khác/)

  const other = office.stranger('máy khác')
  expect(said(await other.says(code.replace('-', '').toLowerCase()))).toMatch(
    /✓ Đã liên kết kênh này với hồ sơ của đồng chí Nguyễn Thị Mai\.[\s\S]*Kính chào đồng chí/,
  )
  expect(said(await other.says('/cuatoi'))).toMatch(/Hồ sơ của đồng chí Nguyễn Thị Mai/)
  expect(said(await office.stranger('kẻ lạ').says(code))).toMatch(/đã được dùng/)

  await mai.says('/cuatoi')
  const choose = await mai.presses('Bỏ liên kết')
  expect(choose[0]?.buttons).toEqual(['Kênh memory'])
  expect(said(await mai.presses('Kênh memory'))).toMatch(/Đã bỏ liên kết Kênh memory/)
  expect(said(await mai.presses('Kênh memory'))).toMatch(/được bỏ liên kết từ trước/)
  expect(said(await other.says('/cuatoi'))).toMatch(/Hệ thống chỉ phục vụ/)
})

test('a dialog begun on one channel goes on on the channel linked meanwhile', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  await mai.says('/cuatoi')
  await mai.presses('Liên kết kênh khác')
  const code = codeIn(await mai.hears()) === 'no code' ? codeIn(await mai.presses('Liên kết kênh khác')) : 'no code'
  await mai.presses('Sửa hồ sơ')
  const other = office.stranger('máy khác')
  await other.says(code)
  expect(said(await other.says('Nguyễn Thị Ngọc Mai'))).toMatch(/chức vụ/)
  await other.says('Văn thư')
  expect(said(await other.says('bỏ qua'))).toMatch(/✓ Đã ghi hồ sơ: đồng chí Nguyễn Thị Ngọc Mai, Văn thư/)
})

test('my registrations follow with their states, each to be opened', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  const empty = await mai.says('/cuatoi')
  expect(said(empty)).toMatch(/Hệ thống chưa ghi nhận bản đăng ký nào của đồng chí\.$/)
  const { store } = office.database
  const { planId, deadlineId } = await seedPlan(store)
  const unitId = (await store.units.all()).find(({ name }) => name === 'Phòng Kinh tế')?.id ?? ''
  const items = [
    { contentSection: 'II.1', content: 'Cải cách hành chính', work: 'Một cửa', target: null, finishDay: null },
  ]
  const body = {
    items,
    people: [],
    note: null,
    commendation: null,
    title: null,
    shape: 'campaign' as const,
    initiative: null,
    attachments: [],
  }
  const sent = {
    draftId: 'd1',
    planId,
    deadlineId,
    subject: 'person',
    late: false,
    lateReason: null,
    year: 2024,
  } as const
  await store.registrations.submit({ ...sent, personId: mai.id, unitId, by: mai.id, body, at: office.clock.now() })
  const [profile, registrations] = await mai.says('/cuatoi')
  expect(profile?.text).not.toMatch(/chưa ghi nhận/)
  expect(registrations?.text).toMatch(
    /^Đồng chí có 1 bản đăng ký\.\n1\. DK-2024-0001, thi đua 120 năm thành lập tỉnh: Chờ duyệt/,
  )
  expect(registrations?.buttons).toEqual(['Xem 1'])
})

test('the channel that comes first is the person’s choice, and the next is tried where it fails', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  expect((await mai.says('/cuatoi'))[0]?.buttons).not.toContain('Thứ tự kênh')
  const other = await office.alsoAs(mai)
  await other.says('/cuatoi')
  const asked = await other.presses('Thứ tự kênh')
  expect(said(asked)).toMatch(/^Tin được gửi lần lượt trên: /)
  // Two chats heard from at the same moment: whichever is not the first is offered.
  const offersMai = asked[0]?.buttons.includes('Kênh memory') ?? false
  if (offersMai)
    expect(said(await other.presses('Kênh memory'))).toMatch(/^✓ Từ nay tin được gửi trên Kênh memory trước/)
  const tell = (key: string) =>
    office.database.transaction((store) =>
      store.outbox.add({
        ...{ key, kind: 'news', person_id: mai.id, due_at: office.clock.now(), created_at: office.clock.now() },
        body: JSON.stringify({ type: 'message', message: { blocks: [{ kind: 'text', text: key }], buttons: [] } }),
      }),
    )
  await tell('một')
  expect([said(await mai.hears()), said(await other.hears())]).toEqual(['một', ''])
  office.channel.fail(mai.chat, { state: 'failed', reason: 'window closed' })
  await tell('hai')
  expect([said(await mai.hears()), said(await other.hears())]).toEqual(['', 'hai'])
})
