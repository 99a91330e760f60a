import { describe, expect, it } from 'vitest'
import type { Period } from '../../src/domain/plan.ts'
import { readSmallPlan } from './read-small-plan.ts'

const say = ({ start, startPrecision, end, endPrecision, openEnded, endEvent, section }: Period) =>
  [
    start ?? '-',
    startPrecision,
    end ?? '-',
    endPrecision,
    openEnded ? 'open' : null,
    endEvent ? `[${endEvent}]` : null,
    section,
  ]
    .filter(Boolean)
    .join(' ')

// biome-ignore format: a table keeps its columns
const stated: [string, string][] = [
  ['I. THỜI GIAN THỰC HIỆN: Phong trào thi đua được triển khai từ ngày 01/4/2025 đến ngày 30/9/2025.', '2025-04-01 day 2025-09-30 day I'],
  ['I. THỜI GIAN THI ĐUA\n\nTừ ngày 01/4/2025 đến hết ngày 30/9/2025.', '2025-04-01 day 2025-09-30 day I'],
  ['I. NỘI DUNG\n\n1. Thời gian thi đua: Từ tháng 4/2025 đến hết tháng 9/2025.', '2025-04-01 month 2025-09-30 month I.1'],
  ['I. NỘI DUNG\n\n1. Thời gian thực hiện: Trong năm 2025 và các năm tiếp theo.', '2025-01-01 year - none open I.1'],
  ['I. THỜI GIAN\n\nĐợt thi đua được triển khai từ tháng 4 năm 2025 đến khi kết thúc đại hội.', '2025-04-01 month - event [kết thúc đại hội] I'],
  ['I. THỜI GIAN THỰC HIỆN\n\nTừ ngày ban hành Kế hoạch đến khi hoàn thành các hoạt động.', '2025-03-10 day - event [hoàn thành các hoạt động] I'],
  ['I. THỜI GIAN THỰC HIỆN\n\nTừ nay đến hết năm 2025.', '2025-03-10 day 2025-12-31 year I'],
  ['I. NỘI DUNG\n\n1. Thời gian tổ chức phong trào: theo khoản 2 Mục II Kế hoạch số 45/KH-UBND ngày 12/02/2025 (đến ngày 31/10/2025).', '- none 2025-10-31 day I.1'],
  ['I. NỘI DUNG\n\n1. Thời gian thi đua: Quý II năm 2025.', '2025-04-01 quarter 2025-06-30 quarter I.1'],
  ['I. NỘI DUNG\n\nPhong trào thi đua được phát động từ ngày 01/4/2025 đến ngày 30/9/2025.', '2025-04-01 day 2025-09-30 day I'],
  ['I. NỘI DUNG\n\nPhong trào thi đua được triển khai từ ngày 01/4/2025. đến ngày: 30/9/2025.', '2025-04-01 day 2025-09-30 day I'],
  ['I. THỜI GIAN\n\nThời gian: Bắt đầu từ ngày 01/4/2025, kết thúc ngày 30/9/2025.', '2025-04-01 day 2025-09-30 day I'],
  ['I. THỜI GIAN\n\nThời gian thực hiện: Bắt đầu từ tháng 4/2025 và kết thúc vào tháng 12/2025.', '2025-04-01 month 2025-12-31 month I'],
  ['I. THỜI GIAN\n\nThời gian thực hiện: kể từ ngày ký ban hành đến hết ngày 31/12/2025.', '2025-03-10 day 2025-12-31 day I'],
  ['I. NỘI DUNG\n\nĐợt thi đua cao điểm bắt đầu từ 01/10/2025 và kết thúc vào 20/11/2025.', '2025-10-01 day 2025-11-20 day I'],
  ['I. NỘI DUNG\n\nTháng hành động vì trẻ em (từ ngày 01/6 đến ngày 30/6/2025) với chủ đề “Ưu tiên”.', '2025-06-01 day 2025-06-30 day I'],
  ['I. THỜI GIAN\n\nThời gian: 15/5 – 15/8/2025.', '2025-05-15 day 2025-08-15 day I'],
]

// biome-ignore format: a table keeps its columns
const notStated: [string, string][] = [
  ['a year in the aim', 'I. MỤC ĐÍCH\n\nHoàn thành thắng lợi nhiệm vụ năm 2025 và các năm tiếp theo.'],
  ['a year in a name', 'I. NỘI DUNG\n\nTham gia phong trào “Chung sức xây dựng nông thôn mới từ năm 2021 đến năm 2025”.'],
  ['the time of the launch alone', 'I. NỘI DUNG\n\n- Thời gian phát động thi đua: Trong tháng 4/2025.'],
  ['the time of a report', 'I. NỘI DUNG\n\n- Thời gian gửi báo cáo: Từ ngày 01/4/2025 đến ngày 10/4/2025.'],
  ['the time of one task', 'I. NỘI DUNG\n\n1. Cài đặt máy chủ\n\n- Cơ quan chủ trì: Sở Tư pháp.\n\n- Thời gian thực hiện: Từ ngày 01/4/2025 đến ngày 10/4/2025.'],
  ['whoever acts below a heading on time', 'I. THỜI GIAN, HỒ SƠ\n\n1. Hội đồng Thi đua huyện họp xét từ ngày 02 đến ngày 06/12/2025.'],
  ['the hour of a meeting', 'I. NỘI DUNG\n\n1. Thời gian: 7h30, ngày 19/5/2025.'],
  ['the day of a meeting', 'I. NỘI DUNG\n\n1. Thời gian: 01 ngày, vào ngày 18/3/2025 (thứ Ba).'],
  ['a stage', 'I. NỘI DUNG\n\nThực hiện kế hoạch giai đoạn 2021 - 2025.'],
  ['a round', 'I. THỜI GIAN\n\n- Phong trào thi đua thường xuyên: hoàn thành trong tháng 01 hằng năm.'],
]

describe('the time of a campaign', () => {
  it.each(stated)('%s', (lines, expected) => {
    expect(say(readSmallPlan(lines).period)).toBe(expected)
  })
  it('runs in rounds: from the start of the first to the end of the last, none of them a deadline', () => {
    const { period, deadlines } = readSmallPlan(
      'I. NỘI DUNG\n\n1. Thời gian và các đợt thi đua\n\n- Đợt 1: Từ ngày 15/3/2025 đến ngày 30/6/2025. Sơ kết trước ngày 10/7/2025.\n\n- Đợt 2: Từ ngày 01/7/2025 đến ngày 31/12/2025.\n',
    )
    expect([period.start, period.end]).toEqual(['2025-03-15', '2025-12-31'])
    expect(deadlines.map(({ kind, on }) => [kind, on])).toEqual([['interim_review', '2025-07-10']])
  })
  it('stages below the sentence that states it are no deadlines', () => {
    const { period, deadlines } = readSmallPlan(
      'I. THỜI GIAN\n\nPhong trào thi đua được triển khai từ ngày 15/3/2025 đến hết ngày 31/12/2025, chia thành 02 giai đoạn.\n\n1. Giai đoạn 1: Từ tháng 4/2025 đến hết tháng 8/2025.\n\n2. Giai đoạn 2: Từ tháng 9/2025 đến hết tháng 12/2025.\n',
    )
    expect([period.start, period.end]).toEqual(['2025-03-15', '2025-12-31'])
    expect(deadlines).toEqual([])
  })
  it('in one line', () => {
    const { period } = readSmallPlan(
      'I. THỜI GIAN THI ĐUA: Đợt 1 từ ngày 15/3/2025 đến ngày 30/6/2025, đợt 2 từ ngày 01/7/2025 đến ngày 31/12/2025.',
    )
    expect([period.start, period.end]).toEqual(['2025-03-15', '2025-12-31'])
  })
  it('names the document that sets it', () => {
    const { period } = readSmallPlan(
      'I. NỘI DUNG\n\n1. Thời gian tổ chức phong trào: theo khoản 2 Mục II Kế hoạch số 45/KH-UBND ngày 12/02/2025.',
    )
    expect(period.reference).toBe('khoản 2 Mục II Kế hoạch số 45/KH-UBND ngày 12/02/2025')
  })
})

describe('where none is stated, none is read', () => {
  it.each(notStated)('%s', (_say, lines) => {
    expect(say(readSmallPlan(lines).period)).toBe('- none - none')
  })
})
