import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import { diffDeadlines } from '../../src/domain/plan-revision.ts'
import { deadlineWith } from './plan-drafts.ts'

const registration = deadlineWith()
const report = deadlineWith({
  kind: 'report',
  section: 'V.5',
  actor: 'Các phòng',
  task: 'Gửi báo cáo kết quả',
  on: '2024-10-20',
  lastDay: '2024-10-19',
  quote: 'Các phòng gửi báo cáo kết quả trước ngày 20/10/2024.',
})
const kept = [
  { id: 'registration', deadline: registration },
  { id: 'report', deadline: report },
]

// biome-ignore format: a table keeps its columns
const cases: { say: string; next: Deadline[]; expect: string }[] = [
  { say: 'the same again', next: [registration, report], expect: 'same registration, same report' },
  { say: 'another order is no change', next: [report, registration], expect: 'same report, same registration' },
  { say: 'a day moved', next: [{ ...registration, on: '2024-04-20', lastDay: '2024-04-19' }, report], expect: 'moved registration, same report' },
  { say: 'a section renumbered is no move', next: [{ ...registration, section: 'VI.2' }, report], expect: 'same registration, same report' },
  { say: 'another relation is a move', next: [{ ...registration, relation: 'by', lastDay: '2024-04-10' }, report], expect: 'moved registration, same report' },
  { say: 'one gone', next: [report], expect: 'same report, gone registration' },
  { say: 'one more of another kind', next: [registration, report, deadlineWith({ kind: 'final_review' })], expect: 'same registration, same report, added final_review' },
  { say: 'one more of the same kind elsewhere', next: [registration, report, deadlineWith({ ...report, section: 'PL1', actor: 'Hợp tác xã', task: 'Tự chấm điểm', quote: 'Hợp tác xã tự chấm điểm.' })], expect: 'same registration, same report, added report' },
  { say: 'a second limit for special cases is its own', next: [registration, { ...report, exceptional: true }], expect: 'same registration, added report, gone report' },
  { say: 'nothing left', next: [], expect: 'gone registration, gone report' },
]

describe('what a new text changes', () => {
  it.each(cases)('$say', ({ next, expect: shown }) => {
    const diff = diffDeadlines(kept, next)
    const said = [
      ...diff.same.map(({ id, moved }) => `${moved ? 'moved' : 'same'} ${id}`),
      ...diff.added.map(({ kind }) => `added ${kind}`),
      ...diff.gone.map(({ id }) => `gone ${id}`),
    ]
    expect(said.join(', ')).toBe(shown)
  })
})
