import { afterEach, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { kept, openReporting, quarterly, type Reporting } from './reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const open = async (now: string) => {
  commune = await openReporting(now, { report: quarterly })
}
const states = async () => {
  const { obligations } = commune.office.database.store
  const found = await obligations.find({ personId: commune.lan.id, today: '2024-07-20' })
  return found
    .filter(({ kind }) => kind === 'report')
    .map(({ round, lastDay, state }) => `${round} ${lastDay} ${state}`)
}

test('the round that is past, the next and the one after it are owed, each with its own last safe day', async () => {
  await open('2024-07-20T09:00:00+07:00')
  expect(await states()).toEqual(['2024-Q2 2024-06-14 open', '2024-Q3 2024-09-14 open', '2024-Q4 2024-12-14 open'])
})

test('without a day to look from, such a deadline is one without a day: no round reminds yet', async () => {
  await open('2024-07-20T09:00:00+07:00')
  const found = await commune.office.database.store.obligations.find({ personId: commune.lan.id })
  expect(found.filter(({ kind }) => kind === 'report').map(({ round, lastDay }) => [round, lastDay])).toEqual([
    [null, null],
  ])
})

test('/hanchot shows them as what they are', async () => {
  await open('2024-07-20T09:00:00+07:00')
  const heard = await commune.lan.says('/hanchot báo cáo')
  const all = text([...heard, ...(await commune.lan.says('/hanchot'))])
  expect(all).toContain('Gửi báo cáo, kỳ quý III/2024 – hệ thống chưa ghi nhận')
  expect(all).toContain('Trước ngày 15/09, gửi chậm nhất thứ Sáu 13/09')
})

test('a report is of one round; the others stay open', async () => {
  await open('2024-07-20T09:00:00+07:00')
  const [asked] = await commune.lan.says('/baocao')
  expect(asked?.text).toContain(
    '1. Kế hoạch thi đua 120 năm thành lập tỉnh, kỳ quý III/2024 (của đồng chí): trước ngày 15/09/2024, gửi chậm nhất thứ Sáu 13/09',
  )
  const [receipt] = await goes(
    commune.lan,
    ...['1', '1', '[Tiếp tục]', 'Đã xong', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]'],
  )
  expect(receipt?.text).toContain('Đồng chí được sửa hoặc rút đến hết thứ Sáu 13/09.')
  expect((await kept(commune))[0]).toMatchObject({ round: '2024-Q3', late: false })
  expect(await states()).toEqual(['2024-Q2 2024-06-14 open', '2024-Q3 2024-09-14 waiting', '2024-Q4 2024-12-14 open'])
  expect(text(await commune.lan.says('/cuatoi'))).toContain(
    'BC-2024-0001, thi đua 120 năm thành lập tỉnh, kỳ quý III/2024',
  )
})

test('a round that has passed can still be reported, with a reason', async () => {
  await open('2024-07-20T09:00:00+07:00')
  await commune.lan.says('/baocao')
  await goes(commune.lan, '3', '1', '[Tiếp tục]', 'Đã xong', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]')
  await commune.lan.says('Thay đổi cán bộ theo dõi')
  expect((await kept(commune))[0]).toMatchObject({ round: '2024-Q2', late: true })
})
