import { describe, expect, test } from 'vitest'
import { honoursWith } from '../../src/domain/honours.ts'
import { readPeopleTable } from '../../src/domain/people-table.ts'

const read = (rows: string[][]) => readPeopleTable(rows, honoursWith([]))
const an = { name: 'Nguyễn Văn An', position: 'Chủ tịch' }

// biome-ignore format: a table keeps its columns
const tables: [say: string, rows: string[][], expected: object][] = [
  ['the usual columns',            [['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị'], ['1', 'Nguyễn Văn An', 'Chủ tịch', 'Thôn 3']],        { ...an, unit: 'Thôn 3' }],
  ['in another order',             [['Đơn vị công tác', 'Chức danh', 'Họ tên'], ['Thôn 3', 'Chủ tịch', 'Nguyễn Văn An']],             { ...an, unit: 'Thôn 3' }],
  ['without marks, in capitals',   [['HO VA TEN', 'CHUC VU'], ['NGUYỄN VĂN AN', 'Chủ tịch']],                                          an],
  ['family and given name apart',  [['Họ đệm', 'Tên', 'Chức vụ'], ['Nguyễn Văn', 'An', 'Chủ tịch']],                                   an],
  ['position and unit in one',     [['TT', 'Họ và tên (ông/bà)', 'Chức vụ, đơn vị công tác'], ['1', 'Ông Nguyễn Văn An', 'Chủ tịch']], an],
  ['titles in words',              [['Họ và tên', 'Chức vụ', 'Danh hiệu đăng ký'], ['Nguyễn Văn An', 'Chủ tịch', 'CSTĐCS']],          { ...an, title: 'Chiến sĩ thi đua cơ sở' }],
  ['titles by crosses',            [['Họ và tên', 'Chức vụ', 'LĐTT', 'CSTĐCS'], ['Nguyễn Văn An', 'Chủ tịch', '', 'x']],              { ...an, title: 'Chiến sĩ thi đua cơ sở' }],
  ['title and commendation in one', [['Họ và tên', 'Chức vụ', 'Danh hiệu, hình thức đăng ký'], ['Nguyễn Văn An', 'Chủ tịch', 'LĐTT; Giấy khen']], { ...an, title: 'Lao động tiên tiến', commendation: 'Giấy khen' }],
  ['initiative and commendation',  [['Họ và tên', 'Chức vụ', 'Hình thức khen', 'Tên sáng kiến'], ['Nguyễn Văn An', 'Chủ tịch', 'Thư khen', 'Số hóa']], { ...an, commendation: 'Thư khen', initiative: 'Số hóa' }],
  ['names of the office above',    [['UBND XÃ EA MẪU'], [], ['DANH SÁCH ĐĂNG KÝ THI ĐUA'], ['Họ và tên', 'Chức vụ'], ['Nguyễn Văn An', 'Chủ tịch']], an],
]

test.each(tables)('%s', (_, rows, expected) => {
  expect(read(rows)).toMatchObject({ ok: true, people: [expected], problems: [], dropped: [] })
})

test('parts, sums and signatures of a list are nobody', () => {
  const rows = [
    ['TT', 'Họ và tên', 'Chức vụ'],
    ['(1)', '(2)', '(3)'],
    ['I', 'Khối chính quyền', ''],
    ['1', 'Nguyễn Văn An', 'Chủ tịch'],
    ['', '', ''],
    ['', 'Tổng cộng: 1 người', ''],
    ['', 'Người lập biểu', 'Thủ trưởng đơn vị'],
  ]
  const table = read(rows)
  expect(table).toMatchObject({ ok: true, people: [an] })
})

test('birth dates and citizen numbers are not read, and that is told', () => {
  const rows = [
    ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chức vụ'],
    ['Nguyễn Văn An', '12/05/1980', '066080001234', 'Chủ tịch'],
  ]
  const table = read(rows)
  expect(table).toMatchObject({ ok: true, people: [an], dropped: ['birth', 'citizen'] })
  expect(JSON.stringify(table)).not.toMatch(/1980|0660/)
})

test('rows are pointed out as the sheet counts them', () => {
  const rows = [
    ['DANH SÁCH'],
    ['Họ và tên', 'Chức vụ'],
    ['Lê Hà', 'A'],
    ['12345', 'B'],
    ['le ha', 'a'],
    ['', 'Cán bộ', 'C', 'D'],
  ]
  expect(read(rows)).toMatchObject({
    people: [{ name: 'Lê Hà' }],
    rows: [3],
    problems: [
      { row: 4, reason: 'no_name' },
      { row: 5, reason: 'duplicate', of: 3 },
      { row: 6, reason: 'no_name' },
    ],
  })
})

describe('a sheet that is no list', () => {
  test('its columns are named', () => {
    const rows = [
      ['STT', 'Nội dung', 'Chỉ tiêu', 'Đơn vị'],
      ['1', 'Cải cách', '100%', 'Xã'],
    ]
    expect(read(rows)).toEqual({
      ok: false,
      reason: 'no_name_column',
      found: ['STT', 'Nội dung', 'Chỉ tiêu', 'Đơn vị'],
    })
  })
  test('numbers alone', () =>
    expect(
      read([
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toMatchObject({ reason: 'no_name_column', found: ['1', '2'] }))
  test('nothing at all', () => expect(read([['', ''], []])).toEqual({ ok: false, reason: 'empty' }))
})

test('one column without a header is a list of lines', () => {
  expect(read([['Nguyễn Văn An, Chủ tịch'], ['Lê Hà']])).toMatchObject({ people: [an, { name: 'Lê Hà' }] })
})

test('two thousand rows are read in an instant', () => {
  const rows = [
    ['Họ và tên', 'Chức vụ'],
    ...Array.from({ length: 2000 }, (_, row) => [`Nguyễn Văn ${'ABCDEGHIKL'[row % 10]}`, `Tổ ${row}`]),
  ]
  const before = performance.now()
  const table = read(rows)
  expect(table.ok && table.people.length).toBe(2000)
  expect(performance.now() - before).toBeLessThan(2000)
})
