import { expect, test } from 'vitest'
import { readTypedAbsence } from '../../src/domain/typed-absence.ts'

// Tuesday
const today = '2024-04-02'

// biome-ignore format: a table keeps its columns
const read = [
  { typed: 'từ 05/04 đến 20/04',            from: '2024-04-05', to: '2024-04-20' },
  { typed: 'tu 5/4 den 20/4',               from: '2024-04-05', to: '2024-04-20' },
  { typed: '5/4 - 20/4',                    from: '2024-04-05', to: '2024-04-20' },
  { typed: '5-20/4',                        from: '2024-04-05', to: '2024-04-20' },
  { typed: 'từ ngày 5 đến hết ngày 20/4',   from: '2024-04-05', to: '2024-04-20' },
  { typed: 'từ mai đến thứ sáu',            from: '2024-04-03', to: '2024-04-05' },
  { typed: 'mai',                           from: '2024-04-03', to: '2024-04-03' },
  { typed: '10/4',                          from: '2024-04-10', to: '2024-04-10' },
  { typed: '6 tháng từ 01/4/2024',          from: '2024-04-01', to: '2024-09-30' },
  { typed: 'nghỉ 3 ngày từ mai',            from: '2024-04-03', to: '2024-04-05' },
  { typed: '2 tuần kể từ 8/4',              from: '2024-04-08', to: '2024-04-21' },
  { typed: 'từ 20/12 đến 10/1',             from: '2024-12-20', to: '2025-01-10' },
  { typed: 'từ 28/3 đến 5/4',               from: '2024-03-28', to: '2024-04-05' },
]

test.each(read)('“$typed”', ({ typed, from, to }) => {
  expect(readTypedAbsence(typed, today)).toEqual({ ok: true, from, to })
})

test.each([
  { typed: 'từ 20/4/2024 đến 5/4/2024', reason: 'backwards' },
  { typed: 'từ 1/3/2024 đến 5/3/2024', reason: 'past' },
  { typed: 'từ 30/2 đến 5/3', reason: 'unreadable' },
  { typed: 'ít hôm', reason: 'unreadable' },
  { typed: '', reason: 'unreadable' },
])('“$typed” is $reason', ({ typed, reason }) => {
  expect(readTypedAbsence(typed, today)).toEqual({ ok: false, reason })
})
