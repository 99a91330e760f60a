import { afterEach, beforeEach, expect, test } from 'vitest'
import { rootOf } from '../../src/domain/unit-tree.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { agency, said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
})
afterEach(() => office.close())

const below = { parent: agency.name }
const audited = async (id: string) => (await office.database.store.audit.about(id)).map(({ action }) => action)

test('people by unit, numbered; a name or a unit narrows, one alone is a card', async () => {
  const thanh = await office.person('Đỗ Văn Thành', {
    unit: 'Phòng Kinh tế',
    ...below,
    role: 'head',
    position: 'Trưởng phòng',
  })
  await office.person('Y Khoa Êban', { unit: 'Buôn Sương', ...below, role: 'head' })
  const all = await hanh.says('nhân sự')
  expect(said(all)).toBe(
    'Có 3 người trong phạm vi đồng chí quản lý.\n\nUBND xã Suối Đá\n1. Lê Thị Hạnh, Công chức\n\nPhòng Kinh tế\n2. Đỗ Văn Thành, Trưởng phòng\n\nBuôn Sương\n3. Y Khoa Êban',
  )
  expect(all[0]?.buttons).toEqual(['Xem 1', 'Xem 2', 'Xem 3'])
  expect(said(await hanh.says('/nguoidung kinh te'))).toMatch(
    /^Đồng chí Đỗ Văn Thành, Trưởng phòng\nVai trò: Trưởng đơn vị, Phòng Kinh tế\nKênh/,
  )
  expect(said(await hanh.says('/nguoidung Nguyễn Văn Không'))).toMatch(/Chưa có người nào khớp “Nguyễn Văn Không”/)
  expect(said(await thanh.says('/nguoidung'))).toMatch(
    /Chỉ bộ phận thường trực.*tại UBND xã Suối Đá là Văn phòng HĐND và UBND xã/,
  )
})

test('a role is added and ended: audited, and the person is told', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  await hanh.says('/nguoidung Mai')
  await hanh.presses('Thêm vai trò')
  expect(said(await hanh.says('kinh te'))).toMatch(/Vai trò của đồng chí Nguyễn Thị Mai tại Phòng Kinh tế\?/)
  expect(said(await hanh.says('ông tổ'))).toMatch(/chọn một vai trò/)
  expect(said(await hanh.presses('Trưởng đơn vị'))).toBe(
    '✓ Đã thêm vai trò cho đồng chí Nguyễn Thị Mai: Trưởng đơn vị, Phòng Kinh tế.',
  )
  expect(said(await mai.hears())).toBe('Đồng chí được giao thêm vai trò: Trưởng đơn vị, Phòng Kinh tế.')

  await hanh.says('/nguoidung Mai')
  await hanh.presses('Thêm vai trò')
  await hanh.says('kinh te')
  expect(said(await hanh.says('3'))).toMatch(/đã có vai trò này/)

  await hanh.says('/nguoidung Mai')
  const asked = await hanh.presses('Bớt vai trò')
  expect(said(asked)).toMatch(
    /Bớt vai trò nào của đồng chí Nguyễn Thị Mai\?\n1\. .+, Phòng Kinh tế\n2\. .+, Phòng Kinh tế/,
  )
  await hanh.presses(said(asked).includes('1. Trưởng') ? 'Bớt 1' : 'Bớt 2')
  expect(said(await mai.hears())).toMatch(/^Vai trò của đồng chí đã kết thúc: Trưởng đơn vị, Phòng Kinh tế\./)
  expect(said(await hanh.presses(said(asked).includes('1. Trưởng') ? 'Bớt 1' : 'Bớt 2'))).toMatch(
    /không còn vai trò này/,
  )
  expect(await audited(mai.id)).toEqual(['role.added', 'role.ended'])
})

test('the last admin stays, whoever asks; with a second one either may go', async () => {
  await hanh.says('/nguoidung Hạnh')
  await hanh.presses('Bớt vai trò')
  expect(said(await hanh.presses('Bớt 1'))).toMatch(/phải có ít nhất một người thường trực thi đua/)
  await hanh.says('/nguoidung Hạnh')
  await hanh.presses('Đã nghỉ')
  expect(said(await hanh.presses('Xác nhận'))).toMatch(/phải có ít nhất một người/)
  await office.person('Phạm Minh Tuấn', { unit: agency.name, role: 'admin' })
  expect(said(await hanh.presses('Bớt 1'))).toMatch(/✓ Đã bớt vai trò của đồng chí Lê Thị Hạnh/)
  expect(said(await hanh.says('/nguoidung'))).toMatch(/Chỉ bộ phận thường trực/)
})

test('who has left is asked about once more, loses roles and channels, and is a stranger afterwards', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  await hanh.says('/nguoidung Mai')
  expect(said(await hanh.presses('Đã nghỉ'))).toMatch(
    /^Ghi nhận đồng chí Nguyễn Thị Mai đã nghỉ hoặc chuyển công tác\?/,
  )
  expect(said(await hanh.presses('Xác nhận'))).toMatch(/^Đã ghi nhận đồng chí Nguyễn Thị Mai nghỉ/)
  expect(said(await mai.says('/cuatoi'))).toMatch(/Hệ thống chỉ phục vụ/)
  expect(said(await hanh.presses('Đã nghỉ'))).toMatch(/không còn trong danh sách/)
  expect(await audited(mai.id)).toEqual(['person.left'])
})

test('an admin of a branch has charge of the branch alone', async () => {
  await office.person('Đặng Thị Vân', { unit: 'Trường Tiểu học', ...below, role: 'head' })
  const nam = await office.person('Trịnh Văn Nam', { unit: 'Tổ Một', parent: 'Trường Tiểu học' })
  const { store } = office.database
  const root = rootOf(await store.units.all())?.id ?? null
  const kinhTe = await store.units.add({ parentId: root, name: 'Phòng Kinh tế', relation: 'subordinate' })
  await store.people.addRole({ personId: nam.id, unitId: kinhTe, role: 'official' }, 1)
  const yen = await office.person('Cao Thị Yến', { unit: 'Trường Tiểu học', role: 'admin' })
  expect(said(await yen.says('/nguoidung'))).toMatch(/^Có 3 người/)
  expect(said(await yen.says('/nguoidung Hạnh'))).toMatch(/Chưa có người nào/)
  expect(said(await yen.says('/donvi'))).toMatch(
    /có 2 đơn vị trong phạm vi đồng chí quản lý\.\nTrường Tiểu học\n- Tổ Một$/,
  )
  await yen.says('/nguoidung Nam')
  expect(said(await yen.presses('Đã nghỉ'))).toMatch(/còn vai trò ngoài phạm vi đồng chí quản lý/)
  await yen.presses('Bớt vai trò')
  expect(said(await yen.presses('Bớt 1'))).toMatch(
    /✓ Đã bớt vai trò của đồng chí Trịnh Văn Nam: Cán bộ, công chức, Tổ Một/,
  )
  expect(said(await yen.presses('Bớt vai trò'))).toMatch(/không còn trong danh sách/)
})
