import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

async function approved() {
  commune = await openCommune('2024-03-27T09:12:00+07:00')
  await goes(commune.lan, ...toPreview, '[Gửi]')
  await goes(commune.head, '/duyet', '[Duyệt]')
  await commune.lan.hears()
}

test('where the plan wants it in writing, the signed paper is followed gently until it is reported sent, then the admin is asked', async () => {
  await approved()
  const { office, lan, admin } = commune
  const asked: string[] = []
  for (const day of ['2024-03-28', '2024-03-29', '2024-04-01', '2024-04-02', '2024-04-08']) {
    await office.moveTo(`${day}T08:00:00+07:00`)
    if (text(await lan.hears()).includes('chưa ghi nhận bản ký')) asked.push(day)
  }
  // The third and the eighth working day after approval.
  expect(asked).toEqual(['2024-04-01', '2024-04-08'])
  expect(text(await lan.presses('Đã gửi bản ký'))).toContain('báo đã gửi')
  await admin.hears()
  await office.moveTo('2024-04-10T08:00:00+07:00')
  const question = (await admin.hears()).find(({ text: said }) => said.includes('được báo đã gửi'))
  expect(question?.text).toContain('Bản ký của bản đăng ký DK-2024-0001 (đồng chí Nguyễn Thị Lan (Hội Nông dân xã))')
  expect(question?.buttons).toEqual(['Đã nhận bản ký', 'Xem lại'])
  await office.moveTo('2024-04-26T08:00:00+07:00')
  expect(text(await lan.hears())).not.toContain('chưa ghi nhận bản ký')
})

test('a paper file: taken in with the signed paper, its number and day of arrival follow', async () => {
  await approved()
  const { office, admin } = commune
  const [done] = await goes(admin, '/duyet', '[Nhận cả bản ký]')
  expect(done?.text).toContain('gồm cả bản ký')
  expect(done?.buttons).toContain('Ghi số đến')
  await goes(admin, '[Ghi số đến]', '45', '[Bỏ qua]')
  await admin.hears()
  await office.moveTo('2024-04-10T08:00:00+07:00')
  expect((await registrations(office))[0]).toMatchObject({ paper: 'received' })
})
