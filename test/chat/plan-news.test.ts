import { expect, test } from 'vitest'
import { announcement } from '../../src/chat/plan-news.ts'
import { officeCalendar } from '../../src/domain/calendar.ts'
import type { Deadline } from '../../src/domain/plan.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'

const plan = { id: 'p', shortName: 'thi đua 120 năm', number: '18/KH-UBND', hasFile: true }
const dated = (on: string, kind: Deadline['kind']) =>
  deadlineWith({ kind, on, lastDay: on, relation: 'by', precision: 'day' })
const undated = (task: string) =>
  deadlineWith({ kind: 'report', task, on: null, lastDay: null, relation: null, precision: 'none' })

const newsOf = (...deadlines: Deadline[]) =>
  announcement(
    createTexts()('vi'),
    officeCalendar(),
    plan,
    deadlines.map((deadline, index) => ({ id: String(index), deadline })),
  )
const words = (...deadlines: Deadline[]) => newsOf(...deadlines).blocks[0]?.text

test('dated work comes first, orders without a day are one short line, and [Xem việc] opens the nearest', () => {
  const [later, sooner] = [dated('2024-10-15', 'report'), dated('2024-04-09', 'registration')]
  expect(words(undated('Báo cáo kết quả'), later, sooner, undated('Tuyên truyền trong Nhân dân'))).toBe(
    `Có kế hoạch mới: thi đua 120 năm, số 18/KH-UBND. Đồng chí có 2 việc:
1. Đăng ký chậm nhất ngày 09/04/2024, thứ Ba
2. Gửi báo cáo chậm nhất ngày 15/10/2024, thứ Ba
Ngoài ra kế hoạch giao 2 việc chưa ghi ngày.`,
  )
  expect(newsOf(undated('Báo cáo'), later, sooner).buttons[0]?.action.args.deadline).toBe('2')
})

test('one dated work is said in one sentence', () => {
  expect(words(undated('Báo cáo'), dated('2024-04-09', 'registration'))).toBe(
    `Có kế hoạch mới: thi đua 120 năm, số 18/KH-UBND. Việc của đồng chí: đăng ký chậm nhất ngày 09/04/2024, thứ Ba.
Ngoài ra kế hoạch giao 1 việc chưa ghi ngày.`,
  )
})

test('orders without a day alone: the one by its words, several by their number', () => {
  expect(words(undated('Báo cáo kết quả'))).toContain('Việc của đồng chí: báo cáo kết quả, kế hoạch chưa ghi ngày.')
  expect(words(undated('Báo cáo'), undated('Tuyên truyền'))).toContain('Kế hoạch giao đồng chí 2 việc, chưa ghi ngày.')
})
