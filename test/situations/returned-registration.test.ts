import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

/** A member's registration that the head has sent back. */
async function returned() {
  commune = await openCommune('2024-03-27T09:12:00+07:00')
  const { head, lan } = commune
  await goes(lan, ...toPreview, '[Gửi]')
  await goes(head, '/duyet', '[Đề nghị sửa]', 'chỉ tiêu chưa có số')
  await lan.hears()
  return commune
}

test('a reminder does not say that nothing is recorded of what was sent and is to be completed', async () => {
  const { office, lan } = await returned()
  await office.moveTo('2024-04-05T08:00:00+07:00')
  expect(text(await lan.hears())).toContain(
    'Đăng ký của đồng chí được đề nghị hoàn thiện; hệ thống chưa ghi nhận bản gửi lại.',
  )
  await office.moveTo('2024-04-10T08:00:00+07:00')
  const late = text(await lan.hears())
  expect(late).toContain('hoàn thiện; hệ thống chưa ghi nhận bản gửi lại. Đồng chí vẫn gửi được')
  expect(late).not.toContain('chưa ghi nhận đăng ký của đồng chí')
})
