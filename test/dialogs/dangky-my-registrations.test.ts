import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const mine = async (who: Commune['lan']) => (await who.says('/cuatoi')).map(({ text }) => text).join('\n')

test('a profile shows what one registered, with its state', async () => {
  commune = await openCommune()
  expect(await mine(commune.lan)).not.toContain('bản đăng ký.')
  await goes(commune.lan, ...toPreview, '[Gửi]')
  expect(await mine(commune.lan)).toContain('1. DK-2024-0001, thi đua 120 năm thành lập tỉnh: Chờ duyệt')
  await commune.head.presses('Duyệt')
  expect(await mine(commune.lan)).toContain('Đơn vị đã duyệt')
})

test('who writes for a unit sees its papers; its members do not', async () => {
  commune = await openCommune()
  await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', ...toPreview.slice(1), 'Nguyễn Văn A', '[Gửi]')
  expect(await mine(commune.head)).toContain('DK-2024-0001')
  expect(await mine(commune.lan)).not.toContain('DK-2024-0001')
})
