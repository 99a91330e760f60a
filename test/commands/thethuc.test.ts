import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Office, Speaker } from '../chat/office.ts'
import { openOffice } from '../chat/office.ts'
import { line, look, mid, plan, writeDocx } from '../papers/check/office-docx.ts'

let office: Office
let lan: Speaker
beforeAll(async () => {
  office = await openOffice({ now: '2026-02-05T08:00:00+07:00' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Văn phòng xã' })
})
afterAll(() => office.close())

const texts = async (heard: ReturnType<Speaker['says']>) => (await heard).map(({ text }) => text).join('\n')

test('says plainly that nothing is to be corrected, and what it cannot see', async () => {
  expect(await texts(lan.says('/thethuc'))).toBe('Đề nghị đồng chí gửi tệp DOCX cần kiểm tra thể thức.')
  const heard = await lan.sends({ name: 'kh.docx', bytes: await writeDocx(plan()) })
  expect(heard.at(-1)?.text).toBe(
    'Tệp kh.docx: không phát hiện điểm nào cần sửa về thể thức theo Phụ lục I Nghị định 30/2020/NĐ-CP.\nKhông kiểm tra được nội dung, thẩm quyền, chữ ký và dấu.',
  )
  expect(heard.at(-1)?.buttons).toEqual(['Kiểm tra tệp khác'])
})

test('counts what is found, the worst first, each with its article, a page at a time', async () => {
  const parts = plan()
  parts.margin.left = 1134
  parts.font = 'Arial'
  parts.nation[0] = line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look(14), mid)
  parts.recipients.pop()
  await lan.says('kiểm tra thể thức')
  const first = (await lan.sends({ name: 'kh.docx', bytes: await writeDocx(parts) })).at(-1)
  expect(first?.text).toBe(
    [
      'Tệp kh.docx: 6 điểm cần sửa, 0 điểm nên xem lại.',
      'Căn cứ: Phần I Phụ lục I Nghị định 30/2020/NĐ-CP, theo mục, khoản, điểm ghi dưới mỗi dòng.',
      '',
      'CẦN SỬA',
      '1. Trang giấy: lề trái 20 mm, quy định 30–35 mm',
      '   khoản 3 Mục I',
      '2. Chữ trong văn bản: phông Arial, quy định Times New Roman (30 chỗ, đầu tiên: “ỦY BAN NHÂN DÂN”)',
      '   khoản 4 Mục I',
      '3. Quốc hiệu: cỡ chữ 14, quy định 12–13 (“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT…”)',
      '   điểm a khoản 1 Mục II',
      '4. Quốc hiệu: cần chữ đậm (“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT…”)',
      '   điểm a khoản 1 Mục II',
    ].join('\n'),
  )
  expect(first?.buttons).toEqual(['Xem thêm', 'Kiểm tra tệp khác'])
  expect((await lan.presses('Xem thêm')).at(-1)?.text).toBe(
    [
      'Điểm 5–6 trong 6:',
      '5. Danh sách nơi nhận: cuối dòng cần dấu “.” (“- Các phòng, đơn vị thuộc xã;”)',
      '   điểm d khoản 9 Mục II',
      '6. Danh sách nơi nhận: chưa có dòng “- Lưu: VT, …” (“Nơi nhận:”)',
      '   điểm d khoản 9 Mục II',
      'Không kiểm tra được nội dung, thẩm quyền, chữ ký và dấu.',
    ].join('\n'),
  )
})

/** A zip with one part that unpacks to far more than it declares nothing of. */
function bomb(): Uint8Array {
  const name = Buffer.from('word/document.xml')
  const data = deflateRawSync(Buffer.alloc(150_000_000, 'a'))
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(head.length + name.length + data.length, 16)
  return new Uint8Array(Buffer.concat([head, name, data, entry, name, end]))
}

const words = (text: string) => new TextEncoder().encode(text)

// biome-ignore format: a table keeps its columns
test.each([
  ['a text file',         () => words('Kế hoạch thi đua'),                                  'Chỉ kiểm tra được tệp DOCX.'],
  ['a PDF',               () => words('%PDF-1.7 …'),                                        'Chỉ kiểm tra được tệp DOCX.'],
  ['a DOCX cut off',      async () => (await writeDocx(plan())).slice(0, 5000),             'Tệp bị hỏng'],
  ['an encrypted one',    () => new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])), 'Tệp có mật khẩu'],
  ['a bomb',              bomb,                                                             'Tệp khi mở ra quá lớn'],
  ['an empty file',       () => new Uint8Array(),                                           'Tệp không có nội dung'],
])('refuses %s in one sentence and asks again', async (_say, bytes, sentence) => {
  await lan.says('/thethuc')
  const heard = await lan.sends({ name: 'tep.docx', bytes: await bytes() })
  expect(heard.at(-1)?.text).toContain(sentence)
  expect(heard.at(-1)?.text).toContain('Đề nghị đồng chí gửi tệp DOCX')
  await lan.says('hủy')
})

test('what is marked secret is refused and forgotten', async () => {
  const parts = plan()
  parts.issuer.push(line('TỐI MẬT', look(13, { bold: true })))
  await lan.says('/thethuc')
  const heard = await lan.sends({ name: 'mat.docx', bytes: await writeDocx(parts) })
  expect(heard.at(-1)?.text).toContain('Tệp có dấu chỉ độ mật')
  await lan.says('hủy')
})

test('nothing of a file is kept once it is answered', async () => {
  await lan.says('/thethuc')
  await lan.sends({ name: 'kh.docx', bytes: await writeDocx(plan()) })
  expect(await office.files.sweep({ kept: new Set(), before: Number.POSITIVE_INFINITY })).toBe(0)
})

test('a stranger is told how to get in', async () => {
  expect(await texts(office.stranger('la').says('/thethuc'))).toContain('mã tham gia')
})
