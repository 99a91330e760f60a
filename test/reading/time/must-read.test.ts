import { describe, expect, it } from 'vitest'
import { readTimes } from '../../../src/reading/time/read-times.ts'
import { plan, rules, sayTime } from './say-time.ts'

const read = (sentence: string, context = plan) => readTimes(sentence, context).map(sayTime).join(' | ')

/** One phrase family to a table; the first column is what a clerk writes, the second what the service must make of it. */
// biome-ignore format: a table keeps its columns
const families: Record<string, [string, string][]> = {
  'a day excluded': [
    ['gửi báo cáo về Văn phòng trước ngày 20/4/2025', 'before 2025-04-20 last 2025-04-19'],
    ['nộp về phòng chuyên môn trước ngày 20 tháng 4 năm 2025', 'before 2025-04-20 last 2025-04-19'],
    ['trước 20/4/2025', 'before 2025-04-20 last 2025-04-19'],
    ['Trước ngày 05/5/2025: Các đơn vị lập danh sách', 'before 2025-05-05 last 2025-05-04'],
    ['chậm nhất trước ngày 01/01/2026', 'before 2026-01-01 last 2025-12-31'],
    ['hoàn thành trước ngày 1/3/2028', 'before 2028-03-01 last 2028-02-29'],
    ['gửi trước ngày 15-5-2025 để tổng hợp', 'before 2025-05-15 last 2025-05-14'],
    ['gửi trước ngày 15.5.2025 để tổng hợp', 'before 2025-05-15 last 2025-05-14'],
    ['hoàn thành trước ngày 25 tháng 12, năm 2025', 'before 2025-12-25 last 2025-12-24'],
    ['trước ngày mùng 5 tháng 6 năm 2025', 'before 2025-06-05 last 2025-06-04'],
    ['trước thời điểm ngày 30/6/2025', 'before 2025-06-30 last 2025-06-29'],
  ],
  'a day included': [
    ['chậm nhất ngày 16/12/2025', 'by 2025-12-16'],
    ['chậm nhất đến ngày 16/12/2025', 'by 2025-12-16'],
    ['chậm nhất đến hết ngày 16/12/2025', 'by 2025-12-16'],
    ['chậm nhất trong ngày 16 tháng 12 năm 2025', 'by 2025-12-16'],
    ['chậm nhất vào ngày 16 tháng 12 năm 2025', 'by 2025-12-16'],
    ['chậm nhất là ngày 16 tháng 12 năm 2025', 'by 2025-12-16'],
    ['đến hết ngày 16/12/2025', 'by 2025-12-16'],
    ['nhận hồ sơ đến ngày 16/12/2025', 'by 2025-12-16'],
    ['hạn chót 13/10/2025', 'by 2025-10-13'],
    ['hạn cuối cùng: ngày 13/10/2025', 'by 2025-10-13'],
    ['thời hạn gửi báo cáo là ngày 13/10/2025', 'by 2025-10-13'],
    ['không quá ngày 31/8/2025', 'by 2025-08-31'],
    ['không muộn hơn ngày 31/8/2025', 'by 2025-08-31'],
    ['chậm nhất 17h00 thứ Sáu, ngày 17/10/2025', 'by 17:00 2025-10-17'],
    ['muộn nhất ngày 31/8/2025', 'by 2025-08-31'],
    ['trễ nhất là ngày 31/8/2025', 'by 2025-08-31'],
    ['gửi về Sở chậm nhất vào ngày 30/9/2025', 'by 2025-09-30'],
  ],
  'the day itself': [
    ['tổ chức hội nghị vào ngày 18/8/2025', 'on 2025-08-18'],
    ['Ngày 18/8/2025: tổng kết', 'on 2025-08-18'],
    ['Sáng ngày 18/8/2025', 'on 2025-08-18'],
    ['Chiều 18/8/2025', 'on 2025-08-18'],
    ['trong ngày 18/8/2025', 'on 2025-08-18'],
    ['khai mạc ngày 18 tháng 8 năm 2025', 'on 2025-08-18'],
    ['thứ Hai, ngày 18/8/2025', 'on 2025-08-18'],
    ['Ngày 18/8/2025 (thứ Hai)', 'on 2025-08-18'],
    ['Ngày 18/8/2025 (thứ 2)', 'on 2025-08-18'],
    ['họp vào ngày 17/8/2025 (Chủ nhật)', 'on 2025-08-17'],
  ],
  'an hour': [
    ['trước 14 giờ ngày 02 tháng 6 năm 2025', 'before 14:00 2025-06-02'],
    ['trước 15 giờ ngày 02/6/2025', 'before 15:00 2025-06-02'],
    ['trước 16h30 ngày 02/6/2025', 'before 16:30 2025-06-02'],
    ['trước 17 giờ 00 phút, ngày 02/6/2025', 'before 17:00 2025-06-02'],
    ['trước 16g00 ngày 02/6/2025', 'before 16:00 2025-06-02'],
    ['chậm nhất 11 giờ 30 ngày 02/6/2025', 'by 11:30 2025-06-02'],
    ['8h00-10h00 ngày 02/6/2025', 'on 08:00 2025-06-02'],
    ['vào lúc 7h30’ ngày 02/6/2025', 'on 07:30 2025-06-02'],
  ],
  'a month': [
    ['hoàn thành trong tháng 11/2025', 'during 2025-11-01 … 2025-11-30 (month)'],
    ['hoàn thành trong tháng 12 năm 2025', 'during 2025-12-01 … 2025-12-31 (month)'],
    ['Tổng kết vào tháng 4 năm 2026', 'during 2026-04-01 … 2026-04-30 (month)'],
    ['Tổng kết phong trào: Tháng 2/2028', 'during 2028-02-01 … 2028-02-29 (month)'],
    ['chậm nhất tháng 6/2025', 'by 2025-06-01 … 2025-06-30 (month)'],
    ['đến hết tháng 9/2025', 'by 2025-09-01 … 2025-09-30 (month)'],
    ['(hoàn thành trong tháng 11/2025)', 'during 2025-11-01 … 2025-11-30 (month)'],
    ['trước tháng 11/2025', 'before 2025-11-01 last 2025-10-31 (month) ? before_whole'],
  ],
  'a part of a month': [
    ['vào đầu tháng 01/2026', 'during 2026-01-01 … 2026-01-31 (month) ? vague_part'],
    ['vào giữa tháng 5/2025', 'during 2025-05-01 … 2025-05-31 (month) ? vague_part'],
    ['cuối tháng 8 năm 2025', 'during 2025-08-01 … 2025-08-31 (month) ? vague_part'],
    ['trong tuần đầu của tháng 9/2025', 'during 2025-09-01 … 2025-09-30 (month) ? vague_part'],
    ['tuần thứ ba của tháng 9/2025', 'during 2025-09-01 … 2025-09-30 (month) ? vague_part'],
    ['tuần cuối tháng 9/2025', 'during 2025-09-01 … 2025-09-30 (month) ? vague_part'],
    ['hạ tuần tháng 9/2025', 'during 2025-09-01 … 2025-09-30 (month) ? vague_part'],
    ['trung tuần tháng 9/2025', 'during 2025-09-01 … 2025-09-30 (month) ? vague_part'],
  ],
  'a quarter, a half year, a year': [
    ['trong Quý III năm 2025', 'during 2025-07-01 … 2025-09-30 (quarter)'],
    ['hoàn thành trong quý 2/2025', 'during 2025-04-01 … 2025-06-30 (quarter)'],
    ['trong Quý I và Quý II năm 2025', 'during 2025-01-01 … 2025-06-30 (quarter)'],
    ['cuối quý IV năm 2025', 'during 2025-10-01 … 2025-12-31 (quarter) ? vague_part'],
    ['trong 6 tháng đầu năm 2025', 'during 2025-01-01 … 2025-06-30 (half_year)'],
    ['sáu tháng cuối năm 2025', 'during 2025-07-01 … 2025-12-31 (half_year)'],
    ['Hoàn thành trong năm 2025', 'during 2025-01-01 … 2025-12-31 (year)'],
    ['đến hết năm 2025', 'by 2025-01-01 … 2025-12-31 (year)'],
    ['Quý IV năm 2025 và các năm tiếp theo', 'during 2025-10-01 … (quarter) open'],
    ['Năm 2026 và những năm tiếp theo', 'during 2026-01-01 … (year) open'],
  ],
  'a span': [
    ['từ ngày 15/3/2025 đến ngày 15/10/2025', 'during 2025-03-15 … 2025-10-15'],
    ['từ 15/3/2025 đến 15/10/2025', 'during 2025-03-15 … 2025-10-15'],
    ['từ ngày 15/3/2025 đến hết ngày 15/10/2025', 'during 2025-03-15 … 2025-10-15'],
    ['từ ngày 08 đến ngày 10 tháng 12 năm 2025', 'during 2025-12-08 … 2025-12-10'],
    ['Từ 26/11 đến 20/12/2025', 'during 2025-11-26 … 2025-12-20'],
    ['Từ 26/11 đến 20/01/2026', 'during 2025-11-26 … 2026-01-20'],
    ['Từ ngày 06 - 15/11/2025', 'during 2025-11-06 … 2025-11-15'],
    ['từ ngày 01/7/2025 – 15/7/2025', 'during 2025-07-01 … 2025-07-15'],
    ['từ tháng 10 năm 2025 đến hết tháng 3 năm 2026', 'during 2025-10-01 … 2026-03-31 (month)'],
    ['từ tháng 3 đến tháng 10/2025', 'during 2025-03-01 … 2025-10-31 (month)'],
    ['từ ngày 01 tháng 4 năm 2025 đến hết tháng 6 năm 2025', 'during 2025-04-01 … 2025-06-30 (month)'],
    ['Từ nay đến hết năm 2025', 'during 2025-03-10 … 2025-12-31 (year)'],
    ['từ nay đến ngày 30 tháng 6 năm 2025', 'during 2025-03-10 … 2025-06-30'],
    ['kể từ ngày ban hành Kế hoạch đến hết ngày 30/6/2025', 'during 2025-03-10 … 2025-06-30'],
    ['từ tháng 10/2025 đến khi kết thúc đợt thi đua', 'during 2025-10-01 … (event) [kết thúc đợt thi đua]'],
    ['dự kiến từ ngày 30/10/2025 đến 03/11/2025', 'during 2025-10-30 … 2025-11-03 ? tentative'],
  ],
  'several days for one task': [
    ['Ngày 26, 27/12/2025', 'during 2025-12-26 … 2025-12-27'],
    ['ngày 26 và 27/12/2025', 'during 2025-12-26 … 2025-12-27'],
    ['trong 02 ngày 15-16/10/2025', 'during 2025-10-15 … 2025-10-16'],
    ['trong tháng 9, 10/2025', 'during 2025-09-01 … 2025-10-31 (month)'],
    ['ngày 25, 26 và 27/12/2025', 'during 2025-12-25 … 2025-12-27'],
    ['Chiều ngày 28/12 và cả ngày 29/12/2025', 'during 2025-12-28 … 2025-12-29'],
    ['ngày 28/11/2025 và ngày 05/12/2025', 'during 2025-11-28 … 2025-12-05'],
    ['trước ngày 15/6/2025 và trước ngày 15/12/2025', 'before 2025-06-15 last 2025-06-14 | before 2025-12-15 last 2025-12-14'],
  ],
  'one limit for several days': [
    ['trước ngày 15/6/2025 và 15/12/2025', 'before 2025-06-15 last 2025-06-14 | before 2025-12-15 last 2025-12-14'],
    ['chậm nhất ngày 15/6/2025, 15/9/2025', 'by 2025-06-15 | by 2025-09-15'],
    ['hằng quý (trước ngày 15/3, 15/6)', 'before each year 15/3 | before each year 15/6'],
  ],
  'a day that was moved: the later one holds': [
    ['gia hạn thời gian nộp hồ sơ từ ngày 19/12/2025 đến hết ngày 22/12/2025', 'by 2025-12-22'],
    ['điều chỉnh thời gian báo cáo từ trước ngày 19/12/2025 sang trước ngày 22/12/2025', 'before 2025-12-22 last 2025-12-21'],
    ['đợt thi đua kéo dài từ ngày 01/4/2025 đến ngày 05/5/2025', 'during 2025-04-01 … 2025-05-05'],
  ],
  'without a year, in a plan of March 2025': [
    ['gửi trước ngày 10/4', 'before 2025-04-10 last 2025-04-09'],
    ['gửi trước ngày 05/01', 'before 2026-01-05 last 2026-01-04'],
    ['chậm nhất ngày 10 tháng 3', 'by 2025-03-10'],
    ['không quá 15/02', 'by 2026-02-15'],
    ['hoàn thành trong tháng 7', 'during 2025-07-01 … 2025-07-31 (month)'],
    ['trong Quý I', 'during 2025-01-01 … 2025-03-31 (quarter)'],
    ['từ ngày 15/11 đến ngày 15/12', 'during 2025-11-15 … 2025-12-15'],
    ['từ ngày 20/12 đến ngày 10/01', 'during 2025-12-20 … 2026-01-10'],
  ],
  'every year': [
    ['trước ngày 10/12 hằng năm', 'before each year 10/12'],
    ['trước ngày 10/12 hàng năm', 'before each year 10/12'],
    ['Hàng năm, căn cứ chủ đề, các đơn vị gửi bản đăng ký trước ngày 15 tháng 3', 'before each year 15/3'],
    ['chậm nhất vào ngày 30 tháng 9 hằng năm', 'by each year 30/9'],
    ['Trước ngày 31 tháng 7 của năm xét tặng', 'before each year 31/7'],
    ['từ ngày 16 đến ngày 31 tháng 12 hằng năm', 'during each year from 16/12 31/12'],
    ['trong tháng 01 hàng năm', 'during each year -/1'],
    ['Trong quý I của năm liền kề', 'during each year from -/1 -/3'],
    ['Hàng năm, từ tháng 10', 'during each year from -/10'],
    ['trong tháng 7 hằng năm, trường hợp đặc biệt không quá 15/8 hằng năm', 'during each year -/7 latest 15/8'],
    ['trước ngày 10/01 hàng năm, trường hợp đặc biệt không quá 31/01 hàng năm', 'before each year 10/1 latest 31/1'],
    ['định kỳ 06 tháng (trước ngày 05 tháng 6) và hằng năm (trước ngày 05 tháng 12)', 'before each half_year 5/6 | before each year 5/12'],
  ],
  'every quarter, month, week, day': [
    ['chậm nhất vào ngày 17 của tháng cuối quý', 'by each quarter 17/- last_month'],
    ['trước ngày 20 tháng cuối mỗi quý', 'before each quarter 20/- last_month'],
    ['báo cáo quý: chậm nhất ngày 20 của tháng cuối thuộc kỳ báo cáo', 'by each quarter 20/- last_month'],
    ['báo cáo 6 tháng, chậm nhất ngày 20 của tháng cuối kỳ báo cáo', 'by each half_year 20/- last_month'],
    ['trước ngày 25 hằng tháng', 'before each month 25/-'],
    ['Hằng tháng, các đơn vị báo cáo trước ngày 25', 'before each month 25/-'],
    ['chậm nhất ngày 05 của tháng sau', 'by each month 5/-'],
    ['vào thứ Sáu hằng tuần', 'on each week weekday 5'],
    ['Hằng tuần, gửi kết quả trước thứ Năm', 'before each week weekday 4'],
    ['trước 13 giờ hằng ngày', 'before 13:00 each day'],
    ['trước 19h00’ hằng ngày', 'before 19:00 each day'],
    ['họp định kỳ 06 tháng một lần', 'each half_year'],
    ['báo cáo định kỳ 3 tháng một lần', 'each quarter'],
    ['giao ban mỗi tháng một lần', 'each month'],
    ['định kỳ hằng quý, chậm nhất ngày 20 tháng cuối quý', 'by each quarter 20/- last_month'],
    ['họp mỗi quý một lần, tổng kết vào tháng 12 hằng năm', 'each quarter | during each year -/12'],
  ],
  'counted from another day': [
    ['gửi hồ sơ trước 10 ngày để thẩm định', 'by -10 days from event'],
    ['chậm nhất 05 ngày trước khi tổ chức hội nghị', 'by -5 days from event'],
    ['trước ít nhất 15 ngày làm việc', 'by -15 working days from event'],
    ['sau 15 ngày kể từ ngày phát động phong trào', 'by 15 days from launch'],
    ['trong vòng 07 ngày kể từ ngày ban hành Kế hoạch', 'by 7 days from issue'],
    ['chậm nhất là 05 ngày kể từ ngày kết thúc đợt thi đua', 'by 5 days from event'],
    ['trong thời hạn 10 ngày làm việc', 'by 10 working days from event'],
    ['25 ngày làm việc kể từ ngày nhận đủ hồ sơ', 'by 25 working days from event'],
    ['ít nhất sau 30 ngày kể từ ngày niêm yết', 'by 30 days from event'],
    ['Sau khi ký quyết định, trong thời hạn 03 ngày làm việc, văn thư gửi', 'by 3 working days from event'],
  ],
  'an event': [
    ['gửi báo cáo ngay sau khi kết thúc đợt thi đua', 'on (event) [ngay sau khi kết thúc đợt thi đua]'],
    ['Thời gian thực hiện: sau khi Luật và Nghị định, Thông tư được ban hành', 'on (event) [sau khi Luật và Nghị định, Thông tư được ban hành]'],
    ['gửi báo cáo trước Tết Nguyên đán', 'before (event) [trước Tết Nguyên đán]'],
    ['bình xét khi tổng kết đợt thi đua, gửi về Văn phòng', 'on (event) [khi tổng kết đợt thi đua]'],
  ],
  'damaged by scanning': [
    ['tước ngày 20/9/2025', 'before 2025-09-20 last 2025-09-19 ? misread_word'],
    ['châm nhất ngày 20/9/2025', 'by 2025-09-20 ? misread_word'],
    ['trước ngày 22/1 1/2025', 'before 2025-11-22 last 2025-11-21 ? torn_digits'],
    ['trước ngày 25/ 12/2025', 'before 2025-12-25 last 2025-12-24'],
  ],
  'what contradicts itself keeps its printed day and is doubted': [
    ['Ngày 18/8/2025 (thứ Sáu)', 'on 2025-08-18 ? weekday_mismatch'],
    ['trước ngày 31/4/2025', 'before ? impossible_day'],
    ['trước ngày 30/02/2026', 'before ? impossible_day'],
    ['khai mạc dự kiến ngày 18/8/2025', 'on 2025-08-18 ? tentative'],
    ['khai mạc ngày 18/8/2025 (dự kiến)', 'on 2025-08-18 ? tentative'],
    ['khoảng ngày 18/8/2025', 'on 2025-08-18 ? tentative'],
  ],
}

describe.each(Object.entries(families))('%s', (_name, cases) => {
  it.each(cases)('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected)
  })
})

// biome-ignore format: a table keeps its columns
const inRules: [string, string][] = [
  ['gửi bản đăng ký trước ngày 15 tháng 3', 'before each year 15/3'],
  ['gửi báo cáo từ ngày 10 đến ngày 15 tháng 12', 'during each year from 10/12 15/12'],
  ['trong Quý II, chậm nhất tháng 6', 'during each year from -/4 -/6 | by each year -/6'],
  ['bình xét trong tháng 11', 'during each year -/11'],
  ['trước ngày 15/3/2025', 'before 2025-03-15 last 2025-03-14'],
]

describe('in rules a day without a year comes round', () => {
  it.each(inRules)('%s', (sentence, expected) => {
    expect(read(sentence, rules)).toBe(expected)
  })
})

describe('a year that is not known is not made up', () => {
  const nowhere = { issuedOn: null, period: { start: null, end: null }, yearly: false }

  it('neither issue nor period: no day', () => {
    expect(read('gửi trước ngày 10/4', nowhere)).toBe('before ? year_unknown')
  })
  it('the period stands in for the issue', () => {
    const period = { start: '2024-03-15', end: '2024-10-15' }
    expect(read('gửi trước ngày 10/4', { ...nowhere, period })).toBe('before 2024-04-10 last 2024-04-09')
  })
  it('a plan issued after its campaign began: the day inside the period', () => {
    const period = { start: '2025-11-15', end: '2025-12-15' }
    const context = { issuedOn: '2025-11-18', period, yearly: false }
    expect(read('phát động ngày 15/11', context)).toBe('on 2025-11-15')
    expect(read('từ ngày 15/11 đến ngày 15/12', context)).toBe('during 2025-11-15 … 2025-12-15')
  })
  it('from now on, without a day of issue', () => {
    expect(read('Từ nay đến hết năm 2025', nowhere)).toBe('during 2025-12-31 (year) ? issue_unknown')
  })
})
