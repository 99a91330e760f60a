import { afterEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../chat/office.ts'

let office: Office
afterEach(() => office.close())

test('without a channel that has groups it says so', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const head = await office.person('Vũ Thị Ngọc', { unit: 'Phòng Kinh tế', role: 'head' })
  expect(await head.says('/nhom')).toMatchObject([
    { text: expect.stringContaining('Nhóm hiện gắn được trên Telegram'), buttons: [] },
  ])
})

test('an official may not, and hears who can', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Phòng Kinh tế' })
  expect((await lan.says('/nhom'))[0]?.text).toBe('Chỉ trưởng đơn vị và bộ phận thường trực gắn được nhóm với đơn vị.')
})

test('an admin of several units is asked for which, and gets the code for it', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  office.channel.groupLink = (code) => `https://t.me/thidua_bot?startgroup=${code}`
  const admin = await office.person('Lê Thị Hạnh', { unit: 'UBND xã', role: 'admin' })
  await office.person('Vũ Thị Ngọc', { unit: 'Phòng Kinh tế', parent: 'UBND xã', role: 'head' })
  await admin.says('nhóm')
  expect((await admin.presses('Gắn nhóm'))[0]?.text).toContain('Gắn nhóm với đơn vị nào?')
  const [given] = await admin.says('phong kinh te')
  expect(given?.text).toMatch(/^Mã gắn nhóm của Phòng Kinh tế: [2-9A-Z]{4}-[2-9A-Z]{4}\. Mã dùng một lần/)
  expect(given?.text).toMatch(/https:\/\/t\.me\/thidua_bot\?startgroup=[2-9A-Z]{4}-[2-9A-Z]{4}\n/)
})

test('a head of one unit gets its code at once', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  office.channel.groupLink = (code) => `https://t.me/thidua_bot?startgroup=${code}`
  const head = await office.person('Vũ Thị Ngọc', { unit: 'Phòng Kinh tế', role: 'head' })
  await head.says('/nhom')
  expect((await head.presses('Gắn nhóm'))[0]?.text).toContain('Mã gắn nhóm của Phòng Kinh tế')
})
