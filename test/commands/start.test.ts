import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSetupCode } from '../../src/setup-code.ts'
import { type Office, openOffice } from '../chat/office.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { agency, codeIn, invitation, said, setUpCommune } from './commune.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
})
afterEach(() => office.close())

const setupCode = () => makeSetupCode(office.database.store, Date.now())

test('the first admin: the setup code, the agency, its office and telephone, units, then name and position', async () => {
  const hanh = office.stranger('Hạnh')
  const code = await setupCode()
  expect(said(await hanh.says(code.toLowerCase()))).toMatch(/bước 1\/6: Tên cơ quan/)
  expect(said(await hanh.says('UBND xã <Suối> *Đá* & “_Bạc_”'))).toMatch(/bước 2\/6: Bộ phận thường trực/)
  expect(said(await hanh.says('Văn phòng HĐND và UBND xã'))).toMatch(/điện thoại của Văn phòng HĐND và UBND xã/)
  expect(said(await hanh.says('chưa có'))).toMatch(/“chưa có” chưa phải số điện thoại/)
  expect(said(await hanh.says('0260 123 4567'))).toMatch(/bước 4\/6: Đơn vị/)
  const tree = await hanh.says('Văn phòng\n- Tổ Một cửa\nHội Nông dân xã (phối hợp)')
  expect(said(tree)).toMatch(
    /3 đơn vị, ở dưới UBND xã <Suối> \*Đá\* & “_Bạc_”:\nVăn phòng\n- Tổ Một cửa\nHội Nông dân xã \(phối hợp\)/,
  )
  expect(said(await hanh.presses('Đúng'))).toMatch(/bước 5\/6: Họ và tên/)
  expect(said(await hanh.says('Lê Thị Hạnh'))).toMatch(/bước 6\/6: Chức vụ/)
  const done = await hanh.presses('Bỏ qua')
  expect(said(done)).toBe(
    '✓ Đã thiết lập xong cho UBND xã <Suối> *Đá* & “_Bạc_”: 3 đơn vị; đầu mối là Văn phòng HĐND và UBND xã, điện thoại 0260 123 4567.\n' +
      'Việc tiếp theo: cấp mã tham gia cho các đơn vị và thêm kế hoạch.',
  )
  expect(done[0]?.buttons).toEqual(['Cấp mã', 'Thêm kế hoạch', 'Xem đơn vị'])
  const units = await office.database.store.units.all()
  expect(units.find(({ parentId }) => parentId === null)?.name).toBe('UBND xã <Suối> *Đá* & “_Bạc_”')
  expect(units.find(({ name }) => name === 'Hội Nông dân xã')?.relation).toBe('coordinating')
  expect(said(await hanh.says('/cuatoi'))).toMatch(/đồng chí Lê Thị Hạnh\nVai trò: Thường trực thi đua, UBND xã <Suối>/)
})

test('the setup comes before anything else, survives a restart, and units may wait', async () => {
  const hanh = office.stranger('Hạnh')
  await hanh.says(await setupCode())
  await hanh.says('UBND xã Suối Đá')
  await office.restart()
  expect(said(await hanh.says('hủy'))).toMatch(/Đã hủy/)
  expect(said(await hanh.says('/mathamgia'))).toMatch(/bước 1\/6/)
  await hanh.says('UBND xã Suối Đá')
  expect(said(await hanh.presses('Lưu nháp'))).toMatch(/Đã lưu nháp/)
  expect(said(await hanh.says('/start'))).toMatch(/bước 2\/6/)
  await hanh.says('Văn phòng')
  await hanh.says('0260 123 4567')
  expect(said(await hanh.presses('Bỏ qua'))).toMatch(/bước 5\/6/)
  await hanh.says('Lê Thị Hạnh')
  expect(said(await hanh.says('Công chức'))).toMatch(/0 đơn vị/)
})

test('bad lines of units are each told with the reason, and nothing is taken', async () => {
  const hanh = office.stranger('Hạnh')
  await hanh.says(await setupCode())
  for (const words of ['UBND xã Suối Đá', 'Văn phòng', '0260 123 4567']) await hanh.says(words)
  const wrong = said(await hanh.says('Thôn 1\nThôn 1\n(phối hợp)'))
  expect(wrong).toMatch(/2 dòng cần sửa:\nDòng 2 “Thôn 1”: tên lặp lại trong cùng một đơn vị\.\nDòng 3/)
  expect(said(await hanh.says('Thôn 1\nThôn 2'))).toMatch(/2 đơn vị/)
  expect(said(await hanh.says('sao?'))).toMatch(/chọn “Đúng” hoặc “Nhập lại”/)
  expect(said(await hanh.says('2'))).toMatch(/bước 4\/6: Đơn vị/)
  expect(await office.database.store.units.all()).toHaveLength(1)
})

test('a setup code lets in one person; a member who types a new one is an admin as well', async () => {
  await setUpCommune(office)
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã', parent: agency.name })
  const code = await setupCode()
  expect(said(await lan.says(code))).toMatch(/✓ Đã ghi nhận vai trò của đồng chí: Thường trực thi đua, UBND xã Suối Đá/)
  expect(said(await office.stranger('Khách').says(code))).toMatch(
    /^Mã này đã được dùng; mỗi mã chỉ dùng được một lần\./,
  )
  const after = office.stranger('Minh')
  expect(said(await after.says(await setupCode()))).toMatch(/Thường trực thi đua[\s\S]*họ và tên đầy đủ/)
})

test('an operator’s own setup code of any letters works too', async () => {
  await makeSetupCode(office.database.store, Date.now(), 'Mua-Xuan-2026')
  const guest = office.stranger('Khách')
  expect(said(await guest.does({ kind: 'start', code: 'mua he' }))).toMatch(/^Mã “mua he” chưa đúng\./)
  expect(said(await guest.does({ kind: 'start', code: 'MUA XUAN 2026' }))).toMatch(/Thiết lập ban đầu/)
  await makeSetupCode(office.database.store, Date.now(), 'Mua-He-2026')
  expect(said(await office.stranger('Hạnh').says('mua-he-2026'))).toMatch(/Thiết lập ban đầu/)
})

test('an expired code, a mistyped one, and too many of them', async () => {
  await setUpCommune(office)
  const { store } = office.database
  const old = await store.invitations.make({ purpose: 'setup' }, Date.now() - 1)
  const guest = office.stranger('Khách')
  expect(said(await guest.says(old))).toMatch(/^Mã này đã hết hạn\./)
  expect(said(await guest.says('K7QF-2M9P'))).toMatch(/^Mã “K7QF-2M9P” chưa đúng\. Mã gồm 8 chữ và số/)
  for (let tries = 0; tries < 8; tries += 1) await guest.says('K7QF-2M9P')
  expect(said(await guest.says('K7QF-2M9P'))).toMatch(/tạm dừng nhận mã trong một giờ/)
  expect(said(await guest.says('xin chào'))).toMatch(/Hệ thống chỉ phục vụ/)
})

test('a member redeems a code for another unit and gains the role; the same role again leaves the code unused', async () => {
  const hanh = await setUpCommune(office)
  await office.person('Bùi Văn Sơn', { unit: 'Hội Nông dân xã', parent: agency.name, role: 'head' })
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', parent: agency.name })
  const code = await invitation(hanh, 'Hội Nông dân xã', 'Cán bộ, công chức')
  expect(said(await mai.says(`/start ${code}`))).toMatch(
    /✓ Đã ghi nhận vai trò của đồng chí: Cán bộ, công chức, Hội Nông dân xã/,
  )
  expect(said(await hanh.hears())).toMatch(/đồng chí Nguyễn Thị Mai/)
  expect(said(await mai.says('/cuatoi'))).toMatch(/Vai trò: .*công chức, Hội Nông dân xã/)

  const again = await invitation(hanh, 'Hội Nông dân xã', 'Cán bộ, công chức')
  expect(said(await mai.says(again))).toMatch(/Đồng chí đã có vai trò này[\s\S]*người khác vẫn dùng được/)
  expect(said(await office.stranger('Khách').says(again))).toMatch(/✓ Đã ghi nhận vai trò/)
  expect(said(await mai.says(code))).toMatch(/Kính chào đồng chí/)
})

// biome-ignore format: a table keeps its columns
const strangerSays = ['đăng ký', '/dangky', 'hanchot', '/kehoach', '/nguoidung', 'xin chào', '/start', 'trợ giúp', 'Lê Thị Hạnh ở đâu?', '/mathamgia', 'toi']
test.each(strangerSays)('a stranger who says “%s” learns how to get a code, and nothing else', async (words) => {
  await setUpCommune(office)
  const heard = await office.stranger('Khách').says(words)
  expect(said(heard)).toBe(
    'Hệ thống chỉ phục vụ người được UBND xã Suối Đá cấp mã. Đề nghị liên hệ Văn phòng HĐND và UBND xã, điện thoại 0260 123 4567 để nhận mã tham gia.\n' +
      'Đã có mã, đề nghị gõ mã rồi gửi, ví dụ: K7QF-2M9P.',
  )
  expect(heard[0]?.buttons).toEqual([])
})

test('a stranger before the set-up, one who sends a file, and one who reads English', async () => {
  const guest = office.stranger('Khách')
  expect(said(await guest.sends({ name: 'a.txt', bytes: new Uint8Array([65]) }))).toMatch(/được cơ quan cấp mã/)
  expect(said(await guest.says('/ngonngu english'))).toBe('✓ From now on the assistant answers in English.')
  expect(said(await guest.says('hello'))).toMatch(/for people whom the agency has given a code/)
})

test('a member is greeted with the nearest task, and with what to press', async () => {
  await setUpCommune(office)
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', parent: agency.name })
  expect(said(await mai.says('/start'))).toMatch(/trả lời tự động\.\nHiện chưa có việc nào sắp đến thời hạn\.$/)
  await seedPlan(office.database.store)
  const heard = await mai.says('bắt đầu')
  expect(said(heard)).toBe(
    'Kính chào đồng chí. Đây là Trợ lý Thi đua của UBND xã Suối Đá, hệ thống trả lời tự động.\n' +
      'Việc gần nhất: đăng ký thi đua 120 năm thành lập tỉnh, gửi chậm nhất thứ Ba 09/04/2024.',
  )
  expect(heard[0]?.buttons).toEqual(['Xem thời hạn', 'Đăng ký', 'Xem hướng dẫn'])
  expect(said(await mai.presses('Xem hướng dẫn'))).toMatch(/\/hanchot – Thời hạn/)
  expect(said(await mai.presses('Xem thời hạn'))).toMatch(/Đồng chí còn \d việc/)
})

test('who put off giving their name, or cancelled it, is asked again at the next greeting', async () => {
  const hanh = await setUpCommune(office)
  await office.person('Đỗ Văn Thành', { unit: 'Phòng Kinh tế', parent: agency.name, role: 'head' })
  const code = await invitation(hanh, 'kinh te', 'Cán bộ, công chức')
  const lan = office.stranger('Lan')
  await lan.says(code)
  expect(said(await lan.presses('Lưu nháp'))).toMatch(/Đã lưu nháp/)
  expect(said(await lan.says('/start'))).toMatch(/họ và tên đầy đủ/)
  expect(said(await lan.says('hủy'))).toMatch(/Đã hủy/)
  expect(said(await lan.says('/start'))).toMatch(/họ và tên đầy đủ/)
  await lan.says('Nguyễn Thị Lan')
  expect(said(await lan.presses('Bỏ qua'))).toMatch(/✓ Đã ghi hồ sơ: đồng chí Nguyễn Thị Lan\.\nKính chào/)
})

test('all of it in English', async () => {
  const hanh = office.stranger('Hạnh')
  await hanh.says('/ngonngu english')
  expect(said(await hanh.says(await setupCode()))).toMatch(/^First set-up, step 1 of 6: the agency/)
  for (const words of ['UBND xã Suối Đá', 'Văn phòng', '0260 123 4567']) await hanh.says(words)
  expect(said(await hanh.says('Thôn 1\nThôn 1'))).toMatch(
    /Line 2 “Thôn 1”: the name stands twice below the same unit\./,
  )
  expect(said(await hanh.says('Thôn 1\nĐảng ủy xã (superior)'))).toMatch(
    /2 units, below UBND xã Suối Đá:\nThôn 1\nĐảng ủy xã \(superior\)/,
  )
  await hanh.presses('Right')
  await hanh.says('Lê Thị Hạnh')
  const done = await hanh.presses('Skip')
  expect(said(done)).toMatch(
    /^✓ UBND xã Suối Đá is set up: 2 units; people are told to ask Văn phòng, telephone 0260 123 4567\./,
  )
  await hanh.presses('Make codes')
  await hanh.says('thon 1')
  const code = codeIn(await hanh.says('Unit head'))
  const lan = office.stranger('Lan')
  await lan.says('/ngonngu english')
  expect(said(await lan.says(code))).toMatch(
    /^✓ You have a new role: Unit head, Thôn 1\.[\s\S]*Please type your full name/,
  )
  await lan.says('Nguyễn Thị Lan')
  const greeted = await lan.says('Trưởng thôn')
  expect(said(greeted)).toMatch(/Hello\. This is the emulation assistant \(Trợ lý Thi đua\) of UBND xã Suối Đá/)
  expect(said(await hanh.hears())).toMatch(
    /A code that you made was used: Nguyễn Thị Lan, Trưởng thôn \(Unit head, Thôn 1\)/,
  )
})
