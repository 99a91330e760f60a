import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../chat/office.ts'

const plans = new URL('../../../shared/plans/', import.meta.url)
const commune = 'ubnd-xa-krong-ana-2024-120-nam-dak-lak.txt'
const isThere = existsSync(new URL(commune, plans))
if (!isThere) console.warn('SKIPPED test/dialogs/real-plans.test.ts: the real plans are not beside the project.')

let office: Office | null = null
afterEach(async () => {
  await office?.close()
  office = null
})

async function load(file: string) {
  office = await openOffice({ now: '2024-03-26T08:00:00+07:00' })
  const admin = await office.person('Lê Thị Hồng', { unit: 'UBND xã Ea Mẫu', role: 'admin' })
  const bytes = new Uint8Array(readFileSync(new URL(file, plans)))
  const heard = await admin.sends({ name: file, mime: 'text/plain', bytes })
  return { admin, summary: heard.at(-1)?.text ?? '' }
}

it.skipIf(!isThere)('the registration of the commune plan reads as clerks mean it', async () => {
  const { admin, summary } = await load(commune)
  expect(summary).toMatch(/^Đã đọc được 3 mốc thời gian/)
  expect(summary).toContain('Không tính là thời hạn: 1 ngày kỷ niệm (22/11/2024)')
  await admin.presses('Rà từng mốc')
  const cards: string[] = []
  for (let card = 0; card < 3; card++) {
    const heard = card === 0 ? await admin.says('?') : await admin.presses('Đúng')
    cards.push(heard.at(-1)?.text ?? '')
  }
  const registration = cards.find((card) => card.includes('trước ngày 10/04/2024')) ?? cards.join('\n')
  expect(registration).toContain('trước ngày 10/04/2024 (khoản 4 Mục V)')
  expect(registration).toContain('Gửi chậm nhất thứ Ba 09/04, còn 14 ngày (10 ngày làm việc)')
  expect(registration).toContain('Hình thức: bằng văn bản')
  expect(registration).toMatch(/Nơi nhận: .*Hội đồng Thi đua - Khen thưởng\s+xã \(qua Văn phòng – thống kê xã\)/)
  expect(cards.join('\n')).toContain('Ngày làm việc cuối là thứ Sáu 29/11')
})

it
  .skipIf(!isThere)
  .each(['ubnd-huyen-dak-song-2025-kinh-te-xa-hoi.txt', 'ubnd-tinh-dak-lak-2025-tang-truong-8-phan-tram.txt'])(
  '%s has no dated deadline, and says so',
  async (file) => {
    const { summary } = await load(file)
    expect(summary.split('\n')[0]).toBe('Kế hoạch không ghi thời hạn có ngày cụ thể.')
  },
)
