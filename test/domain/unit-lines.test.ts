import { expect, test } from 'vitest'
import { readUnitLines } from '../../src/domain/unit-lines.ts'

/** Units as a path each, with a sign of relation: ~ coordinating, ^ superior. */
function paths(text: string, taken: string[] = []): string[] | string {
  const read = readUnitLines(text, taken)
  if (!read.ok)
    return read.reason === 'bad_lines' ? read.problems.map(({ line, reason }) => `${line} ${reason}`) : read.reason
  const path = (index: number): string => {
    const { name, parent } = read.units[index] ?? { name: '?', parent: null }
    return parent === null ? name : `${path(parent)} / ${name}`
  }
  const sign = { subordinate: '', coordinating: '~', superior: '^' }
  return read.units.map(({ relation }, index) => sign[relation] + path(index))
}

test('the unit itself above its own units is no new one', () => {
  const names = (text: string) => {
    const read = readUnitLines(text, [], 'subordinate', 'UBND xã Ea Mẫu')
    return read.ok ? read.units.map(({ name, parent }) => `${name} ${parent}`) : read.reason
  }
  expect(names('UBND xã Ea Mẫu\n  Văn phòng\n    Tổ Một cửa\n  Thôn 3')).toEqual([
    'Văn phòng null',
    'Tổ Một cửa 0',
    'Thôn 3 null',
  ])
  expect(names('UBND xã Ea Mẫu\nVăn phòng')).toEqual(['UBND xã Ea Mẫu null', 'Văn phòng null'])
})

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'one a line',                      text: 'Văn phòng\nPhòng Kinh tế', expect: ['Văn phòng', 'Phòng Kinh tế'] },
  { say: 'a tree by spaces',                text: 'Văn phòng\n  Tổ Một cửa\n    Quầy 1\nPhòng Kinh tế', expect: ['Văn phòng', 'Văn phòng / Tổ Một cửa', 'Văn phòng / Tổ Một cửa / Quầy 1', 'Phòng Kinh tế'] },
  { say: 'a tree by tabs',                  text: 'A1\n\tB1\n\t\tC1\n\tB2', expect: ['A1', 'A1 / B1', 'A1 / B1 / C1', 'A1 / B2'] },
  { say: 'a tree by dashes, as on a phone', text: 'Văn phòng\n- Tổ Một cửa\n-- Quầy 1', expect: ['Văn phòng', 'Văn phòng / Tổ Một cửa', 'Văn phòng / Tổ Một cửa / Quầy 1'] },
  { say: 'pluses below dashes',             text: '- Văn phòng\n+ Tổ Một cửa\n- Phòng Kinh tế', expect: ['Văn phòng', 'Văn phòng / Tổ Một cửa', 'Phòng Kinh tế'] },
  { say: 'all lines with a dash',           text: '- Thôn 1\n- Thôn 2', expect: ['Thôn 1', 'Thôn 2'] },
  { say: 'a pasted block moved in',         text: '    Thôn 1\n      Tổ A\n    Thôn 2', expect: ['Thôn 1', 'Thôn 1 / Tổ A', 'Thôn 2'] },
  { say: 'numbered lines',                  text: '1. Văn phòng\n2) Phòng Kinh tế', expect: ['Văn phòng', 'Phòng Kinh tế'] },
  { say: 'a number that is the name',       text: 'Thôn 1\nThôn 2', expect: ['Thôn 1', 'Thôn 2'] },
  { say: 'empty lines between',             text: '\nThôn 1\n\n  \nThôn 2\n', expect: ['Thôn 1', 'Thôn 2'] },
  { say: 'spaces inside',                   text: 'Thôn   1 ', expect: ['Thôn 1'] },
  { say: 'the same name in another unit',   text: 'Hội Nông dân\n  Chi hội 1\nHội Phụ nữ\n  Chi hội 1', expect: ['Hội Nông dân', 'Hội Nông dân / Chi hội 1', 'Hội Phụ nữ', 'Hội Phụ nữ / Chi hội 1'] },
  { say: 'names that differ in a mark',     text: 'Tổ Bảo vệ\nTổ Báo vệ', expect: ['Tổ Bảo vệ', 'Tổ Báo vệ'] },
  { say: 'a coordinating unit, its own too', text: 'Hội Nông dân xã (phối hợp)\n  Chi hội 1', expect: ['~Hội Nông dân xã', '~Hội Nông dân xã / Chi hội 1'] },
  { say: 'a mark without diacritics',       text: 'Dang uy xa (Cap tren)', expect: ['^Dang uy xa'] },
  { say: 'a mark that sets back',           text: 'Đảng ủy xã (cấp trên)\n  Văn phòng Đảng ủy (trực thuộc)', expect: ['^Đảng ủy xã', 'Đảng ủy xã / Văn phòng Đảng ủy'] },
  { say: 'brackets that are the name',      text: 'Trạm Y tế (cơ sở 2)', expect: ['Trạm Y tế (cơ sở 2)'] },
  { say: 'signs of HTML and Markdown',      text: '<b>Tổ</b> *1* & "2"_', expect: ['<b>Tổ</b> *1* & "2"_'] },
  { say: 'decomposed letters',              text: 'Thôn Hòa'.normalize('NFD'), expect: ['Thôn Hòa'] },
]
test.each(cases)('read: $say', (row) => expect(paths(row.text)).toEqual(row.expect))

// biome-ignore format: a table keeps its columns
const wrong = [
  { say: 'nothing at all',                  text: ' \n ', expect: 'nothing' },
  { say: 'more lines than anybody types',   text: Array.from({ length: 301 }, (_, n) => `Tổ ${n}`).join('\n'), expect: 'too_many' },
  { say: 'the same name twice',             text: 'Thôn 1\nTHÔN  1', expect: ['2 duplicate'] },
  { say: 'a name that is there already',    text: 'Thôn 9\nThôn 8', taken: ['thôn 8'], expect: ['2 exists'] },
  { say: 'a jump of two levels',            text: 'A1\n  B1\n      D1', expect: ['3 jump'] },
  { say: 'the first line is moved in',      text: '    A1\nB1', expect: ['1 jump'] },
  { say: 'between two levels',              text: 'A1\n  B1\n   C1', expect: ['3 uneven'] },
  { say: 'a mark without a name',           text: 'Thôn 1\n(phối hợp)', expect: ['2 empty'] },
  { say: 'a dash without a name',           text: 'Thôn 1\n-', expect: ['2 empty'] },
  { say: 'a name of 121 letters',           text: 'T'.repeat(121), expect: ['1 too_long'] },
  { say: 'several at once, all of them told', text: 'Thôn 1\nThôn 1\n(cấp trên)', expect: ['2 duplicate', '3 empty'] },
]
test.each(wrong)('refused: $say', (row) => expect(paths(row.text, row.taken)).toEqual(row.expect))

test('below a coordinating unit all is coordinating', () => {
  const read = readUnitLines('Chi hội 1', [], 'coordinating')
  expect(read.ok && read.units[0]?.relation).toBe('coordinating')
})
