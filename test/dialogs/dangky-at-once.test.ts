import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
})
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const ofUnit = ['/dangky', '[Cho Hội Nông dân xã]', ...toPreview.slice(1), 'Trần Thị B']

test('two who send the unit’s same content at once make one registration and get one explanation', async () => {
  await goes(commune.clerk, ...ofUnit)
  await goes(commune.head, ...ofUnit)
  const heard = await Promise.all([commune.clerk.presses('Gửi'), commune.head.presses('Gửi')])
  await commune.office.settle()
  expect(await registrations(commune.office)).toHaveLength(1)
  const words = heard.map(text)
  expect(words.filter((one) => one.includes('mã tra cứu DK-2024-0001'))).toHaveLength(1)
  expect(words.filter((one) => one.includes('đã có ở bản đăng ký DK-2024-0001'))).toHaveLength(1)
})

test('a colleague and who types for them register the same content once', async () => {
  await goes(commune.lan, ...toPreview)
  await goes(commune.clerk, '/dangky', '[Cho người khác]', 'lan', ...toPreview.slice(1), '[Gửi]')
  expect(text(await commune.lan.presses('Gửi'))).toContain('đã có ở bản đăng ký DK-2024-0001')
  expect(await registrations(commune.office)).toHaveLength(1)
})

test('[Gửi] pressed again and again is one registration and one receipt, also after a restart', async () => {
  await goes(commune.lan, ...toPreview)
  const receipts = [...(await commune.lan.presses('Gửi')), ...(await commune.lan.presses('Gửi'))]
  await commune.office.restart()
  receipts.push(...(await commune.lan.presses('Gửi')))
  expect(receipts.filter((one) => one.text.includes('Đã gửi bản đăng ký'))).toHaveLength(1)
  expect(await registrations(commune.office)).toHaveLength(1)
})

test('the head edits while the clerk does: the second is told, and their draft is kept', async () => {
  await goes(commune.clerk, ...ofUnit, '[Gửi]')
  await goes(commune.clerk, '[Sửa]')
  await goes(commune.head, '/cuatoi', '[Xem 1]', '[Sửa]', '[Gửi lại]')
  expect(text(await commune.clerk.presses('Gửi lại'))).toContain('đã thay đổi trong lúc đồng chí sửa')
  expect((await commune.clerk.says('/dangky'))[0]?.buttons).toEqual(['Làm tiếp', 'Làm bản mới'])
})
