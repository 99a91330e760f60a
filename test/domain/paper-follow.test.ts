import { expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { followOf } from '../../src/domain/paper-follow.ts'

const approvedOn = '2024-03-27'
// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'two working days after approval nobody is asked', paper: 'none',     reportedOn: null,         today: '2024-03-29', expect: null },
  { say: 'on the third the author is',                      paper: 'none',     reportedOn: null,         today: '2024-04-01', expect: { asks: 'author', time: 1 } },
  { say: 'and once more on the eighth',                     paper: 'none',     reportedOn: null,         today: '2024-04-08', expect: { asks: 'author', time: 2 } },
  { say: 'long after no third time comes',                  paper: 'none',     reportedOn: null,         today: '2024-06-03', expect: { asks: 'author', time: 2 } },
  { say: 'just reported sent: nobody',                      paper: 'reported', reportedOn: '2024-04-01', today: '2024-04-02', expect: null },
  { say: 'two working days later the admin',                paper: 'reported', reportedOn: '2024-04-01', today: '2024-04-03', expect: { asks: 'admin', time: 1 } },
] as const

test.each(cases)('$say', ({ paper, reportedOn, today, expect: wanted }) => {
  expect(followOf({ paper, approvedOn, reportedOn }, officeCalendar(), today)).toEqual(wanted)
})
