import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Aggregate, aggregate } from '../../src/domain/aggregate.ts'
import { byContent } from '../../src/domain/aggregate-contents.ts'
import { type AggregateLine, isCounted, peopleOf } from '../../src/domain/aggregate-line.ts'
import { statisticsOf } from '../../src/domain/statistics.ts'
import { aggregateAppendix } from '../../src/papers/aggregate-appendix.ts'
import { aggregateFileName } from '../../src/papers/aggregate-file-name.ts'
import { sheetOf } from '../../src/papers/aggregate-frame.ts'
import { contentTable, peopleTable } from '../../src/papers/aggregate-lists.ts'
import { statisticsTable } from '../../src/papers/aggregate-statistics.ts'
import { noteOf, unitTable } from '../../src/papers/aggregate-units.ts'
import { writeWorkbook } from '../../src/papers/workbook.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { anyLine, unitsOf } from '../domain/any-line.ts'
import { canPrint, printAll } from './as-pdf.ts'
import { linesOf, partsOf } from './open-paper.ts'
import { readWorkbook, readZip } from './read-workbook.ts'

const texts = createTexts()('vi')
const names = [
  'UBND xã Ea Sương',
  'Đảng ủy xã',
  'Hội Nông dân xã',
  'Phòng Kinh tế',
  'Trạm Y tế xã',
  'Thôn 1',
  'HTX Hồ Sen',
]
const units = unitsOf(names)
const frame = { agency: 'UBND xã Ea Sương', about: 'Kế hoạch thi đua 120 năm', moment: '09:12 thứ Tư 27/03/2024' }
const count = (lines: AggregateLine[]): Aggregate =>
  aggregate(lines, { units, bound: new Set(units.map(({ id }) => id)), staff: new Map(units.map(({ id }) => [id, 4])) })

function workbookOf(lines: AggregateLine[]): Promise<Uint8Array> {
  const listed = { lines, unitName: (id: string) => units.find((unit) => unit.id === id)?.name ?? '' }
  const tables = [
    unitTable(texts, count(lines)),
    peopleTable(texts, listed),
    contentTable(texts, byContent(lines, []), listed),
    statisticsTable(texts, statisticsOf(lines), 2024),
  ]
  const sheets = tables.map((table) => sheetOf(texts, table, frame))
  return writeWorkbook({ title: 'Tổng hợp', author: frame.agency, sheets })
}

describe('over any registrations the file', () => {
  test('holds the totals of the count, and as many people and promises', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyLine(units.map(({ id }) => id)), { maxLength: 30 }), async (lines) => {
        const { total } = count(lines)
        const sheets = await readWorkbook(await workbookOf(lines))
        const sums = sheets['Theo đơn vị']?.find((row) => row[1] === 'Tổng cộng')
        expect(sums?.slice(2, 5)).toEqual([total.staff, total.registrations, total.people])
        const kept = lines.filter(isCounted)
        const numbered = (name: string) => sheets[name]?.filter(([first]) => typeof first === 'number') ?? []
        expect(numbered('Theo cá nhân')).toHaveLength(kept.flatMap(peopleOf).length)
        expect(numbered('Theo nội dung')).toHaveLength(kept.flatMap(({ body }) => body.items).length)
        const year = sheets['Thống kê năm']?.find((row) => row[1] === 'Tổng cộng')
        const { collectives, individuals } = statisticsOf(lines).total
        expect(year?.slice(2, 5)).toEqual([collectives, individuals, collectives + individuals])
      }),
      { numRuns: 40 },
    ))

  test('has no formula, whatever people are called', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyLine(['u1']), { maxLength: 10 }), async (lines) => {
        const files = Object.values(readZip(await workbookOf(lines)))
        expect(files.filter((xml) => /<f[ >]/.test(xml))).toEqual([])
      }),
      { numRuns: 20 },
    ))
})

test('groups stand in their order, each with its sum, and the numbering goes on over them', async () => {
  const rows = (await readWorkbook(await workbookOf([])))['Theo đơn vị'] ?? []
  expect(
    rows
      .map((row) => row[0] ?? row[1])
      .filter((cell) => cell !== null && cell !== undefined)
      .slice(4),
  ).toEqual([
    ...['TT', 'Khối Đảng, MTTQ, đoàn thể', 1, 2, 'Cộng khối Đảng, MTTQ, đoàn thể'],
    ...['Khối chính quyền', 3, 4, 'Cộng khối chính quyền'],
    ...['Khối trường, trạm', 5, 'Cộng khối trường, trạm'],
    ...['Khối thôn, buôn, tổ dân phố', 6, 'Cộng khối thôn, buôn, tổ dân phố'],
    ...['Khối doanh nghiệp, hợp tác xã', 7, 'Cộng khối doanh nghiệp, hợp tác xã', 'Tổng cộng', 'NGƯỜI LẬP BIỂU'],
  ])
})

describe('the remark', () => {
  const row = (relation: 'subordinate' | 'coordinating' | 'superior', figures: Record<string, number>) => {
    const [first] = count([]).groups[0]?.rows ?? []
    if (!first) throw new Error('There is no row.')
    return { ...first, unit: { ...first.unit, relation }, figures: { ...first.figures, ...figures } }
  }
  // biome-ignore format: a table keeps its columns
  test.each([
    ['says that nothing is recorded',               row('subordinate', {}),                                'hệ thống chưa ghi nhận'],
    ['says how many came late',                     row('subordinate', { registrations: 2, received: 2, late: 1 }), '1 bản gửi sau thời hạn'],
    ['says how many wait',                          row('subordinate', { registrations: 2, received: 1 }), '1 bản chưa tiếp nhận'],
    ['says nothing of what a Party body has not',   row('superior', {}),                                   ''],
    ['nor of what came late from the Front',        row('coordinating', { registrations: 1, received: 1, late: 1 }), ''],
  ])('%s', (_, one, expected) => expect(noteOf(texts, one)).toBe(expected))
})

test('the name of the file has no marks and no spaces', () => {
  expect(aggregateFileName('xlsx', 'tong hop', 'Thi đua 120 năm: “Đắk Lắk / 2024”', '2024-03-27')).toBe(
    'tong-hop-thi-dua-120-nam-dak-lak-2024-2024-03-27.xlsx',
  )
})

test.skipIf(!canPrint)('printed, its head stands on each page and no word is lost', { timeout: 120_000 }, async () => {
  const lines = fc.sample(anyLine(units.map(({ id }) => id)), { numRuns: 150, seed: 7 })
  const bytes = await workbookOf(lines)
  const printed = printAll(new Map([['bang', bytes]])).get('bang')
  const people = printed?.pageTexts.filter((page) => page.includes('Họ và tên')) ?? []
  expect(people.length).toBeGreaterThan(1)
  expect(printed?.text).toContain('NGƯỜI LẬP BIỂU')
  expect(printed?.text).toContain('Chiến sĩ thi đua toàn quốc')
  expect(printed?.fonts.every((font) => /Tinos|Times/.test(font))).toBe(true)
})

describe('the appendix of a submission', () => {
  const lines = fc.sample(anyLine(units.map(({ id }) => id)), { numRuns: 60, seed: 11 })
  const appendix = () =>
    aggregateAppendix(texts, [unitTable(texts, count(lines)), statisticsTable(texts, statisticsOf(lines), 2024)], {
      ...{ issuer: 'UBND xã Ea Sương', year: 2024, title: 'Tổng hợp đăng ký thi đua' },
    })

  test('leaves number and day to the clerk, and holds the totals', async () => {
    const words = linesOf(await appendix())
    expect(words.slice(0, 2)).toEqual(['Phụ lục I', 'TỔNG HỢP ĐĂNG KÝ THI ĐUA'])
    expect(words.find((line) => line.startsWith('(Kèm theo'))?.replace(/\s+/g, ' ')).toMatch(
      /^\(Kèm theo Tờ trình số ngày tháng năm 2024/,
    )
    const { staff, registrations, people } = count(lines).total
    const at = words.indexOf('Tổng cộng')
    expect(words.slice(at + 1, at + 4)).toEqual([staff, registrations, people].map(String))
  })

  test('repeats the heads of its tables, both rows of them', async () => {
    expect(
      partsOf(await appendix())
        .get('word/document.xml')
        ?.match(/<w:tblHeader\/>/g),
    ).toHaveLength(4)
  })
})
