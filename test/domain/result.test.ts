import { describe, expect, test } from 'vitest'
import { isDoubtful, readResult, shareOf, verdictOf } from '../../src/domain/result.ts'
import { readTarget } from '../../src/domain/target.ts'

const measured = (text: string) => {
  const read = readTarget(text)
  return read.ok ? read.target : { value: null, unit: null, text }
}
const result = (typed: string, target: string) => {
  const read = readResult(typed, measured(target))
  return read.ok ? read.result : null
}

// biome-ignore format: a table keeps its columns
test.each([
  ['a bare number is in the unit of the target', '98',                 '100% hồ sơ đúng hạn',       98,    98,    'below'],
  ['with a comma',                               '98,4',               '100% hồ sơ đúng hạn',       98.4,  98.4,  'below'],
  ['with its sign',                              '98% hồ sơ',          '100% hồ sơ đúng hạn',       98,    98,    'below'],
  ['a part of a whole answers a percentage',     '120/125 hồ sơ',      '100% hồ sơ đúng hạn',       96,    96,    'below'],
  ['also in words',                              '120 trên 125 hồ sơ', '100% hồ sơ đúng hạn',       96,    96,    'below'],
  ['just reached',                               '2 sáng kiến',        '02 sáng kiến',              2,     100,   'reached'],
  ['more than promised',                         '3 sáng kiến',        '02 sáng kiến',              3,     150,   'exceeded'],
  ['a hair less never reads 100',                '9.999 cây',          '10.000 cây',                9999,  99.9,  'below'],
  ['a hair more never reads 100',                '10.001 cây',         '10.000 cây',                10001, 100.1, 'exceeded'],
  ['nothing yet',                                '0',                  '5 mô hình',                 0,     0,     'below'],
  ['the unit with more words',                   '5 mô hình kinh tế',  '5 mô hình',                 5,     100,   'reached'],
  ['a ceiling is not turned into a share',       '2 vụ',               'không quá 05 vụ việc',      2,     null,  'uncounted'],
  ['what has no number is not either',           'Đoàn kết',           'Nội bộ đoàn kết',           null,  null,  'uncounted'],
] as const)('%s: “%s” of “%s”', (_say, typed, target, value, share, verdict) => {
  const read = result(typed, target)
  expect(read?.value).toBe(value)
  expect(shareOf(measured(target), read)).toBe(share)
  expect(verdictOf(measured(target), read)).toBe(verdict)
})

// biome-ignore format: a table keeps its columns
test.each([
  ['words for a target that counts', 'làm tốt',        '100% hồ sơ đúng hạn', 'no_number'],
  ['a day is no number',             'ngày 15/10/2024', '02 sáng kiến',       'no_number'],
  ['another unit',                   '3 mô hình',      '02 sáng kiến',        'other_unit'],
  ['nothing',                        ' … ',            '02 sáng kiến',        'empty'],
  ['a whole essay',                  'a '.repeat(200), '02 sáng kiến',        'too_long'],
])('refused: %s', (_say, typed, target, reason) => {
  expect(readResult(typed, measured(target))).toMatchObject({ ok: false, reason })
})

test('without a target anything said is a result', () => {
  expect(readResult('Đã xong', null)).toEqual({ ok: true, result: { value: null, unit: null, text: 'Đã xong' } })
})

describe('a result that is likelier mistyped', () => {
  // biome-ignore format: a table keeps its columns
  test.each([
    ['twice the target',                 '100 hồ sơ',   '50 hồ sơ',     true],
    ['a half more',                      '75 hồ sơ',    '50 hồ sơ',     false],
    ['two instead of one is no mistake', '2 sáng kiến', '1 sáng kiến',  false],
    ['three instead of one is asked',    '3 sáng kiến', '1 sáng kiến',  true],
  ])('%s', (_say, typed, target, doubtful) => {
    expect(isDoubtful(measured(target), result(typed, target))).toBe(doubtful)
  })
})
