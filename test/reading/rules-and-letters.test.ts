import { describe, expect, it } from 'vitest'
import { readSmallPlan } from './read-small-plan.ts'
import { namesTime, sayDeadline } from './say-deadline.ts'

/** Sentences of rules, whose days come round, and of letters of 10 March 2025: when each wants its task done. */
// biome-ignore format: a table keeps its columns
const rules: [string, string][] = [
  ['Hồ sơ khen thưởng công trạng gửi về Phòng Nội vụ trước ngày 15 tháng 01 năm sau.', 'before each year 15/1'],
  ['Hồ sơ đề nghị tặng Cờ thi đua gửi chậm nhất ngày 28 tháng 02 của năm kế tiếp.', 'by each year 28/2'],
  ['Khen thưởng theo đợt: nộp trước ngày 20 tháng cuối của mỗi quý.', 'before each quarter 20/- last_month'],
  ['Đối với khối trường học: trước ngày 15 tháng 7 hằng năm.', 'before each year 15/7'],
  ['Đợt 1: trước ngày 30/4; đợt 2: trước ngày 30/10.', 'before each year 30/4 | before each year 30/10'],
  ['Khen thưởng cống hiến: mỗi năm 02 đợt, đợt 1 trước 28/02, đợt 2 trước 31/7.', 'before each year 28/2 | before each year 31/7'],
  ['Trong quý I hằng năm các khối ký giao ước; quý IV tổng kết.', 'during each year from -/1 -/3 | during each year from -/10 -/12'],
  ['Chậm nhất 10 ngày làm việc sau khi kết thúc phong trào thi đua theo chuyên đề.', 'by 10 working days from event'],
  ['Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12.', 'before each half_year 10/6 | before each year 10/12'],
  ['Các trường nộp hồ sơ trước ngày 10 tháng 6 (đối với khối giáo dục), các đơn vị khác nộp trước ngày 10 tháng 12.', 'before each year 10/6 | before each year 10/12'],
  ['Từ ngày 01 đến ngày 10 tháng 01 hằng năm đăng ký thi đua.', 'during each year from 1/1 10/1'],
  ['Đăng ký thi đua trong tháng 01 hàng năm (riêng khối trường học trong tháng 9 hàng năm).', 'during each year -/1 | during each year -/9'],
  ['Trường hợp đột xuất, nộp hồ sơ trong vòng 10 ngày kể từ ngày lập thành tích.', 'by 10 days from event'],
  ['Báo cáo tháng trước ngày 20; báo cáo quý trước ngày 20 của tháng cuối quý; báo cáo năm trước ngày 20/11.', 'before each month 20/- | before each quarter 20/- last_month | before each year 20/11'],
]

// biome-ignore format: a table keeps its columns
const letters: [string, string][] = [
  ['Sở Nội vụ đề nghị các cơ quan, đơn vị gửi báo cáo về Sở (qua email) trước ngày 20/4/2025 để tổng hợp báo cáo UBND tỉnh trước ngày 25/4/2025.', 'before 2025-04-20 last 2025-04-19 | before 2025-04-25 last 2025-04-24'],
  ['Để chuẩn bị cho hội nghị ngày 25/4/2025, đề nghị các đơn vị gửi tham luận trước 20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Ngày 01/3/2025, Sở Nội vụ đã có Công văn số 12/SNV yêu cầu gửi báo cáo trước ngày 08/3/2025. Đến nay còn 05 đơn vị chưa gửi.', 'before 2025-03-08 last 2025-03-07 expired'],
  ['Theo Kế hoạch số 12/KH-UBND ngày 02/01/2025, các đơn vị phải gửi báo cáo trước ngày 28/02/2025; tuy nhiên một số đơn vị gửi chậm.', 'before 2025-02-28 last 2025-02-27 expired'],
  ['Đề nghị các đơn vị chưa gửi báo cáo khẩn trương gửi về Sở trước ngày 14/3/2025.', 'before 2025-03-14 last 2025-03-13'],
  ['Căn cứ tình hình, thời hạn nộp hồ sơ tại Công văn số 12/SNV-TĐKT ngày 02/01/2025 được gia hạn đến ngày 30/3/2025.', 'by 2025-03-30'],
  ['Thời gian: 01 ngày, vào ngày 18/3/2025 (thứ Ba).', 'on 2025-03-18'],
  ['Hội nghị tổ chức 1/2 ngày, bắt đầu từ 8h00 ngày 18/3/2025.', 'on 08:00 2025-03-18'],
  ['Báo cáo gửi về trước 16 giờ 00 ngày hôm nay (10/3/2025).', 'before 16:00 2025-03-10'],
  ['Báo cáo gửi trong ngày hôm nay 10/3/2025.', 'on 2025-03-10'],
  ['Đề nghị gửi trước thứ Sáu tuần này (14/3).', 'before 2025-03-14 last 2025-03-13'],
]

const sayWhen = (said: string) => said.replace(/^\S+ /u, '').replace(/ ?\[[^\]]*\] .*$/su, '')
const read = (sentence: string, docType: 'regulation' | 'letter'): string =>
  readSmallPlan(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${sentence}\n`, { docType })
    .deadlines.filter((one) => namesTime(one) || one.reason)
    .map((one) => sayWhen(sayDeadline(one)))
    .join(' | ')

describe('rules', () => {
  it.each(rules)('%s', (sentence, when) => expect(read(sentence, 'regulation')).toBe(when))
})

describe('letters', () => {
  it.each(letters)('%s', (sentence, when) => expect(read(sentence, 'letter')).toBe(when))
})
