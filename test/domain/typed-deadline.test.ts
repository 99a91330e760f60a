import { describe, expect, it } from 'vitest'
import { readTypedDeadline } from '../../src/domain/typed-deadline.ts'

const today = '2024-03-26'
// biome-ignore format: a table keeps its columns
const cases: { say: string; was?: 'before' | 'by' | 'on' | 'during'; expect: string }[] = [
  { say: '10/4/2024', expect: 'by 2024-04-10, last 2024-04-10' },
  { say: '10/4', was: 'before', expect: 'before 2024-04-10, last 2024-04-09' },
  { say: 'trước 10/4', expect: 'before 2024-04-10, last 2024-04-09' },
  { say: 'Trước ngày 10 tháng 4 năm 2024', expect: 'before 2024-04-10, last 2024-04-09' },
  { say: 'truoc ngay 10-4-24', was: 'by', expect: 'before 2024-04-10, last 2024-04-09' },
  { say: 'chậm nhất 10/4', was: 'before', expect: 'by 2024-04-10, last 2024-04-10' },
  { say: 'chậm nhất là ngày 10/4', expect: 'by 2024-04-10, last 2024-04-10' },
  { say: 'đến hết ngày 30/4', was: 'before', expect: 'by 2024-04-30, last 2024-04-30' },
  { say: 'vào ngày 15/5/2024', was: 'before', expect: 'on 2024-05-15, last 2024-05-15' },
  { say: '10/4', was: 'during', expect: 'by 2024-04-10, last 2024-04-10' },
  { say: 'tháng 11/2024', was: 'before', expect: 'during 2024-11-01 – 2024-11-30, last 2024-11-30, month' },
  { say: 'trong tháng 11 năm 2024', expect: 'during 2024-11-01 – 2024-11-30, last 2024-11-30, month' },
  { say: 'tháng 2', expect: 'during 2025-02-01 – 2025-02-28, last 2025-02-28, month' },
  { say: 'tháng 3', expect: 'during 2024-03-01 – 2024-03-31, last 2024-03-31, month' },
  { say: 'trước tháng 11/2024', expect: 'before 2024-11-01, last 2024-10-31, month' },
  { say: 'đến hết tháng 9/2024', expect: 'by 2024-09-30, last 2024-09-30, month' },
  { say: 'quý IV/2024', expect: 'during 2024-10-01 – 2024-12-31, last 2024-12-31, quarter' },
  { say: 'quý 2 năm 2024', expect: 'during 2024-04-01 – 2024-06-30, last 2024-06-30, quarter' },
  { say: 'năm 2025', expect: 'during 2025-01-01 – 2025-12-31, last 2025-12-31, year' },
  { say: 'trước 16h00 ngày 3/10/2024', expect: 'before 2024-10-03 16:00, last 2024-10-03' },
  { say: 'trước 9 giờ 30 ngày 3/10/2024', expect: 'before 2024-10-03 09:30, last 2024-10-03' },
  { say: 'cuối tháng 9', expect: 'by 2024-09-30, last 2024-09-30' },
  { say: 'before 10/4/2024', expect: 'before 2024-04-10, last 2024-04-09' },
  { say: 'cuối tháng 9', was: 'before', expect: 'by 2024-09-30, last 2024-09-30' },
  { say: 'hạn chót là 15/10', was: 'before', expect: 'by 2024-10-15, last 2024-10-15' },
  { say: 'hạn cuối: 15/10/2024', expect: 'by 2024-10-15, last 2024-10-15' },
  { say: 'Hạn nộp 15/10', expect: 'by 2024-10-15, last 2024-10-15' },
  { say: 'không quá 15/10', was: 'before', expect: 'by 2024-10-15, last 2024-10-15' },
  { say: 'không muộn hơn ngày 15/10/2024', expect: 'by 2024-10-15, last 2024-10-15' },
  { say: 'muộn nhất ngày 30/9', expect: 'by 2024-09-30, last 2024-09-30' },
  { say: 'hết ngày 15/10/2024', was: 'before', expect: 'by 2024-10-15, last 2024-10-15' },
  { say: '6 tháng đầu năm 2025', expect: 'during 2025-01-01 – 2025-06-30, last 2025-06-30, half_year' },
  { say: 'sáu tháng cuối năm', expect: 'during 2024-07-01 – 2024-12-31, last 2024-12-31, half_year' },
  { say: 'từ 1/9 đến 30/9', was: 'before', expect: 'during 2024-09-01 – 2024-09-30, last 2024-09-30' },
  { say: 'từ ngày 01/9/2024 đến hết ngày 30/9/2024', expect: 'during 2024-09-01 – 2024-09-30, last 2024-09-30' },
  { say: 'từ 1 đến 15/9/2024', expect: 'during 2024-09-01 – 2024-09-15, last 2024-09-15' },
  { say: 'từ 20/9 đến 15/9/2024', expect: 'unreadable' },
  { say: '16h30 ngày 3/10/2024', was: 'before', expect: 'before 2024-10-03 16:30, last 2024-10-03' },
  { say: 'thứ sáu tuần sau', was: 'by', expect: 'by 2024-04-05, last 2024-04-05' },
  { say: 'mùng 10 tháng tư', was: 'before', expect: 'before 2024-04-10, last 2024-04-09' },
  { say: '31/2', expect: 'no_such_day 31/2' },
  { say: 'tháng 13/2024', expect: 'unreadable' },
  { say: 'quý 5', expect: 'unreadable' },
  { say: 'khi nào xong thì nộp', expect: 'unreadable' },
  { say: '', expect: 'unreadable' },
]

function show(say: string, was: 'before' | 'by' | 'on' | 'during' | null) {
  const read = readTypedDeadline(say, { today, relation: was })
  if (!read.ok) return read.understood ? `${read.reason} ${read.understood.day}/${read.understood.month}` : read.reason
  const { on, from, relation, lastDay, time, precision } = read.time
  const days = from ? `${from} – ${on}` : on
  return [
    `${relation} ${days}${time ? ` ${time}` : ''}`,
    `last ${lastDay}`,
    ...(precision === 'day' ? [] : [precision]),
  ].join(', ')
}

describe(`a deadline as an admin types it, on ${today}`, () => {
  it.each(cases)('“$say” (was $was)', ({ say, was, expect: shown }) => {
    expect(show(say, was ?? null)).toBe(shown)
  })
})
