import { expect, test } from 'vitest'
import { closingOf, readClosing } from '../../src/domain/closing-day.ts'
import { blankDraft } from './plan-drafts.ts'

// biome-ignore format: a table keeps its columns
test.each([
  ['các chỉ tiêu đều đạt (tính đến tháng 10/2024);',            '2024-10-31', 'tính đến tháng 10/2024'],
  ['số liệu tính đến hết ngày 30/9/2024',                       '2024-09-30', 'tính đến hết ngày 30/9/2024'],
  ['Số liệu được tính đến ngày 15 tháng 11 năm 2024',           '2024-11-15', 'tính đến ngày 15 tháng 11 năm 2024'],
  ['chốt số liệu đến ngày 15/10/2024 để tổng hợp',              '2024-10-15', 'đến ngày 15/10/2024'],
  ['tính đến hết quý III/2024',                                 '2024-09-30', 'tính đến hết quý III/2024'],
  ['tính  đến\ntháng 02 năm 2024',                              '2024-02-29', 'tính đến tháng 02 năm 2024'],
])('“%s” closes on %s', (sentence, day, words) => {
  expect(readClosing(sentence)).toEqual({ day, words })
})

test.each([
  'gửi báo cáo trước ngày 20/10/2024',
  'tính đến tháng 10',
  'tính đến ngày 31/02/2024',
  'tính đến các yếu tố khách quan',
])('“%s” closes nothing', (sentence) => {
  expect(readClosing(sentence)).toBeNull()
})

test("a report's own clause comes before the rest of the plan", () => {
  const criteria = [{ group: 'Tập thể', section: 'IV', text: 'đạt các chỉ tiêu (tính đến tháng 10/2024)' }]
  const draft = { ...blankDraft, criteria }
  expect(closingOf({ quote: 'số liệu tính đến tháng 9/2024' }, draft)?.day).toBe('2024-09-30')
  expect(closingOf({ quote: 'gửi báo cáo' }, draft)?.day).toBe('2024-10-31')
  expect(closingOf(null, blankDraft)).toBeNull()
})
