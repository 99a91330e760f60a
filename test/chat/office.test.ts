import { afterEach, expect, test } from 'vitest'
import { type Office, openOffice } from './office.ts'

let office: Office
afterEach(() => office.close())

test('a member is heard and answered', async () => {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const lan = await office.person('Nguyễn Thị Lan', { unit: 'Hội Nông dân xã', role: 'head', position: 'Chủ tịch' })
  const heard = await lan.says('/trogiup')
  console.log(heard)
  expect(heard).toHaveLength(1)
})
