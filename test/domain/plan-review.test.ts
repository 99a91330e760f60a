import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/domain/plan.ts'
import {
  isAllPast,
  isDated,
  nextDeadline,
  proposeShortName,
  reviewOrder,
  whomToAsk,
} from '../../src/domain/plan-review.ts'
import { blankDraft, deadlineWith } from './plan-drafts.ts'

const undated = deadlineWith({ on: null, lastDay: null, relation: null, precision: 'none', recipient: null })
const every = (changes: Partial<NonNullable<Deadline['recurrence']>>) =>
  ({
    every: 'year',
    month: null,
    day: null,
    weekday: null,
    fromMonth: null,
    fromDay: null,
    of: null,
    relation: null,
    latest: null,
    ...changes,
  }) as const

// biome-ignore format: a table keeps its columns
const dated: { say: string; deadline: Deadline; expect: boolean }[] = [
  { say: 'a day', deadline: deadlineWith(), expect: true },
  { say: 'nothing', deadline: undated, expect: false },
  { say: 'every year before a day', deadline: { ...undated, recurrence: every({ month: 12, day: 5 }) }, expect: true },
  { say: 'every Friday', deadline: { ...undated, recurrence: every({ every: 'week', weekday: 5 }) }, expect: true },
  { say: '"định kỳ" alone', deadline: { ...undated, recurrence: every({}) }, expect: false },
  { say: 'after an event', deadline: { ...undated, event: 'khi kết thúc Hội trại' }, expect: true },
  { say: 'ten days from the launch', deadline: { ...undated, offset: { days: 10, working: false, from: 'launch' } }, expect: true },
  { say: 'as another document says', deadline: { ...undated, reference: { number: '2/KH', date: null, clause: null } }, expect: true },
]

describe('does a deadline say when', () => {
  it.each(dated)('$say: $expect', ({ deadline, expect: is }) => expect(isDated(deadline)).toBe(is))
})

describe('a review', () => {
  it('asks about the unsure first, about those without a day last', () => {
    const unsure = deadlineWith({ confidence: 0.6 })
    const sure = deadlineWith()
    expect(reviewOrder([undated, sure, unsure])).toEqual([unsure, sure, undated])
  })

  it('knows a plan that is over', () => {
    const event = { ...undated, event: 'khi kết thúc' }
    expect(isAllPast([deadlineWith(), undated], '2024-04-10')).toBe(true)
    expect(isAllPast([deadlineWith(), undated], '2024-04-09')).toBe(false)
    expect(isAllPast([deadlineWith(), event], '2024-04-10')).toBe(false)
    expect(isAllPast([undated], '2024-04-10')).toBe(false)
  })

  it('finds the next day, today included', () => {
    const later = deadlineWith({ lastDay: '2024-05-01' })
    expect(nextDeadline([later, deadlineWith(), undated], '2024-04-09')?.lastDay).toBe('2024-04-09')
    expect(nextDeadline([later, deadlineWith(), undated], '2024-04-10')).toBe(later)
    expect(nextDeadline([undated], '2024-04-10')).toBeNull()
  })

  it('names whom to ask: where to send, else who gives guidance, else nobody', () => {
    const guide = { unit: 'Phòng Kinh tế', with: [], section: 'IV.2', text: 'Phòng Kinh tế hướng dẫn, đôn đốc.' }
    const doer = { unit: 'Thôn 1', with: [], section: 'IV.1', text: 'Thôn 1 thực hiện.' }
    const sent = { ...undated, recipient: 'Phòng Nội vụ' }
    expect(whomToAsk({ ...blankDraft, deadlines: [sent, sent], assignments: [guide] })).toEqual(['Phòng Nội vụ'])
    expect(whomToAsk({ ...blankDraft, deadlines: [undated], assignments: [doer, guide] })).toEqual(['Phòng Kinh tế'])
    expect(whomToAsk({ ...blankDraft, assignments: [doer] })).toEqual([])
  })
})

// biome-ignore format: a table keeps its columns
const names: { title: string | null; expect: string | null }[] = [
  { title: null, expect: null },
  { title: 'Phát động thi đua trồng cây', expect: 'thi đua trồng cây' },
  { title: 'Về việc tổ chức triển khai thực hiện phong trào Ngày thứ Bảy xanh', expect: 'phong trào Ngày thứ Bảy xanh' },
  { title: 'Phong trào thi đua (đợt 2) năm 2024', expect: 'phong trào thi đua năm 2024' },
  { title: 'Thi đua lập thành tích chào mừng kỷ niệm 75 năm ngày thành lập Hội đồng nhân dân xã Ea Mẫu', expect: 'thi đua 75 năm ngày thành lập Hội đồng nhân dân xã Ea Mẫu' },
  { title: 'Thi đua cải cách hành chính; nâng cao kỷ luật, kỷ cương', expect: 'thi đua cải cách hành chính' },
  { title: 'Phát động đợt thi đua đẩy mạnh chuyển đổi số trong cơ quan nhà nước và doanh nghiệp', expect: 'đợt thi đua đẩy mạnh chuyển đổi số trong cơ quan nhà nước' },
]

describe('a short name to propose', () => {
  it.each(names)('$title', ({ title, expect: name }) => {
    expect(proposeShortName({ ...blankDraft, title })).toBe(name)
  })
})
