import { expect, test } from 'vitest'
import { readPeopleLines } from '../../src/domain/people-lines.ts'

// biome-ignore format: a table keeps its columns
const rows: [say: string, typed: string, name: string, position: string][] = [
  ['a name alone',                       'Nguyễn Văn An',                        'Nguyễn Văn An',   ''],
  ['name and position after a comma',    'Nguyễn Văn An, Chủ tịch',              'Nguyễn Văn An',   'Chủ tịch'],
  ['after a dash',                       'Trần Thị Bình - Phó Chủ tịch',         'Trần Thị Bình',   'Phó Chủ tịch'],
  ['in brackets',                        'Trần Thị Bình (Phó Chủ tịch)',         'Trần Thị Bình',   'Phó Chủ tịch'],
  ['numbered',                           '1. Lê Văn Cường, hội viên',            'Lê Văn Cường',    'hội viên'],
  ['numbered with a bracket',            '12) Lê Văn Cường',                     'Lê Văn Cường',    ''],
  ['a row of a sheet',                   '3\tLê Văn Cường\tHội viên\tThôn 3',    'Lê Văn Cường',    'Hội viên Thôn 3'],
  ['behind a dash',                      '- Lê Văn Cường',                       'Lê Văn Cường',    ''],
  ['addressed as comrade',               'Đ/c Nguyễn Thị Đào, Bí thư',           'Nguyễn Thị Đào',  'Bí thư'],
  ['addressed with Mrs',                 'bà Nguyễn Thị Đào',                    'Nguyễn Thị Đào',  ''],
  ['all in capitals',                    'NGUYỄN THỊ ĐÀO',                       'Nguyễn Thị Đào',  ''],
  ['all in small letters',               'nguyen thi dao, bi thu',               'Nguyen Thi Dao',  'bi thu'],
  ['a name of the highlands',            'H’Linh Êban – Trưởng buôn',            'H’Linh Êban',     'Trưởng buôn'],
  ['a short first name',                 'Y Bhôk Niê',                           'Y Bhôk Niê',      ''],
  ['a hyphen inside the name',           'Ka-Rin Ayun',                          'Ka-Rin Ayun',     ''],
  ['too many spaces',                    '  Nguyễn   Văn  An ,  Chủ tịch ',      'Nguyễn Văn An',   'Chủ tịch'],
  ['a position with its unit',           'Lê Hà | Chi hội trưởng, thôn 3',       'Lê Hà',           'Chi hội trưởng, thôn 3'],
]

test.each(rows)('%s', (_, typed, name, position) => {
  expect(readPeopleLines(typed)).toEqual({ people: [{ name, position }], problems: [] })
})

test('rows come on lines or between semicolons, and empty ones do not count', () => {
  const { people, problems } = readPeopleLines('Nguyễn Văn An; Trần Thị Bình, Phó Chủ tịch\n\nLê Hà;')
  expect(people.map(({ name }) => name)).toEqual(['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hà'])
  expect(problems).toEqual([])
})

test('a heading pasted along is nobody', () => {
  expect(readPeopleLines('Họ và tên\nLê Hà').people).toEqual([{ name: 'Lê Hà', position: '' }])
})

test('who stands there twice is pointed out by row, also without marks', () => {
  const { people, problems } = readPeopleLines('Lê Hà, hội viên\nTrần Thị Bình\nle ha, Hội viên\nLÊ HÀ, Hội viên')
  expect(people).toHaveLength(2)
  expect(problems).toEqual([
    { row: 3, reason: 'duplicate', text: 'le ha, Hội viên', of: 1 },
    { row: 4, reason: 'duplicate', text: 'LÊ HÀ, Hội viên', of: 1 },
  ])
})

test('the same name with another position is somebody else', () => {
  expect(readPeopleLines('Lê Hà, thôn 1; Lê Hà, thôn 2').people).toHaveLength(2)
})

test.each(['12345', '0905 123 456', '-', 'A', '1.', '???', '<b>1</b>'])('“%s” names nobody', (typed) => {
  expect(readPeopleLines(typed)).toEqual({ people: [], problems: [{ row: 1, reason: 'no_name', text: typed }] })
})

test('a whole paragraph is no name', () => {
  const text = 'a'.repeat(100)
  expect(readPeopleLines(text).problems).toEqual([{ row: 1, reason: 'too_long', text }])
})
