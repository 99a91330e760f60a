import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { said, setUpCommune } from './commune.ts'

let office: Office
let hanh: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  hanh = await setUpCommune(office)
})
afterEach(() => office.close())

test('outside a dialog there is nothing to cancel; “đúng” is not “dừng”', async () => {
  expect(said(await hanh.says('hủy'))).toBe('Hiện không có thao tác nào đang làm để hủy.')
  expect(said(await hanh.says('Dừng'))).toBe('Hiện không có thao tác nào đang làm để hủy.')
  await hanh.says('/mathamgia')
  expect(said(await hanh.says('thôi'))).not.toMatch(/Hiện không có thao tác/)
})
