import { afterEach, beforeEach, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { kept, openReporting, type Reporting, register } from './reporting-commune.ts'

let commune: Reporting
let clerk: Reporting['lan']
beforeEach(async () => {
  commune = await openReporting()
  clerk = await commune.office.person('Lê Thị Hoa', { unit: 'Hội Nông dân xã', role: 'clerk' })
  await register(commune, commune.lan, 1)
})
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const toPreview = ['98', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]']
const forLan = ['/baocao', '[Báo cáo giúp người khác]', 'Lan']

test('the focal point reports for a colleague: both names stay, and the colleague hears', async () => {
  const [asked] = await goes(clerk, ...forLan)
  expect(asked?.text).toContain('100% hồ sơ đúng hạn')
  const [preview] = await goes(clerk, ...toPreview)
  expect(preview?.text).toContain('Báo cáo: đồng chí Nguyễn Thị Lan (Hội Nông dân xã)')
  expect(preview?.text).toContain('Người lập: đồng chí Lê Thị Hoa')
  expect(text(await clerk.presses('Gửi'))).toContain('Đã gửi báo cáo')
  const [report] = await kept(commune)
  expect([report?.personId, report?.typedBy]).toEqual([commune.lan.id, clerk.id])
  const told = await commune.lan.hears()
  expect(text(told)).toContain('Đồng chí Lê Thị Hoa đã lập báo cáo BC-2024-0001 giúp đồng chí')
  expect(text(await commune.lan.presses('Xem lại'))).toContain('Người lập: đồng chí Lê Thị Hoa')
  expect(text(await commune.head.hears())).toContain('Đồng chí Nguyễn Thị Lan (Hội Nông dân xã) gửi báo cáo kết quả')
})

test('she changes it herself, and it stays hers', async () => {
  await goes(clerk, ...forLan, ...toPreview, '[Gửi]')
  await commune.lan.hears()
  await goes(commune.lan, '[Sửa]', '[Sửa]', '[Kết quả]', '100', '[Gửi lại]')
  const [report, ...more] = await kept(commune)
  expect([report?.version, report?.personId, more.length]).toEqual([2, commune.lan.id, 0])
})

test('one report stands for her, whoever sends it', async () => {
  await goes(commune.lan, '/baocao', ...toPreview, '[Gửi]')
  expect(text(await goes(clerk, ...forLan))).toContain('Đồng chí Nguyễn Thị Lan hiện không có báo cáo nào phải gửi.')
  expect(text(await clerk.says('Y Bhôk'))).toContain('bước 1')
})

test('somebody of another unit is not to be named, nor may one report for them with an old draft', async () => {
  await commune.office.person('Phạm Văn Xa', { unit: 'Thôn 1', parent: 'UBND xã Ea Mẫu' })
  expect(text(await goes(clerk, '/baocao', '[Báo cáo giúp người khác]', 'Phạm Văn Xa'))).toContain(
    '“Phạm Văn Xa” chưa có trong danh sách người của đơn vị đồng chí.',
  )
  await goes(clerk, 'Lan', ...toPreview)
  await commune.office.database.store.people.endRole({ personId: clerk.id, unitId: commune.unitId, role: 'clerk' })
  expect(text(await clerk.presses('Gửi'))).toContain('Đồng chí không còn giữ tư cách đã chọn')
  expect(await kept(commune)).toEqual([])
})

test('whoever belongs to two units is told which report is which', async () => {
  const { office } = commune
  const two = await office.person('H’Nguyên Niê', { unit: 'Thôn 1', parent: 'UBND xã Ea Mẫu' })
  const second = await office.database.store.units.add({ parentId: null, name: 'Thôn 2', relation: 'subordinate' })
  await office.database.store.people.addRole({ personId: two.id, unitId: second, role: 'official' }, 0)
  const asked = text(await two.says('/baocao'))
  expect(asked).toContain('(của đồng chí tại Thôn 1)')
  expect(asked).toContain('(của đồng chí tại Thôn 2)')
})
