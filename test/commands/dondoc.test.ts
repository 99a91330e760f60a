import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test.each(['/dondoc', 'chứng minh', 'theo dõi đôn đốc'])('“%s” lists what is missing', async (typed) => {
  commune = await openCommune('2024-04-01T09:00:00+07:00')
  const [list] = await commune.admin.says(typed)
  expect(list?.text).toContain('Những việc hệ thống chưa ghi nhận đủ:')
  expect(list?.buttons).toEqual(['Xem 1', 'Theo đơn vị', 'Tạm dừng nhắc'])
})

test('others are told who can', async () => {
  commune = await openCommune()
  expect(text(await commune.lan.says('/dondoc'))).toMatch(/^Chỉ/)
})

test('with no deadline near there is nothing to follow up', async () => {
  commune = await openCommune('2024-08-01T09:00:00+07:00')
  expect(text(await commune.admin.says('/dondoc'))).toContain('Không có việc nào gần hạn')
})

test('who registers meanwhile is left out, and no reminder is noted for them', async () => {
  commune = await openCommune('2024-04-01T09:00:00+07:00')
  const { admin, lan } = commune
  await goes(admin, '/dondoc', '[Xem 1]', '[Ghi lần nhắc]', 'Đồng chí Nguyễn Thị Lan (Hội Nông dân xã)', '[Trực tiếp]')
  await goes(lan, ...toPreview, '[Gửi]')
  const noted = await goes(admin, '[thứ Hai 01/04/2024]', '[Bỏ qua]', '[Bỏ qua]')
  expect(text(noted)).toContain('vừa được ghi nhận nên không cần ghi lần nhắc nữa')
})

test('a day ahead is no day of a reminder', async () => {
  commune = await openCommune('2024-04-01T09:00:00+07:00')
  const heard = await goes(
    commune.admin,
    ...['/dondoc', '[Xem 1]', '[Ghi lần nhắc]', 'Đồng chí Nguyễn Thị Lan (Hội Nông dân xã)', '[Tại giao ban]', 'mai'],
  )
  expect(text(heard)).toContain('“mai” chưa dùng được')
})
