import { describe, expect, test } from 'vitest'
import { readOfficeDays } from '../../src/domain/typed-office-days.ts'

const marks = { off: '−', madeUp: '+', usual: '=' } as const
/** "−05-02" off, "+04-26" worked instead, "=05-02" as any other day. */
const read = (text: string, year: number) => {
  const found = readOfficeDays(text, year)
  if (!found.ok) return found.reason
  return found.edits.map(({ day, as }) => `${marks[as]}${day.slice(5)}`).join(' ')
}

const notice = `BỘ NỘI VỤ
Số: 812/TB-BNV
Hà Nội, ngày 05 tháng 11 năm 2026
Về dịp tết Đinh Mùi và một số ngày lễ của năm 2027
1. Công chức, viên chức được nghỉ tết 5 ngày, từ thứ Năm ngày 04/02/2027 (tức ngày 28 tháng Chạp) đến hết thứ Tư ngày 10/02/2027 (tức ngày 5 tháng Giêng).
2. Dịp Quốc khánh được nghỉ từ thứ Năm ngày 02 tháng 9 năm 2027 đến hết Chủ nhật ngày 05 tháng 9 năm 2027.
3. Hoán đổi ngày làm việc thứ Sáu (ngày 30/4/2027) sang ngày nghỉ hằng tuần thứ Bảy (ngày 08/5/2027).
Đề nghị các cơ quan bố trí người trực; văn bản này thay Công văn số 12/BNV-CCVC ngày 02/3/2026.`

describe('what is typed about days off', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, number, string][] = [
    ['a day off',                                      'nghỉ 02/05/2025',                                     2025, '−05-02'],
    ['a Saturday worked instead',                      'làm bù 26/04/2025',                                   2025, '+04-26'],
    ['both on one line',                               'nghỉ 02/05/2025, làm bù 26/04/2025',                  2025, '−05-02 +04-26'],
    ['both on two lines, without marks',               'nghi 2/5\nlam bu 26/4',                               2025, '−05-02 +04-26'],
    ['the verb after its day',                         '02/05 nghỉ; 26/04 làm bù',                            2025, '−05-02 +04-26'],
    ['the verbs after their days, one line',           'thứ Sáu 02/05 nghỉ, thứ Bảy 26/04 làm bù',            2025, '−05-02 +04-26'],
    ['a run, its weekend left out',                    'nghỉ từ 30/04/2026 đến hết 04/05/2026',               2026, '−04-30 −05-01 −05-04'],
    ['a run in short',                                 'nghỉ 16-20/02/2026',                                  2026, '−02-16 −02-17 −02-18 −02-19 −02-20'],
    ['a run with a long dash',                         'nghỉ 31/8 – 2/9',                                     2026, '−08-31 −09-01 −09-02'],
    ['a run with dashes in its days',                  'nghỉ 16-02-2026 đến 17-02-2026',                      2026, '−02-16 −02-17'],
    ['several days',                                   'nghỉ 16, 17/02 và 19/02',                             2026, '−02-16 −02-17 −02-19'],
    ['a day in words',                                 'nghỉ ngày 2 tháng 5 năm 2025',                        2025, '−05-02'],
    ['a swap',                                         'hoán đổi ngày 02/01/2026 sang thứ Bảy 10/01/2026',    2026, '−01-02 +01-10'],
    ['a swap, the verb after its day',                 'Ngày làm việc 31/8/2026 được hoán đổi sang 22/8/2026', 2026, '−08-31 +08-22'],
    ['taking a day back',                              'bỏ 02/05/2025',                                       2025, '=05-02'],
    ['taking days back by "không nghỉ"',               'không nghỉ 02/05, không làm bù 26/04',                2025, '=05-02 =04-26'],
    ['a Saturday that was to be worked is off again',  'nghỉ 26/04/2025',                                     2025, '=04-26'],
    ['a day of the lunar calendar beside it',          'nghỉ 07/04/2025 (10/3 âm lịch)',                      2025, '−04-07'],
    ['in English',                                     'off 02/05/2025, worked 26/04/2025',                   2025, '−05-02 +04-26'],
    ['a whole paper',                                  notice,                                                2027, '−02-04 −02-05 −02-08 −02-09 −02-10 −09-02 −09-03 −04-30 +05-08'],
    ['no verb',                                        '02/05/2025',                                          2025, 'unreadable'],
    ['no day',                                         'nghỉ cả tuần',                                        2025, 'unreadable'],
    ['nothing',                                        '',                                                    2025, 'unreadable'],
    ['a day that does not exist',                      'nghỉ 31/02/2025',                                     2025, 'no_such_day'],
    ['a weekday as worked instead',                    'làm bù 28/04/2025',                                   2025, 'not_weekend'],
    ['another year',                                   'nghỉ 02/05/2024',                                     2025, 'other_year'],
    ['a run that goes backwards',                      'nghỉ từ 05/05 đến 01/05',                             2025, 'unreadable'],
    ['a run of months',                                'nghỉ từ 05/05 đến 05/09',                             2025, 'unreadable'],
    ['“đề nghị”, “nghị định”, “Bộ” order nothing',     'Đề nghị Bộ xem Nghị định ngày 02/05/2025',            2025, 'unreadable'],
  ]
  test.each(cases)('%s', (_, text, year, expected) => expect(read(text, year)).toBe(expected))
})

describe('the paper that says so', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, object | null][] = [
    ['number and day',          'nghỉ 16/02/2026 theo Thông báo số 9441/TB-BNV ngày 16/10/2025', { number: '9441/TB-BNV', issuer: 'Bộ Nội vụ', day: '2025-10-16' }],
    ['the day in words',        'Công văn 2450/VPCP-KGVX, ngày 12 tháng 4 năm 2024: nghỉ 16/02', { number: '2450/VPCP-KGVX', issuer: 'Văn phòng Chính phủ', day: '2024-04-12' }],
    ['a number alone',          'nghỉ 16/02 (15/TB-UBND)',                                       { number: '15/TB-UBND', issuer: 'Ủy ban nhân dân', day: null }],
    ['the day above the text',  notice.replaceAll('2027', '2026'),                               { number: '812/TB-BNV', issuer: 'Bộ Nội vụ', day: '2026-11-05' }],
    ['an unknown office',       'nghỉ 16/02 theo 7/QĐ-XYZ',                                      { number: '7/QĐ-XYZ', issuer: '', day: null }],
    ['none',                    'nghỉ 16/02/2026',                                               null],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const found = readOfficeDays(text, 2026)
    expect(found.ok && found.notice).toEqual(expected)
  })
})
