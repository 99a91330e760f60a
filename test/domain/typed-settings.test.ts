import { describe, expect, test } from 'vitest'
import { readDigestTimes } from '../../src/domain/typed-digest-times.ts'
import { readHours } from '../../src/domain/typed-hours.ts'
import { readLeads } from '../../src/domain/typed-leads.ts'

describe('office hours', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string | null][] = [
    ['two times',                   '7:00 - 16:30',              '07:00 16:30'],
    ['with a long dash',            '07:30–17:00',               '07:30 17:00'],
    ['in words',                    'từ 7 giờ 30 đến 16 giờ',    '07:30 16:00'],
    ['without marks',               'tu 7h30 den 17h',           '07:30 17:00'],
    ['with "g"',                    '7g30 đến 16g30',            '07:30 16:30'],
    ['with dots',                   '7.30 - 17.00',              '07:30 17:00'],
    ['one time',                    '7:30',                      null],
    ['four times',                  '7:30-11:30, 13:30-17:00',   null],
    ['backwards',                   '17:00 - 7:30',              null],
    ['the same twice',              '7:30 - 7:30',               null],
    ['no such time',                '7:30 - 25:00',              null],
    ['no such minute',              '7:75 - 17:00',              null],
    ['words',                       'giờ hành chính',            null],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const read = readHours(text)
    expect(read && `${read.opens} ${read.closes}`).toBe(expected)
  })
})

describe('when digests come', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string | null][] = [
    ['two days',                    'thứ Hai 07:30, thứ Sáu 15:30',      '1 07:30, 5 15:30'],
    ['without marks, in short',     't6 15h30; t2 7h30',                 '1 07:30, 5 15:30'],
    ['figures',                     'thứ 4 8h',                          '3 08:00'],
    ['the hour first',              '8 giờ thứ Năm',                     '4 08:00'],
    ['the seventh day',             '8h chủ nhật và 9h thứ bảy',         '6 09:00, 7 08:00'],
    ['a line each',                 'thứ Ba 9:00\nthứ Năm 9:00',         '2 09:00, 4 09:00'],
    ['in English',                  'Monday 07:30, Thu 15:30',           '1 07:30, 4 15:30'],
    ['two days that nothing parts',  'thứ Ba 9:00 thứ Năm 9:00',          null],
    ['a day twice',                 'thứ Hai 07:30, thứ Hai 15:30',      null],
    ['a day without an hour',       'thứ Hai, thứ Sáu 15:30',            null],
    ['an hour without a day',       '07:30',                             null],
    ['no such hour',                'thứ Hai 27:30',                     null],
    ['nothing',                     '',                                  null],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const read = readDigestTimes(text)
    expect(read?.map(({ weekday, time }) => `${weekday} ${time}`).join(', ') ?? null).toBe(expected)
  })
})

describe('the days before a deadline', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, number[] | null][] = [
    ['as they are written',                     '14, 7, 3, 1, 0',      [14, 7, 3, 1, 0]],
    ['in any order, once each',                 '1 7 7 3',             [7, 3, 1, 0]],
    ['the last day is never left out',          '10; 5',               [10, 5, 0]],
    ['only the last day',                       '0',                   [0]],
    ['half a year',                             '180',                 [180, 0]],
    ['longer than half a year',                 '181',                 null],
    ['twelve with the last day',                '11 10 9 8 7 6 5 4 3 2 1', [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['thirteen with it',                        '12 11 10 9 8 7 6 5 4 3 2 1', null],
    ['words',                                   'một tuần',            null],
    ['negative',                                '-3',                  null],
    ['nothing',                                 '',                    null],
  ]
  test.each(cases)('%s', (_, text, expected) => expect(readLeads(text)).toEqual(expected))
})
