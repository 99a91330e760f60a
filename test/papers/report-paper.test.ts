import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReportItem, reportRows, reportTotals } from '../../src/domain/report.ts'
import { reportPaper } from '../../src/papers/report-paper.ts'
import { linesOf, tableOf } from './open-paper.ts'
import { report, reportedItems, sealed, texts, unsealed } from './sample-papers.ts'

const read = async (...args: Parameters<typeof reportPaper>) => linesOf(await reportPaper(...args))

test('a report has its three parts, the numbers in words, the table and who is proposed', async () => {
  const bytes = await reportPaper(texts, report, sealed)
  const lines = linesOf(bytes)
  expect(lines.filter((line) => /^(?:[IV]+|\d)\. /.test(line))).toEqual([
    ...['I. TÌNH HÌNH TRIỂN KHAI', 'II. KẾT QUẢ THỰC HIỆN', '1. Cải cách hành chính', 'III. ĐÁNH GIÁ, KIẾN NGHỊ'],
    ...['1. Khó khăn, hạn chế', '2. Kiến nghị, đề xuất', '3. Đề nghị khen thưởng'],
  ])
  expect(lines).toContain('Phòng Văn hóa - Xã hội xã đã đăng ký 03 nội dung, công việc với 03 chỉ tiêu.')
  expect(lines).toContain(
    'Số liệu tính đến ngày 15/10/2024. Trong 03 chỉ tiêu đã đăng ký: vượt 01 chỉ tiêu, chưa đạt 01 chỉ tiêu, 01 chỉ tiêu không tính tỷ lệ. Kết quả cụ thể:',
  )
  expect(tableOf(bytes, 0)).toEqual([
    ['STT', 'Nội dung, công việc', 'Đăng ký', 'Đạt được', 'Tỷ lệ đạt', 'Minh chứng'],
    ['1', 'Cải cách hành chính', '100% hồ sơ đúng hạn', '98,4% hồ sơ', '98,4%', 'Sổ theo dõi hồ sơ\nBáo cáo một cửa'],
    ['2', 'Làm đường', '02 km', '2,5 km', '125%', ''],
    ['3', 'Văn hóa công sở', 'Không có phản ánh', '', '', ''],
  ])
  expect(tableOf(bytes, 1).map((row) => row[1])).toEqual([
    ...['Tập thể, cá nhân', 'Phòng Văn hóa - Xã hội xã', 'Y Thuận Mlô', 'H’Linh Niê Kđăm'],
  ])
  expect(lines).toContain('Trực thêm sáng thứ Bảy từ tháng 5.')
  expect(lines.map((line) => line.replace(/\s+/g, ' '))).toContain('Số: /BC-UBND')
})

test('what nobody said leaves no empty heading', async () => {
  const assessment = { difficulties: '', causes: '', proposals: '' }
  const lines = await read(texts, { ...report, closing: null, assessment, proposals: [] }, unsealed)
  expect(lines.filter((line) => /ĐÁNH GIÁ|Khó khăn|Đề nghị khen|Số liệu/.test(line))).toEqual([])
})

test('a person reports as "tôi" and signs', async () => {
  const person = { ...report, subject: 'person' as const, person: 'Y Thuận Mlô', position: 'Công chức' }
  const lines = await read(texts, person, sealed)
  expect(lines).toContain('Tôi đã đăng ký 03 nội dung, công việc với 03 chỉ tiêu.')
  expect(lines.slice(-3)).toEqual(['NGƯỜI BÁO CÁO', '(Ký, ghi rõ họ tên)', 'Y Thuận Mlô'])
  expect(lines.filter((line) => /^Số:|Nơi nhận/.test(line))).toEqual([])
})

test('where nothing was registered, no target is spoken of', async () => {
  const rows = reportRows({ items: reportedItems.map((item) => ({ ...item, target: null })) })
  const lines = await read(texts, { ...report, rows, totals: reportTotals(rows) }, unsealed)
  expect(lines).toContain('Phòng Văn hóa - Xã hội xã đã triển khai 03 nội dung, công việc.')
  expect(lines.filter((line) => /chỉ tiêu/.test(line))).toEqual([])
})

test('prose and table carry the same numbers, whatever was reported', async () => {
  const measured = fc.option(
    fc.integer({ min: 1, max: 40 }).map((value) => ({ value, unit: 'km', text: `${value} km` })),
    { nil: null },
  )
  const item: fc.Arbitrary<ReportItem> = fc.record({
    ...{
      contentSection: fc.constant(null),
      content: fc.constant('Làm đường'),
      work: fc.constant(''),
      target: measured,
    },
    ...{ finishDay: fc.constant(null), result: measured, account: fc.constant(''), evidence: fc.constant([]) },
  })
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), async (items) => {
      const rows = reportRows({ items })
      const bytes = await reportPaper(texts, { ...report, rows, totals: reportTotals(rows) }, unsealed)
      const table = tableOf(bytes, 0).slice(1)
      const prose = linesOf(bytes).join('\n')
      const told = (pattern: RegExp) => Number(pattern.exec(prose)?.[1] ?? 0)
      const share = (row: string[]) => Number(row[4]?.replace('%', '').replace(',', '.') || Number.NaN)
      expect(told(/vượt (\d+) chỉ tiêu/)).toBe(table.filter((row) => share(row) > 100).length)
      expect(told(/[:,] đạt (\d+) chỉ tiêu/)).toBe(table.filter((row) => share(row) === 100).length)
      expect(told(/chưa đạt (\d+) chỉ tiêu/)).toBe(table.filter((row) => share(row) < 100).length)
      expect(told(/Trong (\d+) chỉ tiêu/)).toBe(table.filter((row) => row[2] !== '').length)
    }),
    { numRuns: 25 },
  )
})
