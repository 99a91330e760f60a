import { afterEach, expect, test } from 'vitest'
import { openReporting, type Reporting, register } from '../dialogs/reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test.each(['báo cáo anh em chiều nay họp', 'báo cáo kết quả nộp khi nào', 'bao gio phai nop bao cao'])(
  '“%s” begins no report',
  async (typed) => {
    commune = await openReporting()
    expect(text(await commune.lan.says(typed))).not.toContain('Báo cáo kết quả, bước')
  },
)

test('words that fit nothing are said, and what can be sent is listed', async () => {
  commune = await openReporting()
  expect(text(await commune.lan.says('/baocao chuyển đổi số'))).toContain(
    'Không có báo cáo nào khớp với “chuyển đổi số”',
  )
})

test('with nothing to report that is said', async () => {
  commune = await openReporting()
  const { plans } = commune.office.database.store
  await plans.end({ planId: commune.planId, status: 'withdrawn', by: commune.admin.id, at: 1 })
  expect(text(await commune.lan.says('/baocao'))).toContain('Hiện không có báo cáo nào đồng chí phải gửi.')
})

test('a plan that asks for no report can be reported on all the same', async () => {
  commune = await openReporting(undefined, {
    report: { ...(await import('../store/seed-plan.ts')).registrationDeadline },
  })
  await register(commune, commune.lan, 1)
  expect(text(await commune.lan.says('/baocao'))).toContain('bước 1/6: Kết quả')
})

test('reminders and /hanchot lead to it', async () => {
  commune = await openReporting('2024-10-15T09:00:00+07:00')
  const [dues] = await commune.lan.says('/hanchot')
  expect(dues?.buttons).toContain('Báo cáo')
  await commune.office.moveTo('2024-10-18T08:00:00+07:00')
  const reminder = (await commune.lan.hears()).find(({ text: said }) => said.includes('báo cáo'))
  expect(reminder?.buttons).toContain('Báo cáo')
  expect(text(await commune.lan.presses('Báo cáo'))).toContain('Báo cáo kết quả, bước 1')
})

test('the digest counts reports apart from registrations', async () => {
  commune = await openReporting()
  await register(commune, commune.lan, 1)
  for (const step of ['/baocao', '98', 'bỏ qua', 'bỏ qua', 'bỏ qua', 'bỏ qua', 'gửi']) await commune.lan.says(step)
  expect(text(await commune.head.says('/tiendo'))).toContain('1 báo cáo chờ đồng chí duyệt')
})
