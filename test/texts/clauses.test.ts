import { expect, test } from 'vitest'
import { formatClause } from '../../src/texts/clauses.ts'
import { createTexts } from '../../src/texts/texts.ts'

const texts = createTexts()

// biome-ignore format: a table keeps its columns
const cases: [string, string, string, string][] = [
  ['a numbered item of a section',        'V.4',      'khoản 4 Mục V',                 'clause 4 of Section V'],
  ['a lettered point below it',           'IV.1.a',   'điểm a khoản 1 Mục IV',         'point a of clause 1 of Section IV'],
  ['a section by itself',                 'III',      'Mục III',                       'Section III'],
  ['a composite number',                  'V.2.1',    'điểm 2.1 khoản 2 Mục V',        'point 2.1 of clause 2 of Section V'],
  ['a letter below a composite number',   'V.2.1.b',  'điểm b điểm 2.1 khoản 2 Mục V', 'point b of point 2.1 of clause 2 of Section V'],
  ['a number below a letter',             'III.2.a.1', 'tiết 1 điểm a khoản 2 Mục III', 'item 1 of point a of clause 2 of Section III'],
  ['a letter below a section',            'II.đ',     'điểm đ Mục II',                 'point đ of Section II'],
  ['a point of an article',               'Đ6.1.a',   'điểm a khoản 1 Điều 6',         'point a of clause 1 of Article 6'],
  ['an appendix',                         'PL1.II.3', 'khoản 3 Mục II Phụ lục 1',      'clause 3 of Section II of Appendix 1'],
  ['a letter without sections',           '3.b',      'điểm b mục 3',                  'point b of section 3'],
  ['a part in capitals',                  'B.I.2',    'khoản 2 Mục I Phần B',          'clause 2 of Section I of Part B'],
  ['text outside all numbers',            '',         'phần không đánh số',            'the part without a number'],
]

test.each(cases)('%s: %s', (_, section, vi, en) => {
  expect(formatClause(texts('vi'), section)).toBe(vi)
  expect(formatClause(texts('en'), section)).toBe(en)
})
