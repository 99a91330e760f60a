import { expect, test } from 'vitest'
import { centre, found, look, type Para, para, partsOf, prose, runs } from './hand-made.ts'

const bold = '<w:b/>'
const sentence =
  'Đẩy mạnh phong trào thi đua trong toàn thể cán bộ, công chức, viên chức và Nhân dân, gắn với nhiệm vụ chính trị của từng đơn vị'
const line = (points: number) =>
  `<w:r><w:drawing><wp:anchor><wp:extent cx="${points * 12700}" cy="0"/><a:graphic><a:graphicData><a:prstGeom prst="line"/></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
const of = (...lines: Para[]) => lines.map(para).join('')

const title = of(
  { text: 'KẾ HOẠCH', p: centre, r: look(14, bold) },
  { text: 'Phát động phong trào thi đua năm 2026', p: centre, r: look(14, bold), inner: line(100) },
)
const body = of({ text: sentence, p: prose, r: look(14) }, { text: `${sentence}./.`, p: prose, r: look(14) })

/** Some words of a run with looks of their own, beside others. */
const mixed = (p: string, ...pieces: [text: string, r: string][]) =>
  `<w:p><w:pPr>${p}</w:pPr>${pieces.map(([text, r]) => runs(text, r)).join('')}</w:p>`

const tabsHead = [
  mixed('', ['ỦY BAN NHÂN DÂN\t', look(13, bold)], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look(13, bold)]),
  mixed('', ['XÃ EA SƠN\t', look(13, bold)], ['Độc lập - Tự do - Hạnh phúc', look(14, bold)]),
  mixed('', ['_______\t_________________________', look(13)]),
  mixed('', ['Số: 05/KH-UBND\t', look(13)], ['Ea Sơn, ngày 05 tháng 02 năm 2026', look(14, '<w:i/>')]),
].join('')
const tabsFoot = [
  mixed('', ['Nơi nhận:\t', look(12, '<w:b/><w:i/>')], ['TM. ỦY BAN NHÂN DÂN', look(14, bold)]),
  mixed('', ['- Các phòng thuộc xã;\t', look(11)], ['CHỦ TỊCH', look(14, bold)]),
  mixed('', ['- Lưu: VT.', look(11)]),
  mixed('', ['\t', look(14)], ['Nguyễn Văn Ý', look(14, bold)]),
].join('')

test('a head made of tabs, with typed lines, is understood', () => {
  expect(found(partsOf(tabsHead + title + body + tabsFoot))).toEqual([])
})

test('a head made of spaces is understood', () => {
  expect(
    found(partsOf(tabsHead.replace(/<w:r><w:tab\/><\/w:r>/g, runs('               ')) + title + body + tabsFoot)),
  ).toEqual([])
})

test('what is wrong in it is found in its own half', () => {
  const wrong = tabsHead.replace('XÃ EA SƠN', 'Xã Ea Sơn').replace('Số: 05', 'Số: 5')
  expect(found(partsOf(wrong + title + body + tabsFoot)).sort()).toEqual(['upper issuer', 'zero number'])
})

const box = (content: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><w:txbxContent>${content}</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`

const left: Para[] = [
  { text: 'ỦY BAN NHÂN DÂN', p: centre, r: look(13, bold) },
  { text: 'XÃ EA SƠN', p: centre, r: look(13, bold), inner: line(40) },
  { text: 'Số: 05/KH-UBND', p: centre, r: look(13) },
]
const right: Para[] = [
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', p: centre, r: look(13, bold) },
  { text: 'Độc lập - Tự do - Hạnh phúc', p: centre, r: look(14, bold), inner: line(170) },
  { text: 'Ea Sơn, ngày 05 tháng 02 năm 2026', p: centre, r: look(14, '<w:i/>') },
]

test('a head in text boxes is understood, and read once', () => {
  expect(found(partsOf(box(of(...left)) + box(of(...right)) + title + body + tabsFoot))).toEqual([])
})

const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>${content}</w:tc>`
const table = (...rows: [string, string][]) =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>${rows.map(([a, b]) => `<w:tr>${cell(a)}${cell(b)}</w:tr>`).join('')}</w:tbl>`

test('a head of two rows is understood; the day must be in the row of the number', () => {
  const head = table([of(...left.slice(0, 2)), of(...right.slice(0, 2))], [of(...left.slice(2)), of(...right.slice(2))])
  expect(found(partsOf(head + title + body + tabsFoot))).toEqual([])
  const off = table([of(...left.slice(0, 2)), of(...right)], [of(...left.slice(2)), para({ text: '' })])
  expect(found(partsOf(off + title + body + tabsFoot))).toEqual(['row placeDay'])
})

test('lines drawn as shapes may hang on another paragraph of the head', () => {
  const bare = (lines: Para[]) => lines.map((one) => ({ ...one, inner: '' }))
  const hung = of(...bare(left)).replace('</w:p>', `${line(40)}${line(170)}</w:p>`)
  expect(found(partsOf(table([hung, of(...bare(right))]) + title + body + tabsFoot))).toEqual([])
})

test('a paper of the Party has rules of its own', () => {
  const head = table([
    of({ text: 'ĐẢNG BỘ XÃ EA SƠN', r: look(14) }, { text: 'Số 05-KH/ĐU', r: look(14) }),
    of(
      { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', r: look(15, bold) },
      { text: 'Ea Sơn, ngày 05 tháng 02 năm 2026', r: look(14) },
    ),
  ])
  expect(found(partsOf(head + title + body))).toEqual([])
})
