import { describe, expect, test } from 'vitest'
import { honoursWith } from '../../src/domain/honours.ts'
import { readPeopleLines, recognise } from '../../src/domain/people-lines.ts'

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
  expect(readPeopleLines(typed)).toMatchObject({ people: [{ name, position }], problems: [], dropped: [] })
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
  expect(readPeopleLines(typed)).toMatchObject({ people: [], problems: [{ row: 1, reason: 'no_name', text: typed }] })
})

test('a whole paragraph is no name', () => {
  const text = 'a'.repeat(100)
  expect(readPeopleLines(text).problems).toEqual([{ row: 1, reason: 'too_long', text }])
})

describe('what a list of the year says of somebody', () => {
  const read = (typed: string) => readPeopleLines(typed, honoursWith([])).people[0]

  // biome-ignore format: a table keeps its columns
  test.each([
    ['Nguyễn Văn An, Chủ tịch, LĐTT',                     { name: 'Nguyễn Văn An', position: 'Chủ tịch', title: 'Lao động tiên tiến' }],
    ['1\tNguyễn Văn An\tChủ tịch\tCSTĐCS\tGiấy khen', { name: 'Nguyễn Văn An', position: 'Chủ tịch', title: 'Chiến sĩ thi đua cơ sở', commendation: 'Giấy khen' }],
    ['Nguyễn Văn An - Lao động tiên tiến',                { name: 'Nguyễn Văn An', position: '', title: 'Lao động tiên tiến' }],
    ['Nguyễn Văn An | Văn phòng | Sáng kiến: Số hóa hồ sơ', { name: 'Nguyễn Văn An', position: 'Văn phòng', initiative: 'Số hóa hồ sơ' }],
    ['Nguyễn Văn An, Trưởng ban Thi đua',                 { name: 'Nguyễn Văn An', position: 'Trưởng ban Thi đua' }],
  ])('“%s”', (typed, expected) => {
    expect(read(typed)).toEqual(expected)
  })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['Nguyễn Văn An, 12/05/1980, Chủ tịch',             'Chủ tịch', ['birth']],
  ['Nguyễn Văn An, 1980, Chủ tịch',                   'Chủ tịch', ['birth']],
  ['Nguyễn Văn An, sinh năm 1980, Chủ tịch',          'Chủ tịch', ['birth']],
  ['Nguyễn Văn An, Chủ tịch, CCCD 066080001234',      'Chủ tịch', ['citizen']],
  ['Nguyễn Văn An - Chủ tịch - 066080001234 - SN 1980', 'Chủ tịch', ['birth', 'citizen']],
  ['Nguyễn Văn An, Chi hội 3 thôn 12',                'Chi hội 3 thôn 12', []],
])('of “%s” no birth date and no citizen number is kept', (typed, position, dropped) => {
  const read = readPeopleLines(typed)
  expect(read).toMatchObject({ people: [{ name: 'Nguyễn Văn An', position }], problems: [], dropped })
})

test('a row that is wrong is shown without its number', () => {
  expect(
    readPeopleLines('066080001234 ; x')
      .problems.map(({ text }) => text)
      .join(),
  ).not.toContain('0660')
})

test('members are recognised without marks, and others are unknown by their place', () => {
  const members = [{ name: 'Nguyễn Thị Lan', position: 'Hội viên' }]
  const { people, unknown } = recognise(readPeopleLines('nguyen thi lan; Trần Thị B').people, members)
  expect(people).toEqual([
    { name: 'Nguyễn Thị Lan', position: 'Hội viên' },
    { name: 'Trần Thị B', position: '' },
  ])
  expect(unknown).toEqual([1])
})

test('of two members with one name none is guessed', () => {
  const members = [
    { name: 'Lê Hà', position: 'Thôn 1' },
    { name: 'Lê Hà', position: 'Thôn 2' },
  ]
  expect(recognise([{ name: 'Lê Hà', position: '' }], members)).toEqual({
    people: [{ name: 'Lê Hà', position: '' }],
    unknown: [],
  })
})
