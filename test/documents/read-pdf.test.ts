import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/documents/limits.ts'
import { readBytes } from '../../src/documents/read-bytes.ts'
import { assemble, makePdf, streamOf } from './make-pdf.ts'
import { planLines } from './plan-text.ts'

const read = (pdf: Uint8Array, limits = defaultLimits) => readBytes(pdf, limits)
const plan = makePdf({ pages: [planLines] })

test('the words of a text layer, a line a line', async () => {
  expect(await read(plan)).toEqual({ ok: true, kind: 'pdf', pages: 1, text: planLines.join('\n') })
})

test('pages are joined without their numbers and without a gap inside a sentence', async () => {
  const [above, below] = [planLines.slice(0, 8), ['2', ...planLines.slice(8)]]
  expect(await read(makePdf({ pages: [above, below] }))).toMatchObject({ pages: 2, text: planLines.join('\n') })
})

test('a number and a day stamped over the page stand in their lines', async () => {
  const lines = ['Số:          /KH-UBND', 'Hồ Sen, ngày          tháng 3 năm 2026', ...planLines.slice(5)]
  const stamps = [
    { text: '14', x: 100, y: 776 },
    { text: '06', x: 150, y: 756 },
    { text: 'MẬT', x: 400, y: 200 },
  ]
  const done = await read(makePdf({ pages: [lines], stamps }))
  expect(done.ok && done.text).toMatch(/^Số:\s+14\/KH-UBND\nHồ Sen, ngày\s+06 tháng 3/)
  expect(done.ok && done.text.split('\n')).toContain('MẬT')
})

test('a real print with fonts that stand in for each other: head in order, no word broken, no page number', async () => {
  const pdf = readFileSync(new URL('fixtures/printed-by-chromium.pdf', import.meta.url))
  const done = await read(pdf)
  const lines = done.ok ? done.text.split('\n').filter(Boolean) : [done.reason]
  expect(lines.slice(3, 9)).toEqual([
    'Hồ Sen, ngày 06 tháng 3 năm 2026',
    'ỦY BAN NHÂN DÂN',
    'XÃ HỒ SEN',
    'Số: 14/UBND-VHXH',
    'V/v đăng ký thi đua năm 2026',
    'Kính gửi: Các thôn, trường học và trạm y tế trên địa bàn xã.',
  ])
  expect(lines.slice(12)).toEqual([
    '1. Lựa chọn nội dung, chỉ tiêu thi đua phù hợp với điều kiện của đơn vị; chỉ tiêu',
    'phải đo, đếm được và có người chịu trách nhiệm.',
    '2. Gửi bản đăng ký thi đua về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội)',
    'trước ngày 25/3/2026.',
    '3. Báo cáo kết quả thực hiện chậm nhất ngày 05/11/2026./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT, VHXH.',
    'CHỦ TỊCH',
    'Hà Thị Ngọc Mai',
  ])
})

test('fonts that a PDF leaves out: letters by a table of codes that it only names', async () => {
  const font = '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>'
  const below =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>'
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>'
  const content = streamOf('BT /F 20 Tf 72 700 Td <4E2D6587> Tj ET')
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, content, font, below]
  expect(await read(assemble(objects, false))).toMatchObject({ ok: true, text: '中文' })
})

// biome-ignore format: a table keeps its columns
const refused = [
  { say: 'a scan has pictures and no letters',          pdf: makePdf({ pages: [[], []] }),                            expect: 'scanned' },
  { say: 'a page without anything',                     pdf: makePdf({ pages: [['']] }),                              expect: 'empty' },
  { say: 'a password',                                  pdf: makePdf({ pages: [planLines], locked: true }),           expect: 'encrypted' },
  { say: 'a file that did not arrive whole',            pdf: plan.subarray(0, plan.length * 0.7),                     expect: 'corrupt' },
  { say: 'a first line and nothing behind it',          pdf: Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'),            expect: 'corrupt' },
  { say: 'letters fallen out',                          pdf: makePdf({ pages: [planLines.map((line) => line.replace(/[ăâđêôơưà-ỹ]/gi, ' '))] }), expect: 'garbled' },
  { say: 'more pages than allowed',                     pdf: makePdf({ pages: [planLines, planLines, planLines] }),   expect: 'too_many_pages' },
]

test.each(refused)('$say', { timeout: 60_000 }, async ({ pdf, expect: reason }) => {
  expect(await read(pdf, { ...defaultLimits, maxPages: 2 })).toEqual({ ok: false, reason })
})
