import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfMonth, monthOf, yearOf } from '../../../src/domain/day.ts'
import { readTimes } from '../../../src/reading/time/read-times.ts'
import type { TimeContext } from '../../../src/reading/time/time-reading.ts'
import { readSmallPlan } from '../read-small-plan.ts'

const number = fc.integer({ min: 0, max: 40 }).map(String)
const year = fc.integer({ min: 1990, max: 2035 }).map(String)
const words = fc.constantFrom(
  'trước',
  'chậm nhất',
  'đến hết',
  'từ',
  'đến',
  'ngày',
  'tháng',
  'năm',
  'quý',
  'quý IV',
  'trong',
  'vào',
  'hằng năm',
  'hằng quý',
  'và',
  ',',
  ';',
  '.',
  '(',
  ')',
  '-',
  '/',
  '%',
  'thứ Sáu',
  'đầu',
  'cuối',
  'tuần',
  'giờ',
  '16h00',
  'số',
  '/KH-UBND',
  'kể từ ngày',
  'ban hành',
  'phát động',
  'làm việc',
  'khi',
  'sau khi',
  'định kỳ',
  '06 tháng',
  'một lần',
  'của tháng cuối',
  'trường hợp đặc biệt',
  'không quá',
  'dự kiến',
  'tháng tư',
  'tháng năm',
  'mười lăm',
  'mười ngày',
  'tháng Giêng',
  'l5/12/2026',
  '0l/O6/2026',
  'sau ngày',
  'không nhận',
  'gia hạn',
  'lùi',
  'sang',
  'gửi báo cáo',
  'về Sở Nội vụ',
  'tổng kết',
  'Các đơn vị',
  'đăng ký',
  'hồ sơ',
  'từ nay',
  'các năm tiếp theo',
  '“',
  '”',
)
const day = fc
  .tuple(number, fc.integer({ min: 1, max: 13 }), fc.option(year))
  .map(([d, m, y]) => [d, m, y].filter((part) => part !== null).join('/'))
const sentence = fc.array(fc.oneof(words, words, number, year, day), { maxLength: 25 }).map((parts) => parts.join(' '))

const plan: TimeContext = { issuedOn: '2025-03-10', period: { start: '2025-04-01', end: '2025-09-30' }, yearly: false }
/** Numbers as words, and the letters that scans make of digits. */
const spoken: Record<string, number> = { tư: 4, 'mười lăm': 15, mười: 10, năm: 5, giêng: 1 }
const misread: Record<string, number[]> = { 'l5/12/2026': [15, 12, 2026], '0l/O6/2026': [1, 6, 2026] }

const numbersIn = (text: string) =>
  new Set([
    ...[...text.matchAll(/\d+/g)].map((match) => Number(match[0])),
    ...Object.entries(spoken).flatMap(([word, number]) => (text.toLowerCase().includes(word) ? [number] : [])),
    ...Object.entries(misread).flatMap(([word, numbers]) => (text.includes(word) ? numbers : [])),
  ])

/** "1/1 0" may be 1/10, torn in scanning: each number with the one that follows it. */
const tornNumbers = (text: string) =>
  [...text.matchAll(/(\d+) (?=(\d+))/g)].map(([, first, second]) => Number(`${first}${second}`))

/** The years that a text and its document can mean: those printed, over New Year their neighbours, and those from the issue on. */
const yearsIn = (text: string) => {
  const numbers = [...numbersIn(text), ...tornNumbers(text)]
  const printed = [...numbers, ...numbers.map((short) => 2000 + short)].flatMap((year) => [year - 1, year, year + 1])
  return new Set([...printed, 2024, 2025, 2026, 2027, 2028, 2029, 2030])
}

describe('whatever the text', () => {
  it('reading never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 300 })),
        (text) => void readTimes(text, plan),
      ),
      { numRuns: 800 },
    )
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), (lines) => void readSmallPlan(lines.join('\n\n'))),
      { numRuns: 100 },
    )
  })

  it('a day that is named has its numbers in the text', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const { on, precision, offset, index, end } of readTimes(text, plan)) {
          expect(index).toBeLessThanOrEqual(end)
          if (!on || precision !== 'day' || offset) continue
          const said = new Set([...numbersIn(text), ...tornNumbers(text)])
          expect(said).toContain(dayOfMonth(on))
          expect(said).toContain(monthOf(on))
          expect(yearsIn(text)).toContain(yearOf(on))
        }
      }),
      { numRuns: 800 },
    )
  })

  it('a month, quarter or year ends on its last day and begins on its first', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const { on, from, precision, relation } of readTimes(text, plan)) {
          if (!on || !['month', 'quarter', 'half_year', 'year'].includes(precision) || relation === 'before') continue
          expect(dayOfMonth(on)).toBeGreaterThanOrEqual(28)
          if (from) expect(from <= on || dayOfMonth(from) >= 1).toBe(true)
        }
      }),
      { numRuns: 800 },
    )
  })

  it('without issue and period nothing without a year gets a day', () => {
    const nowhere = { issuedOn: null, period: { start: null, end: null }, yearly: false }
    const yearless = fc
      .array(
        fc.oneof(
          words.filter((word) => !/\d{4}/.test(word)),
          number,
          day.filter((text) => !/\d{4}/.test(text)),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(yearless, (text) => {
        const days = readTimes(text, nowhere).map(({ on }) => on)
        expect(days.filter(Boolean)).toEqual([])
      }),
      { numRuns: 800 },
    )
  })

  it('what is unsure says so', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const one of readSmallPlan(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${text}`).deadlines) {
          expect(one.confidence < 0.8).toBe(one.reason !== null)
          expect(one.quote.length).toBeLessThanOrEqual(900)
        }
      }),
      { numRuns: 100 },
    )
  })
})
