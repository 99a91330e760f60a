import { describe, expect, it } from 'vitest'
import type { Period } from '../../src/domain/plan.ts'
import { formatPeriod } from '../../src/texts/periods.ts'
import { createTexts } from '../../src/texts/texts.ts'

const none: Period = {
  ...{ start: null, startPrecision: 'none', end: null, endPrecision: 'none', endEvent: null, openEnded: false },
  ...{ reference: null, section: '', quote: '' },
}
// biome-ignore format: a table keeps its columns
const cases: { say: string; period: Partial<Period>; vi: string | null; en: string | null }[] = [
  { say: 'nothing stated', period: {}, vi: null, en: null },
  { say: 'from day to day', period: { start: '2024-03-15', startPrecision: 'day', end: '2024-10-15', endPrecision: 'day' },
    vi: 'từ ngày 15/03/2024 đến hết ngày 15/10/2024', en: 'from 15/03/2024 to the end of 15/10/2024' },
  { say: 'from a month until an event', period: { start: '2025-10-01', startPrecision: 'month', endPrecision: 'event', endEvent: 'kết thúc Đại hội' },
    vi: 'từ tháng 10/2025 đến khi kết thúc Đại hội', en: null },
  { say: 'open', period: { start: '2025-01-01', startPrecision: 'year', openEnded: true },
    vi: 'từ năm 2025, kế hoạch không ghi ngày kết thúc', en: null },
  { say: 'quarters', period: { start: '2025-04-01', startPrecision: 'quarter', end: '2025-12-31', endPrecision: 'half_year' },
    vi: 'từ quý II/2025 đến hết 6 tháng cuối năm 2025', en: null },
  { say: 'an end alone', period: { end: '2025-10-31', endPrecision: 'day' }, vi: 'đến hết ngày 31/10/2025', en: 'until the end of 31/10/2025' },
  { say: 'a start alone', period: { start: '2025-10-31', startPrecision: 'day' }, vi: 'từ ngày 31/10/2025', en: 'from 31/10/2025' },
  { say: 'an event alone', period: { endEvent: 'kết thúc Đại hội' }, vi: 'đến khi kết thúc Đại hội', en: null },
]

describe('the time of a campaign', () => {
  const texts = createTexts()
  it.each(cases)('$say', ({ period, vi, en }) => {
    expect(formatPeriod(texts('vi'), { ...none, ...period })).toBe(vi)
    if (en !== null) expect(formatPeriod(texts('en'), { ...none, ...period })).toBe(en)
  })

  it('no period at all', () => expect(formatPeriod(texts('vi'), null)).toBeNull())
})
