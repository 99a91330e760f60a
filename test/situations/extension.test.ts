import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

/** The admin notes on 8 April that the chairman agreed to the 15th for the farmers' union. */
async function extended() {
  commune = await openCommune('2024-04-08T09:00:00+07:00')
  return goes(
    commune.admin,
    ...['/dondoc', '[Xem 1]', '[Gia hạn riêng]', '[Hội Nông dân xã]', '15/4', 'Nguyễn Văn Hùng, Chủ tịch UBND xã'],
    ...['[thứ Hai 08/04/2024]', '[Điện thoại]'],
  )
}

test('a spoken extension holds for one unit, with who, when and how, and does not move the plan', async () => {
  expect(text(await extended())).toBe(
    '✓ Đã ghi. Gia hạn riêng cho Hội Nông dân xã đến hết thứ Hai 15/04/2024: đồng chí Nguyễn Văn Hùng, Chủ tịch UBND xã đồng ý ngày 08/04/2024 qua điện thoại; thời hạn của kế hoạch không đổi.\nKhi có văn bản, đề nghị đồng chí bổ sung số văn bản.',
  )
  expect(text(await commune.head.hears())).toContain(
    'của Hội Nông dân xã được kéo dài: gửi chậm nhất thứ Hai 15/04/2024',
  )
  const list = text(await commune.lan.says('/hanchot'))
  expect(list).toContain('gửi chậm nhất thứ Hai 15/04')
  expect(list).toContain('Gia hạn riêng cho Hội Nông dân xã')
  const other = text(await commune.clerkOfOffice.says('/hanchot'))
  expect(other).toContain('thứ Ba 09/04')
  expect(other).not.toContain('15/04')
})

test('within it nothing is late, and the reminders begin anew for the unit alone', async () => {
  await extended()
  await commune.head.hears()
  const { office, lan, clerkOfOffice } = commune
  await Promise.all([lan.hears(), clerkOfOffice.hears()])
  await office.moveTo('2024-04-10T08:00:00+07:00')
  expect(text(await clerkOfOffice.hears())).toContain('Đã qua thời hạn')
  expect(text(await lan.hears())).not.toContain('Đã qua thời hạn')
  await office.moveTo('2024-04-12T08:00:00+07:00')
  const reminder = text(await lan.hears())
  expect(reminder).toContain('gửi chậm nhất thứ Hai 15/04')
  expect(reminder).toContain('đồng ý ngày 08/04/2024 qua điện thoại; thời hạn của kế hoạch không đổi')
  expect(text(await goes(lan, ...toPreview, '[Gửi]'))).not.toContain('sau thời hạn')
  expect((await registrations(office))[0]).toMatchObject({ late: false })
})

test('the letter is asked for later, once, and noted', async () => {
  await extended()
  const { office, admin } = commune
  await office.moveTo('2024-04-16T08:00:00+07:00')
  const asked = (await admin.hears()).filter(({ text: said }) => said.includes('chưa ghi nhận văn bản'))
  expect(asked).toHaveLength(1)
  expect(text(await goes(admin, '[Ghi văn bản]', '45/UBND-VP ngày 12/04/2024'))).toBe(
    '✓ Đã ghi văn bản: 45/UBND-VP ngày 12/04/2024.',
  )
})

test('only an admin notes it; a day that is not after the plan’s is refused', async () => {
  commune = await openCommune('2024-04-08T09:00:00+07:00')
  expect(text(await commune.head.says('/dondoc'))).toMatch(/^Chỉ/)
  const heard = await goes(commune.admin, '/dondoc', '[Xem 1]', '[Gia hạn riêng]', '[Hội Nông dân xã]', '9/4')
  expect(text(heard)).toContain('ngày mới phải sau thứ Ba 09/04')
})

test('a head sets the unit’s own day: shown as such, beside the plan’s, in list, card and reminder', async () => {
  commune = await openCommune('2024-03-27T09:00:00+07:00')
  const { head, lan, clerkOfOffice, office } = commune
  await head.says('/hanchot')
  const [asked] = await goes(head, '[Xem việc 1]', '[Hạn nội bộ]')
  expect(asked?.text).toContain('Kế hoạch: gửi chậm nhất thứ Ba 09/04/2024')
  // Two working days before the last safe day.
  expect(asked?.buttons[0]).toBe('thứ Sáu 05/04')
  expect(text(await head.presses('thứ Sáu 05/04'))).toBe(
    '✓ Đã đặt hạn nội bộ của Hội Nông dân xã: thứ Sáu 05/04/2024. Thời hạn của kế hoạch không đổi.',
  )
  const list = text(await lan.says('/hanchot'))
  expect(list).toContain('Trước ngày 10/04, gửi chậm nhất thứ Ba 09/04')
  expect(list).toContain('Hạn nội bộ do Hội Nông dân xã đặt: thứ Sáu 05/04')
  expect(text(await clerkOfOffice.says('/hanchot'))).not.toContain('Hạn nội bộ')
  await office.moveTo('2024-04-02T08:00:00+07:00')
  expect(text(await lan.hears())).toContain('Hạn nội bộ do Hội Nông dân xã đặt: thứ Sáu 05/04')
  await head.says('/hanchot')
  expect(text(await goes(head, '[Xem việc 1]', '[Hạn nội bộ]', '12/4'))).toContain('chưa dùng được làm hạn nội bộ')
  expect(text(await head.presses('Bỏ hạn nội bộ'))).toContain('Đã bỏ hạn nội bộ')
})
