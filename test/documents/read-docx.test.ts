import { Header, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/documents/limits.ts'
import { readBytes } from '../../src/documents/read-bytes.ts'
import { makeDocx, numbered, paragraph, table } from './make-docx.ts'
import { planLines } from './plan-text.ts'

const linesOf = async (docx: Uint8Array) => {
  const read = await readBytes(docx, defaultLimits)
  return read.ok ? read.text.split('\n').filter(Boolean) : read.reason
}

test('each paragraph is a line, word for word', async () => {
  expect(await linesOf(await makeDocx(planLines.map(paragraph)))).toEqual(planLines)
})

test('the numbers that Word keeps to itself are written out as a person sees them', async () => {
  const docx = await makeDocx([
    numbered('MỤC ĐÍCH', 0),
    numbered('Động viên Nhân dân', 1),
    numbered('Nâng cao ý thức', 1),
    numbered('TỔ CHỨC THỰC HIỆN', 0),
    numbered('Các thôn', 1),
    numbered('Gửi đăng ký', 2),
    numbered('Gửi báo cáo', 2),
    numbered('Trước ngày 15/11', 3),
    paragraph('Nơi nhận:'),
  ])
  expect(await linesOf(docx)).toEqual([
    'I. MỤC ĐÍCH',
    '1. Động viên Nhân dân',
    '2. Nâng cao ý thức',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Các thôn',
    'a) Gửi đăng ký',
    'b) Gửi báo cáo',
    '- Trước ngày 15/11',
    'Nơi nhận:',
  ])
})

test('a row of a table is a line with its cells parted', async () => {
  const docx = await makeDocx([
    table([
      ['TT', 'Nội dung', 'Thời gian'],
      ['1', 'Phát động\nphong trào', 'Tháng 3/2026'],
    ]),
  ])
  expect(await linesOf(docx)).toEqual(['TT | Nội dung | Thời gian', '1 | Phát động phong trào | Tháng 3/2026'])
})

const left = 'UBND XÃ HỒ SEN\nSố: 14/UBND\nV/v đăng ký thi đua'
const right = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'

test('of an official head the right column comes first, of a signature block the left', async () => {
  const head = table([
    [left, right],
    ['', 'Hồ Sen, ngày 06 tháng 3 năm 2026'],
  ])
  const foot = table([['Nơi nhận:\n- Như trên;', 'CHỦ TỊCH']])
  expect(await linesOf(await makeDocx([head, paragraph('Kính gửi: Các thôn'), foot]))).toEqual([
    ...right.split('\n'),
    'Hồ Sen, ngày 06 tháng 3 năm 2026',
    ...left.split('\n'),
    'Kính gửi: Các thôn',
    'Nơi nhận:',
    '- Như trên;',
    'CHỦ TỊCH',
  ])
})

test('what stands above each page is read, its page number is not', async () => {
  const header = (text: string) => new Header({ children: [new Paragraph(text)] })
  const marked = await makeDocx([paragraph('KẾ HOẠCH')], { headers: { default: header('TỐI MẬT') } })
  const numbers = await makeDocx([paragraph('KẾ HOẠCH')], { headers: { default: header('2') } })
  expect(await linesOf(marked)).toEqual(['TỐI MẬT', 'KẾ HOẠCH'])
  expect(await linesOf(numbers)).toEqual(['KẾ HOẠCH'])
})

test('signs of markup inside the words stay words', async () => {
  const line = 'Hồ sơ <b>gốc</b> & bản sao “A&amp;B”, x < 5'
  expect(await linesOf(await makeDocx([paragraph(line)]))).toEqual([line])
})

test('a file without a body is corrupt, one without words is empty', async () => {
  const docx = Buffer.from(await makeDocx([paragraph('KẾ HOẠCH')]))
  expect(await linesOf(docx.subarray(0, docx.length / 2))).toBe('corrupt')
  expect(await linesOf(await makeDocx([paragraph('')]))).toBe('empty')
})
