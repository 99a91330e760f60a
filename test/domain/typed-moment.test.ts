import { describe, expect, it } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { instantFrom, isoOf } from '../../src/domain/day.ts'
import { readTypedMoment } from '../../src/domain/typed-moment.ts'

const zone = 'Asia/Ho_Chi_Minh'
// A Tuesday.
const now = instantFrom('2024-03-05T09:00:00+07:00') as number
const read = (text: string) => {
  const moment = readTypedMoment(text, { calendar: officeCalendar(), zone, now })
  return moment.ok ? isoOf(moment.at, zone).slice(0, 16) : moment.reason
}

// biome-ignore format: a table keeps its columns
const cases = [
  { text: '8h thứ Hai tuần sau',     at: '2024-03-11T08:00' },
  { text: '14:30 ngày 11/3',         at: '2024-03-11T14:30' },
  { text: '8h30 11/3/2024',          at: '2024-03-11T08:30' },
  { text: '11/3/2024 8h30',          at: '2024-03-11T08:30' },
  { text: 'ngày 11/3 lúc 8 giờ',     at: '2024-03-11T08:00' },
  { text: '8 giờ 15 phút ngày mai',  at: '2024-03-06T08:15' },
  { text: '2 giờ chiều mai',         at: '2024-03-06T14:00' },
  { text: 'thứ Sáu',                 at: '2024-03-08T07:30' },
  { text: 'mai',                     at: '2024-03-06T07:30' },
  { text: '10/4',                    at: '2024-04-10T07:30' },
  { text: '15h',                     at: '2024-03-05T15:00' },
  { text: '8h',                      at: '2024-03-06T08:00' },
  { text: '8h thu 6',                at: '2024-03-08T08:00' },
  { text: '08:00 01/03/2024',        at: 'past' },
  { text: '20h mai',                 at: 'outside_hours' },
  { text: '8h Chủ nhật',             at: 'outside_hours' },
  { text: '25h mai',                 at: 'unreadable' },
  { text: 'khi nào cũng được',       at: 'unreadable' },
  { text: '31/2',                    at: 'unreadable' },
  { text: '',                        at: 'unreadable' },
]

describe('a moment as people type it', () => {
  it.each(cases)('“$text”', ({ text, at }) => expect(read(text)).toBe(at))
})
