import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

async function asked() {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  return goes(commune.head, '[Đề nghị sửa]')
}
const said = async (text: string) => (await commune.head.says(text)).map((one) => one.text).join('\n')

test('a restart while the reason is asked loses nothing', async () => {
  const [question] = await asked()
  expect(question?.text).toMatch(/^Bản đăng ký DK-2024-0001 cần hoàn thiện điều gì\?/)
  await commune.office.restart()
  expect(await said('chỉ tiêu 2 chưa có số')).toContain('Đã đề nghị hoàn thiện bản đăng ký DK-2024-0001')
  expect((await registrations(commune.office))[0]).toMatchObject({ state: 'returned' })
})

test('a reason that is too long is refused', async () => {
  await asked()
  expect(await said('a'.repeat(501))).toContain('dài 501 ký tự, chỉ nhận đến 500')
})

test('cancelling asks for nothing', async () => {
  await asked()
  await said('hủy')
  expect((await registrations(commune.office))[0]).toMatchObject({ state: 'waiting' })
})

test('what the author withdrew meanwhile is not asked about any more', async () => {
  await asked()
  await goes(commune.lan, '[Rút đăng ký]', '[Rút đăng ký]')
  expect(await said('chỉ tiêu 2 chưa có số')).toContain('hiện là “Đã rút” nên việc này không thực hiện nữa.')
  expect((await registrations(commune.office))[0]).toMatchObject({ state: 'withdrawn' })
})
