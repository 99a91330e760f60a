import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../chat/office.ts'
import { agency, said, setUpCommune } from './commune.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  await setUpCommune(office)
})
afterEach(() => office.close())

const below = { parent: agency.name }

test('Vietnamese and English, by button or by name', async () => {
  const mai = await office.person('Nguyễn Thị Mai', { unit: 'Phòng Kinh tế', ...below })
  expect((await mai.says('ngôn ngữ'))[0]?.buttons).toEqual(['Tiếng Việt', 'English'])
  expect(said(await mai.presses('English'))).toBe('✓ From now on the assistant answers in English.')
  expect(said(await mai.says('/cuatoi'))).toMatch(/^Profile of Nguyễn Thị Mai\nRoles: Official, Phòng Kinh tế/)
  expect(said(await mai.says('ngonngu tiếng việt'))).toBe('✓ Từ nay hệ thống trả lời bằng tiếng Việt.')
})
