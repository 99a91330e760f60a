import { afterEach, expect, test } from 'vitest'
import { type Office, openOffice } from './office.ts'

let office: Office
afterEach(() => office.close())

test('a member is heard and answered once, and nobody else hears of it', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã', role: 'head', position: 'Chủ tịch' })
  const binh = await office.person('Trần Văn Bình', { unit: 'Hội Nông dân xã' })
  expect(await lan.says('/trogiup')).toHaveLength(1)
  expect(await binh.hears()).toEqual([])
})
