import { expect, test } from 'vitest'
import { readListFile } from '../../src/documents/read-list-file.ts'
import { isXlsx, readSheetBytes } from '../../src/documents/read-sheet.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makeXlsx } from './make-xlsx.ts'
import { makeZip } from './make-zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rows = [
  ['Họ và tên', 'Chức vụ'],
  ['Nguyễn Thị Đào', 'Bí thư'],
  ['Y Bhôk Niê', ''],
]

// biome-ignore format: a table keeps its columns
test.each([
  ['semicolons, as Excel in Vietnamese writes it', 'Họ và tên;Chức vụ\nNguyễn Thị Đào;Bí thư\nY Bhôk Niê;\n'],
  ['commas and quotes',                            '"Họ và tên","Chức vụ"\n"Nguyễn Thị Đào","Bí thư"\nY Bhôk Niê,\n'],
  ['tabs and a mark at the start',                 '\ufeffHọ và tên\tChức vụ\r\nNguyễn Thị Đào\tBí thư\r\nY Bhôk Niê\t\r\n'],
])('a CSV of %s', async (_, text) => {
  expect(await readSheetBytes(bytes(text))).toEqual({ ok: true, rows })
})

test('a comma inside quotes parts nothing', async () => {
  expect(await readSheetBytes(bytes('Họ và tên,Chức vụ\nA B,"Trưởng ban, thôn 3"\n'))).toMatchObject({
    rows: [
      ['Họ và tên', 'Chức vụ'],
      ['A B', 'Trưởng ban, thôn 3'],
    ],
  })
})

test('a workbook, with numbers and days as people write them', async () => {
  const workbook = await makeXlsx([
    ['Họ và tên', 'Số', 'Ngày'],
    ['Ê Ban H’Linh', 12, new Date(Date.UTC(1980, 4, 12))],
  ])
  expect(isXlsx(workbook)).toBe(true)
  const read = await readListFile(workbook)
  expect(read).toEqual({
    ok: true,
    rows: [
      ['Họ và tên', 'Số', 'Ngày'],
      ['Ê Ban H’Linh', '12', '12/05/1980'],
    ],
  })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['a photo',                 'photo',         () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1])],
  ['a document of words',     'document',      () => makeDocx([paragraph('Danh sách')])],
  ['Excel of before 2007',    'old_excel',     () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(7)])],
  ['nothing',                 'empty',         () => bytes(' \n ;; \n')],
  ['a torn workbook',         'corrupt',       async () => (await makeXlsx(rows)).slice(0, 900)],
  ['more rows than a unit has', 'too_many_rows', () => bytes(`Họ và tên\n${'Nguyễn Văn A\n'.repeat(5001)}`)],
] as const)('%s is no list: %s', async (_, reason, make) => {
  const read = await readListFile(await make())
  expect(read).toEqual({ ok: false, reason })
})

test('a workbook that unpacks to far more than it is worth is not unpacked', async () => {
  const bomb = makeZip([{ name: 'xl/workbook.xml', content: '', declared: 200 * 1024 * 1024 }])
  expect(await readListFile(bomb)).toEqual({ ok: false, reason: 'too_many_rows' })
})

test('two thousand rows of a workbook are read', async () => {
  const many = Array.from({ length: 2000 }, (_, row) => [row + 1, `Nguyễn Văn ${row}`, 'Hội viên'])
  const read = await readListFile(await makeXlsx([['STT', 'Họ và tên', 'Chức vụ'], ...many]))
  expect(read.ok && read.rows).toHaveLength(2001)
})
