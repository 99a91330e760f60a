import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const union = { unit: 'Hội Nông dân xã', role: 'official' as const }
const states = async () => (await registrations(commune.office)).map(({ code, state }) => `${code.slice(-1)} ${state}`)

/** Three members send plain papers; a fourth sends one without target and day. */
async function fourSent() {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  for (const name of ['Lê Văn Ba', 'Hồ Thị Tư'])
    await goes(await commune.office.person(name, union), ...toPreview, '[Gửi]')
  const bare = await commune.office.person('Vũ Văn Năm', union)
  await goes(bare, '/dangky', '1', '[Tiếp tục]', 'Việc khác', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]')
  await commune.head.hears()
  return { bare }
}

test('the plain papers of a plan are named before all are approved, and each author hears', async () => {
  await fourSent()
  const [card] = await commune.head.says('/duyet')
  expect(card?.buttons).toEqual(['Duyệt', 'Đề nghị sửa', 'Xem', 'Tiếp theo', 'Duyệt cả 3 bản'])
  const [asked] = await commune.head.presses('Duyệt cả 3 bản')
  expect(asked?.text.split('\n')).toEqual([
    'Duyệt cả 3 bản (thi đua 120 năm thành lập tỉnh) sau đây?',
    '1. Đồng chí Nguyễn Thị Lan (Hội Nông dân xã), DK-2024-0001, 1 nội dung, 1 chỉ tiêu',
    '2. Đồng chí Lê Văn Ba (Hội Nông dân xã), DK-2024-0002, 1 nội dung, 1 chỉ tiêu',
    '3. Đồng chí Hồ Thị Tư (Hội Nông dân xã), DK-2024-0003, 1 nội dung, 1 chỉ tiêu',
    'Các bản này đủ nội dung, chỉ tiêu, đúng hạn, không có ghi chú. Bản khác đề nghị đồng chí xem từng bản.',
  ])
  expect(await states()).toEqual(['1 waiting', '2 waiting', '3 waiting', '4 waiting'])
  const [done] = await commune.head.presses('Duyệt 3 bản')
  expect(done?.text).toMatch(/^Đã duyệt 3 bản; bộ phận thường trực sẽ tiếp nhận\.\n\n1 bản đăng ký chờ đồng chí\./)
  expect(await states()).toEqual(['1 approved', '2 approved', '3 approved', '4 waiting'])
  expect((await commune.lan.hears()).at(-1)?.text).toContain('Đơn vị đã duyệt bản đăng ký DK-2024-0001')
})

test('a paper without target and day is not offered among them', async () => {
  await fourSent()
  await commune.head.says('/duyet')
  const [card] = await goes(commune.head, '[Tiếp theo]', '[Tiếp theo]', '[Tiếp theo]')
  expect(card?.text).toContain('Vũ Văn Năm')
  expect(card?.buttons).not.toContain('Duyệt cả 3 bản')
})

test('what changed after the list was shown is left and said', async () => {
  await fourSent()
  await goes(commune.head, '/duyet', '[Duyệt cả 3 bản]')
  await goes(commune.lan, '[Rút đăng ký]', '[Rút đăng ký]')
  const done = await commune.head.presses('Duyệt 3 bản')
  expect(done.at(-1)?.text).toContain('Đã duyệt 2 bản;')
  expect(done.at(-1)?.text).toContain('Để lại, vì đã thay đổi sau khi danh sách hiện ra: Đồng chí Nguyễn Thị Lan')
})

test('pressed twice it approves once', async () => {
  await fourSent()
  await goes(commune.head, '/duyet', '[Duyệt cả 3 bản]', '[Duyệt 3 bản]')
  const [again] = await commune.head.presses('Duyệt 3 bản')
  expect(again?.text).toContain('Không duyệt bản nào')
  const [first] = await registrations(commune.office)
  const audit = await commune.office.database.store.audit.about(`registration:${first?.id}`)
  expect(audit.map(({ action }) => action)).toEqual(['registration.submit', 'registration.approve'])
})

test('what came after the last day is not plain', async () => {
  commune = await openCommune()
  const other = await commune.office.person('Lê Văn Ba', union)
  await commune.office.moveTo('2024-04-11T09:00:00+07:00')
  for (const one of [commune.lan, other]) await goes(one, ...toPreview, '[Gửi]', 'Đi công tác dài ngày', '[Gửi]')
  const [card] = await commune.head.says('/duyet')
  expect(card?.buttons).toEqual(['Duyệt', 'Đề nghị sửa', 'Xem', 'Tiếp theo'])
})
