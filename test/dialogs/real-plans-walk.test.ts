import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { type Heard, type Office, openOffice } from '../chat/office.ts'

const shared = new URL('../../../shared/', import.meta.url)
const isThere = existsSync(new URL('plans/', shared)) && existsSync(new URL('plans-more/', shared))
if (!isThere) console.warn('SKIPPED test/dialogs/real-plans-walk.test.ts: the real plans are not beside the project.')

let office: Office | null = null
afterEach(async () => {
  await office?.close()
  office = null
})

const parent = 'UBND xã Ea Mẫu'

/** An office, its admin, and what the admin hears from the file to the publication and the plan's card, all taken as read. */
async function walk(path: string, now: string): Promise<Heard[]> {
  office = await openOffice({ now })
  const admin = await office.person('Lê Thị Hồng', { unit: parent, role: 'admin' })
  await office.person('Y Bly Niê', { unit: 'Thôn 1', role: 'head', parent })
  await office.person('Đinh Thị Mai', { unit: 'Phòng Kinh tế', role: 'official', parent })
  const bytes = new Uint8Array(readFileSync(new URL(path, shared)))
  const heard = await admin.sends({ name: 'ke-hoach.txt', mime: 'text/plain', bytes })
  const usual = ['Rà từng mốc', 'Đúng', 'Giữ nguyên', 'Giữ lại', 'Đủ rồi', 'Chờ xác nhận', 'Dùng tên này', 'Đồng ý']
  for (let next: string | undefined; ; ) {
    next = [...usual, 'Công bố', 'Xem kế hoạch'].find((label) => heard.at(-1)?.buttons.includes(label))
    if (!next || heard.length > 120) break
    heard.push(...(await admin.presses(next)))
    if (next === 'Xem kế hoạch') break
    // The admin may be among those who hear the news.
    if (next === 'Công bố') heard.push(...(await admin.presses('Xem kế hoạch')))
    if (next === 'Công bố') break
  }
  return heard
}

// biome-ignore format: a table keeps its columns
const plans = [
  { path: 'plans/ubnd-huyen-dak-song-2025-kinh-te-xa-hoi.txt',           now: '2025-08-04T08:00:00+07:00' },
  { path: 'plans/ubnd-tinh-dak-lak-2025-tang-truong-8-phan-tram.txt',    now: '2025-08-04T08:00:00+07:00' },
  { path: 'plans/ubnd-xa-krong-ana-2024-120-nam-dak-lak.txt',            now: '2024-03-26T08:00:00+07:00' },
  { path: 'plans/vp-ubnd-tinh-dak-lak-2025-dai-hoi-xiv.txt',             now: '2025-08-04T08:00:00+07:00' },
  { path: 'plans/vp-ubnd-tinh-dak-lak-2025-thi-dua-dac-biet.txt',        now: '2025-08-04T08:00:00+07:00' },
  { path: 'plans-more/huong-dan-cum-khoi-thi-dua.txt',                   now: '2026-02-02T08:00:00+07:00' },
  { path: 'plans-more/ke-hoach-thi-dua-bau-cu.txt',                      now: '2026-02-02T08:00:00+07:00' },
  { path: 'plans-more/ke-hoach-thi-hanh-luat.txt',                       now: '2026-02-02T08:00:00+07:00' },
]

/** What fits a phone without much scrolling. */
const longest = 1300

describe.skipIf(!isThere)('the whole review of a real plan', () => {
  it.each(plans)(
    '$path: every message is short, has six buttons at most, and keeps to the voice',
    { timeout: 120_000 },
    async ({ path, now }) => {
      const heard = await walk(path, now)
      expect(heard.at(-1)?.text).toMatch(/THỜI HẠN|không ghi thời hạn có ngày cụ thể/u)
      for (const { text, buttons } of heard) {
        expect(text.length, text).toBeLessThan(longest)
        expect(buttons.length, text).toBeLessThanOrEqual(6)
        // "pHONG TRÀO", half a pair of quotation marks, marks of other manners, a bare "bạn"
        expect(text).not.toMatch(/(?<!\p{L})\p{Ll}\p{Lu}{2,}|[!·→▸]|(?<!\p{L})bạn(?!\p{L})|\{\{|undefined|null/u)
      }
      const name = heard.flatMap(({ text }) => /Tên đề xuất: (.+)/u.exec(text)?.[1] ?? [])[0] ?? ''
      expect((name.match(/“/gu) ?? []).length).toBe((name.match(/”/gu) ?? []).length)
    },
  )
})
