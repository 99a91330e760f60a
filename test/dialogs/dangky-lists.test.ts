import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeXlsx } from '../documents/make-xlsx.ts'
import { type Commune, goes, openCommune, registrations } from './commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
  await goes(commune.clerk, '/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9')
})
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const sends = async (rows: (string | number)[][], name = 'danh-sach.xlsx') =>
  text(await commune.clerk.sends({ name, bytes: await makeXlsx(rows) }))
const kept = async () => (await registrations(commune.office))[0]?.body.people
const csv = (words: string) => new TextEncoder().encode(words)

test('a workbook is read outside the turn, looked at, and sent', async () => {
  const heard = await sends([
    ['STT', 'Chức vụ', 'Họ và tên', 'Đơn vị'],
    [1, 'Chi hội trưởng', 'Lê Thị Hoa', 'Thôn 1'],
    [2, 'Hội viên', 'nguyen thi lan', 'Thôn 2'],
  ])
  expect(heard).toContain('Đang đọc danh sách “danh-sach.xlsx”')
  expect(heard).toContain('Đã đọc 2 người từ tệp “danh-sach.xlsx”.')
  await goes(commune.clerk, '[Tiếp tục]', '[Gửi]')
  expect(await kept()).toEqual([
    { name: 'Lê Thị Hoa', position: 'Chi hội trưởng', unit: 'Thôn 1' },
    { name: 'Nguyễn Thị Lan', position: 'Hội viên', unit: 'Thôn 2' },
  ])
})

test('rows that repeat, name nobody or are strangers are pointed out as the sheet counts them', async () => {
  const heard = await sends([
    ['DANH SÁCH'],
    ['Họ và tên', 'Chức vụ'],
    ['Lê Thị Hoa', ''],
    ['le thi hoa', ''],
    ['12345', 'A'],
    ['Trần Văn B', ''],
  ])
  expect(heard).toContain('Dòng 4 “le thi hoa” trùng dòng 3')
  expect(heard).toContain('Dòng 5 “12345 A” chưa có họ tên')
  expect(heard).toContain('Dòng 6 “Trần Văn B” chưa có trong danh sách người của đơn vị')
  const preview = text(await commune.clerk.presses('Tiếp tục'))
  expect(preview).toContain(
    '1 người chưa có trong danh sách của đơn vị, đề nghị kiểm tra (số dòng trong ngoặc): Trần Văn B (6)',
  )
})

test('birth dates and citizen numbers are dropped with a word, and kept nowhere', async () => {
  const heard = await sends([
    ['Họ và tên', 'Ngày sinh', 'Số CCCD'],
    ['Lê Thị Hoa', '12/05/1980', '066080001234'],
  ])
  expect(heard).toContain('Ngày sinh và số căn cước không cần và không được ghi.')
  await goes(commune.clerk, '[Tiếp tục]', '[Gửi]')
  expect(JSON.stringify(await registrations(commune.office))).not.toMatch(/1980|0660/)
})

test('the same in typed lines', async () => {
  const preview = text(await commune.clerk.says('Lê Thị Hoa, 12/05/1980, Hội viên, CCCD 066080001234'))
  expect(preview).toContain('Ngày sinh và số căn cước không cần và không được ghi.')
  expect(preview).not.toMatch(/1980|0660/)
})

test('wrong columns are named, with what was expected; the next file is taken', async () => {
  const heard = await sends([
    ['STT', 'Nội dung', 'Chỉ tiêu'],
    [1, 'Cải cách', '100%'],
  ])
  expect(heard).toContain('không có cột “Họ và tên”; các cột thấy được: “STT”, “Nội dung”, “Chỉ tiêu”.')
  expect(heard).toContain('Cần cột “Họ và tên”')
  expect(await sends([['Họ và tên'], ['Lê Thị Hoa']])).toContain('Đã đọc 1 người')
})

test('the same file twice is said', async () => {
  const rows = [['Họ và tên'], ['Lê Thị Hoa']]
  const bytes = await makeXlsx(rows)
  await commune.clerk.sends({ name: 'a.xlsx', bytes })
  expect(text(await commune.clerk.sends({ name: 'b.xlsx', bytes }))).toContain(
    '“b.xlsx” đã được đọc trước đó; danh sách giữ nguyên.',
  )
})

test('a photo instead of a list is one clear sentence', async () => {
  const [heard] = await commune.clerk.sends({
    name: 'anh.jpg',
    mime: 'image/jpeg',
    bytes: Uint8Array.from([0xff, 0xd8, 0xff]),
  })
  expect(heard?.text).toBe(
    'Ảnh chụp không đọc được thành danh sách; đề nghị đồng chí gửi tệp XLSX, CSV hoặc dán danh sách thành chữ.',
  )
})

// biome-ignore format: a table keeps its columns
test.each([
  ['one that only calls itself a workbook', 'ds.xlsx', 'PK\x03\x04 xl/workbook',    'bị hỏng hoặc chưa tải lên đủ'],
  ['an empty one',                          'ds.csv',  ' ',                         'không có nội dung'],
  ['one with a header alone',               'ds.csv',  'Họ và tên;Chức vụ\n',       'chưa có họ tên nào'],
])('a file that is no list: %s', async (_, name, words, said) => {
  expect(text(await commune.clerk.sends({ name, bytes: csv(words) }))).toContain(said)
  expect(text(await commune.clerk.says('Trần Thị B'))).toContain('Danh sách 1 người: Trần Thị B')
})

test('two thousand people come in a CSV, and the preview stays short', async () => {
  const lines = Array.from({ length: 2000 }, (_, row) => `${row + 1};Nguyễn Văn ${'ABCDEGHIKL'[row % 10]};Tổ ${row}`)
  const heard = text(
    await commune.clerk.sends({ name: 'ds.csv', bytes: csv(`STT;Họ và tên;Chức vụ\n${lines.join('\n')}`) }),
  )
  expect(heard).toContain('Đã đọc 2000 người từ tệp “ds.csv”.')
  const preview = text(await commune.clerk.presses('Tiếp tục'))
  expect(preview.length).toBeLessThan(1500)
  expect(preview).toContain('và 1988 người khác')
  await commune.clerk.presses('Gửi')
  expect(await kept()).toHaveLength(2000)
})

test('people are picked one by one from the unit', async () => {
  const [asked] = await commune.clerk.presses('Chọn từng người')
  expect(asked?.text).toContain('1. Lê Thị Hoa\n2. Nguyễn Thị Lan (Hội viên)\n3. Y Bhôk Niê (Chủ tịch)')
  const preview = text(await goes(commune.clerk, '1, 3', '[Tiếp tục]'))
  expect(preview).toContain('Danh sách 2 người: Lê Thị Hoa; Y Bhôk Niê (Chủ tịch)')
})

test('who answers in words while the file is read keeps the words', async () => {
  const { clerk, office } = commune
  const file = office.channel.offer({ name: 'a.csv', bytes: csv('Họ và tên\nLê Thị Hoa') })
  await clerk.does({ kind: 'file', file, caption: '' })
  await goes(clerk, 'Trần Thị B')
  expect(text(await clerk.says('tiếp tục'))).not.toContain('Mã sự cố')
})

test('a list while editing comes back to the preview', async () => {
  await goes(commune.clerk, 'Trần Thị B', '[Sửa]', 'danh sách cá nhân')
  await sends([['Họ và tên'], ['Lê Thị Hoa']])
  expect(text(await commune.clerk.presses('Tiếp tục'))).toContain('Danh sách 1 người: Lê Thị Hoa')
})
