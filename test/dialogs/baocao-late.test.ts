import { afterEach, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { kept, openReporting, type Reporting, register } from './reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const answered = ['98', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]']

test('with more time that a leader agreed to, a report is not late and asks no reason', async () => {
  commune = await openReporting('2024-10-22T09:00:00+07:00')
  await register(commune, commune.lan, 1)
  await commune.office.database.store.extensions.add({
    ...{ deadlineId: commune.deadlines.reporting?.id ?? '', unitId: commune.unitId, lastDay: '2024-10-27' },
    ...{ agreedBy: 'Phó Chủ tịch UBND xã', agreedOn: '2024-10-18', via: 'phone', by: commune.admin.id, at: 0 },
  })
  const receipt = text(await goes(commune.lan, '/baocao', ...answered, '[Gửi]'))
  // 27 October is a Sunday.
  expect(receipt).toContain('sửa hoặc rút đến hết thứ Sáu 25/10')
  expect((await kept(commune)).map(({ late }) => late)).toEqual([false])
})

test('changed after the last safe day, it asks why and says so', async () => {
  commune = await openReporting()
  await register(commune, commune.lan, 1)
  await goes(commune.lan, '/baocao', ...answered, '[Gửi]')
  await commune.office.moveTo('2024-10-23T09:00:00+07:00')
  await commune.lan.hears()
  const asked = await goes(commune.lan, '/tracuu BC-2024-0001', '[Sửa]', '[Gửi lại]')
  expect(text(asked)).toContain('nêu lý do')
  expect(text(await commune.lan.says('Số liệu được rà soát lại'))).toContain('Đã gửi lại báo cáo (lần 2)')
  const [report] = await kept(commune)
  expect([report?.late, report?.lateReason]).toEqual([true, 'Số liệu được rà soát lại'])
})
