import { afterEach, beforeEach, expect, test } from 'vitest'
import { agencyKey, agencySchema } from '../../src/domain/agency.ts'
import { treeOrder } from '../../src/domain/unit-tree.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { agency, said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
})
afterEach(() => office.close())

const tree = async () =>
  treeOrder(await office.database.store.units.all()).map(({ unit, depth }) => '-'.repeat(depth) + unit.name)

test('units are added below the agency, then below one of them, and listed as a tree', async () => {
  const empty = await hanh.says('đơn vị')
  expect(said(empty)).toBe('UBND xã Suối Đá chưa có đơn vị nào.')
  expect(empty[0]?.buttons).toEqual([
    'Thêm đơn vị',
    'Đổi tên',
    'Xóa đơn vị',
    'Sáp nhập',
    'Khối, cụm',
    'Thể thức giấy tờ',
  ])
  expect(said(await hanh.presses('Thêm đơn vị'))).toMatch(/^Thêm vào dưới UBND xã Suối Đá: đề nghị/)
  expect(said(await hanh.says('Thôn 1\nHội Phụ nữ (phối hợp)'))).toMatch(/2 đơn vị, ở dưới UBND xã Suối Đá/)
  expect(said(await hanh.says('đúng'))).toBe('✓ Đã thêm 2 đơn vị vào dưới UBND xã Suối Đá.')
  await hanh.says('/donvi')
  expect(said(await hanh.presses('Thêm đơn vị'))).toMatch(/Thêm đơn vị vào dưới đơn vị nào\?/)
  expect(said(await hanh.says('đơn vị lạ'))).toMatch(/“đơn vị lạ” chưa khớp đơn vị nào/)
  await hanh.says('phụ nữ')
  expect(said(await hanh.says('Chi hội 1'))).toMatch(/Chi hội 1 \(phối hợp\)/)
  await hanh.says('1')
  expect(await tree()).toEqual(['UBND xã Suối Đá', '-Thôn 1', '-Hội Phụ nữ', '--Chi hội 1'])
  expect(said(await hanh.says('/donvi'))).toMatch(
    /có 3 đơn vị trong phạm vi đồng chí quản lý\.\nThôn 1\nHội Phụ nữ \(phối hợp\)\n- Chi hội 1 \(phối hợp\)$/,
  )
})

test('lines may follow the command at once, with the slash or without', async () => {
  expect(said(await hanh.says('đơn vị\nThôn 1\n- Tổ 1'))).toMatch(/^Thêm vào dưới|2 đơn vị, ở dưới UBND xã Suối Đá/)
  await hanh.presses('Đúng')
  await hanh.says('/donvi Thôn 2\nThôn 1')
  expect(said(await hanh.says('Suối Đá'))).toMatch(/Dòng 2 “Thôn 1”: đơn vị này đã có\./)
  await hanh.presses('Nhập lại')
  await hanh.says('Thôn 2')
  await hanh.presses('Đúng')
  expect(await tree()).toEqual(['UBND xã Suối Đá', '-Thôn 1', '--Tổ 1', '-Thôn 2'])
})

test('a name that fits several units is asked about; where names are the same the unit above is told', async () => {
  await hanh.says('/donvi\nHội Nông dân\n- Chi hội 1\nHội Phụ nữ\n- Chi hội 1')
  await hanh.presses('Đúng')
  await hanh.says('/donvi')
  const asked = await hanh.presses('Đổi tên')
  expect(asked[0]?.buttons).toEqual(
    expect.arrayContaining(['Chi hội 1, thuộc Hội Nông dân', 'Chi hội 1, thuộc Hội Phụ nữ']),
  )
  expect(said(await hanh.says('chi hoi'))).toMatch(/“chi hoi” khớp 2 đơn vị: Chi hội 1; Chi hội 1/)
  await hanh.presses('Chi hội 1, thuộc Hội Phụ nữ')
  expect(said(await hanh.says('Chi hội 2'))).toBe('✓ Đã đổi tên Chi hội 1 thành Chi hội 2.')
  expect(await tree()).toEqual(['UBND xã Suối Đá', '-Hội Nông dân', '--Chi hội 1', '-Hội Phụ nữ', '--Chi hội 2'])
})

test('renaming: a name that is taken, too long or empty is refused; the agency’s own name follows', async () => {
  await hanh.says('/donvi\nThôn 1\nThôn 2')
  await hanh.presses('Đúng')
  await hanh.says('/donvi')
  await hanh.presses('Đổi tên')
  await hanh.says('Thôn 2')
  expect(said(await hanh.says('thôn  1'))).toMatch(/Tên “thôn 1” đã có trong cùng một đơn vị/)
  expect(said(await hanh.says('T'.repeat(121)))).toMatch(/không quá 120 ký tự/)
  await hanh.says('hủy')
  await hanh.says('/donvi')
  await hanh.presses('Đổi tên')
  await hanh.says('1')
  await hanh.says('UBND phường <Suối> Đá')
  expect((await office.database.store.settings.get(agencyKey, agencySchema))?.name).toBe('UBND phường <Suối> Đá')
})

test('only an empty leaf can be removed, after asking once more', async () => {
  await hanh.says('/donvi')
  expect(said(await hanh.presses('Xóa đơn vị'))).toMatch(/Không có đơn vị nào xóa được/)
  await hanh.says('/donvi\nThôn 1\n- Tổ 1\nThôn 2')
  await hanh.presses('Đúng')
  await office.person('Y Khoa', { unit: 'Thôn 2', role: 'head' })
  await hanh.says('/donvi')
  const asked = await hanh.presses('Xóa đơn vị')
  expect(asked[0]?.buttons.slice(0, 2)).toEqual(['Tổ 1', 'Lưu nháp'])
  expect(said(await hanh.presses('Tổ 1'))).toMatch(/^Xóa Tổ 1\?/)
  expect(said(await hanh.says('ừ'))).toMatch(/chọn “Xóa đơn vị” hoặc “Hủy”/)
  expect(said(await hanh.says('1'))).toBe('✓ Đã xóa Tổ 1.')
  expect(await tree()).toEqual(['UBND xã Suối Đá', '-Thôn 1', '-Thôn 2'])
})

test('a unit that somebody joins between asking and removing stays', async () => {
  await hanh.says('/donvi\nThôn 1')
  await hanh.presses('Đúng')
  await hanh.says('/donvi')
  await hanh.presses('Xóa đơn vị')
  await hanh.says('1')
  await office.person('Y Khoa', { unit: 'Thôn 1', role: 'head' })
  expect(said(await hanh.says('1'))).toMatch(/Thôn 1 đang có người, kế hoạch hoặc đăng ký nên chưa xóa được/)
})

test('who is no admin any more cannot finish what was begun', async () => {
  await office.person('Phạm Minh Tuấn', { unit: agency.name, role: 'admin' })
  await hanh.says('/donvi\nThôn 1')
  const unitId = (await office.database.store.units.all())[0]?.id ?? ''
  await office.database.store.people.endRole({ personId: hanh.id, unitId, role: 'admin' })
  expect(said(await hanh.presses('Đúng'))).toMatch(/ngoài phạm vi đồng chí quản lý/)
  expect(await tree()).toEqual(['UBND xã Suối Đá'])
})

test('an official is told who can', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', parent: agency.name })
  for (const words of ['/donvi', 'đơn vị', '/mathamgia'])
    expect(said(await mai.says(words))).toMatch(/Chỉ bộ phận thường trực thi đua, khen thưởng/)
})

test('names that look like markup or like our own templates pass unharmed', async () => {
  const names = ['<b>Tổ</b> & “1”', '*Tổ* _2_ [x](y)', '{{agency}} $t(chat.start.menu)']
  await hanh.says(`/donvi\n${names.join('\n')}`)
  await hanh.presses('Đúng')
  expect(await tree()).toEqual(['UBND xã Suối Đá', ...names.map((name) => `-${name}`)])
  for (const name of names) expect(said(await hanh.says('/donvi'))).toContain(`\n${name}`)
  await hanh.presses('Đổi tên')
  expect(said(await hanh.presses('{{agency}} $t(chat.start.menu)'))).toContain('{{agency}} $t(chat.start.menu)')
})
