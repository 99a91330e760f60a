import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test.each(['hủy đăng ký', 'huy dang ky', '/rutdangky', 'rút đăng ký'])(
  '“%s” means withdrawing and asks first',
  async (typed) => {
    commune = await openCommune()
    await goes(commune.lan, ...toPreview, '[Gửi]')
    const [asked] = await commune.lan.says(typed)
    expect(asked?.text).toMatch(/^Rút bản đăng ký DK-2024-0001\?/)
    expect((await registrations(commune.office))[0]?.state).toBe('waiting')
  },
)

test('with several it asks which', async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  await goes(commune.lan, '/dangky', '1', '[Tiếp tục]', '[Bỏ qua]', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]')
  const [asked] = await commune.lan.says('hủy đăng ký')
  expect(asked?.buttons).toEqual(['DK-2024-0002', 'DK-2024-0001'])
  expect(text(await commune.lan.presses('DK-2024-0002'))).toContain('Rút bản đăng ký DK-2024-0002?')
})

test('with none that is said', async () => {
  commune = await openCommune()
  expect(text(await commune.lan.says('hủy đăng ký'))).toContain('chưa có bản đăng ký nào để rút')
})

test('after the last safe day it says whom to ask', async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  await commune.office.moveTo('2024-04-10T08:00:00+07:00')
  expect(text(await commune.lan.says('hủy đăng ký'))).toContain('liên hệ bộ phận thường trực')
})
