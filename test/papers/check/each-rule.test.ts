import { expect, test } from 'vitest'
import {
  findingsIn,
  grid,
  heading,
  inShort,
  type Line,
  letter,
  line,
  look,
  mid,
  type Parts,
  plan,
  prose,
  sentence,
  writeDocx,
} from './office-docx.ts'

type Case = { say: string; change: (parts: Parts) => void; of?: () => Parts; expect: string[] }

const at = (lines: Line[], text: string) => {
  const found = lines.find((one) => one.text.includes(text))
  if (!found) throw new Error(`There is no line '${text}'.`)
  return found
}
const set = (lines: Line[], text: string, to: Partial<Line>) => Object.assign(at(lines, text), to)
const drop = (lines: Line[], text: string) => lines.splice(lines.indexOf(at(lines, text)), 1)
const relook = (lines: Line[], text: string, run: object) => {
  const one = at(lines, text)
  one.run = { ...one.run, ...run }
}
const relie = (lines: Line[], text: string, lies: object) => {
  const one = at(lines, text)
  one.lies = { ...one.lies, ...lies }
}
const appendix = (name: string, title = 'DANH SÁCH') => [
  heading(name, look(14, { bold: true }), { pageBreakBefore: true }),
  heading(title, look(14, { bold: true })),
  heading('(Kèm theo Kế hoạch số    /KH-UBND ngày    tháng    năm 2026)', look(14, { italics: true })),
]

// biome-ignore format: a table keeps its columns
const cases: Case[] = [
  { say: 'letter paper of the United States', change: (p) => { p.page = { ...p.page, width: 12240, height: 15840 } }, expect: ['paperSize page'] },
  { say: 'a left margin of 20 mm', change: (p) => { p.margin.left = 1134 }, expect: ['margin page'] },
  { say: 'a top margin of 30 mm', change: (p) => { p.margin.top = 1701 }, expect: ['margin page'] },
  { say: 'lying paper without a table', change: (p) => { p.page = { width: 16838, height: 11906, landscape: true } }, expect: ['landscape page'] },
  { say: 'another font', change: (p) => { relook(p.body, 'b) ', { font: 'Arial' }) }, expect: ['font text'] },
  { say: 'blue letters', change: (p) => { relook(p.body, 'b) ', { color: '1F4E79' }) }, expect: ['colour text'] },
  { say: 'letters with their marks apart', change: (p) => { set(p.body, 'b) ', { text: `b) ${sentence}`.normalize('NFD') }) }, expect: ['unicode text'] },

  { say: 'no page number on several pages', change: (p) => { p.pageNumber = null; p.body.splice(4, 0, ...Array.from({ length: 14 }, () => ({ ...at(p.body, sentence) }))) }, expect: ['pageNumberMissing pageNumber'] },
  { say: 'the page number below', change: (p) => { p.pageNumber = { above: false, size: 14, centred: true, hiddenFirst: true } }, expect: ['pageNumberPlace pageNumber'] },
  { say: 'the page number to the right', change: (p) => { p.pageNumber = { above: true, size: 14, centred: false, hiddenFirst: true } }, expect: ['pageNumberCentre pageNumber'] },
  { say: 'a page number on the first page', change: (p) => { p.pageNumber = { above: true, size: 14, centred: true, hiddenFirst: false } }, expect: ['pageNumberFirst pageNumber'] },
  { say: 'pages counted from 5', change: (p) => { p.pageNumber = { above: true, size: 14, centred: true, hiddenFirst: true, start: 5 } }, expect: ['pageNumberFrom pageNumber'] },
  { say: 'a small page number', change: (p) => { p.pageNumber = { above: true, size: 10, centred: true, hiddenFirst: true } }, expect: ['pageNumberForm pageNumber'] },

  { say: 'no national name', change: (p) => { drop(p.nation, 'CỘNG HÒA') }, expect: ['missing nation'] },
  { say: 'no motto', change: (p) => { drop(p.nation, 'Độc lập') }, expect: ['missing motto'] },
  { say: 'no issuer', change: (p) => { p.issuer.splice(0, 3) }, expect: ['missing issuer'] },
  { say: 'no number', change: (p) => { drop(p.issuer, 'Số:') }, expect: ['missing number'] },
  { say: 'no place and day', change: (p) => { drop(p.nation, 'ngày 05') }, expect: ['missing placeDay'] },
  { say: 'no type and subject', change: (p) => { p.title = [] }, expect: ['missing type'] },
  { say: 'no subject under the type', change: (p) => { p.title.splice(1) }, expect: ['missing title'] },
  { say: 'a letter to nobody', of: letter, change: (p) => { p.title = [] }, expect: ['missing addressee'] },
  { say: 'nobody signs', change: (p) => { p.signature = [] }, expect: ['missing authority'] },
  { say: 'no recipients', change: (p) => { p.recipients = [] }, expect: ['missing recipients'] },
  { say: 'the motto above the national name', change: (p) => { p.nation.splice(0, 2, ...p.nation.slice(0, 2).reverse()) }, expect: ['order motto', 'line motto'] },

  { say: 'the national name misspelt', change: (p) => { set(p.nation, 'CỘNG HÒA', { text: 'CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM' }) }, expect: ['words nation'] },
  { say: 'the motto with dashes', change: (p) => { set(p.nation, 'Độc lập', { text: 'Độc lập – Tự do – Hạnh phúc' }) }, expect: ['words motto'] },
  { say: 'the head the wrong way round', change: (p) => { [p.issuer, p.nation] = [p.nation, p.issuer] }, expect: ['beneath placeDay', 'lineWhole motto', 'missing issuer', 'right nation'] },
  { say: 'a number without a colon', change: (p) => { set(p.issuer, 'Số:', { text: 'Số 05/KH-UBND' }) }, expect: ['colon number'] },
  { say: 'number 5 without a zero', change: (p) => { set(p.issuer, 'Số:', { text: 'Số: 5/KH-UBND' }) }, expect: ['zero number'] },
  { say: 'spaces in the number', change: (p) => { set(p.issuer, 'Số:', { text: 'Số: 05/KH - UBND' }) }, expect: ['spaces number'] },
  { say: 'small letters in the symbol', change: (p) => { set(p.issuer, 'Số:', { text: 'Số: 05/kh-ubnd' }) }, expect: ['capitals number'] },
  { say: 'day 5 without a zero', change: (p) => { set(p.nation, 'ngày', { text: 'Ea Sơn, ngày 5 tháng 02 năm 2026' }) }, expect: ['zero placeDay'] },
  { say: 'March with a zero', change: (p) => { set(p.nation, 'ngày', { text: 'Ea Sơn, ngày 05 tháng 03 năm 2026' }) }, expect: ['monthZero placeDay'] },
  { say: 'no place before the day', change: (p) => { set(p.nation, 'ngày', { text: 'ngày 05 tháng 02 năm 2026' }) }, expect: ['place placeDay'] },
  { say: 'no comma after the place', change: (p) => { set(p.nation, 'ngày', { text: 'Ea Sơn ngày 05 tháng 02 năm 2026' }) }, expect: ['comma placeDay'] },
  { say: 'the day in the left column', change: (p) => { const day = at(p.nation, 'ngày'); drop(p.nation, 'ngày'); p.issuer.push(day) }, expect: ['beneath placeDay'] },
  { say: '"V/v" right under the number', of: letter, change: (p) => { relie(p.issuer, 'V/v', { spacing: { before: 0 } }) }, expect: ['gapAbove about'] },

  { say: 'no line under the motto', change: (p) => { p.nation.splice(2, 1) }, expect: ['line motto'] },
  { say: 'no line under the issuer', change: (p) => { p.issuer.splice(2, 1) }, expect: ['line issuer'] },
  { say: 'no line under the subject', change: (p) => { p.title.splice(2, 1) }, expect: ['line title'] },
  { say: 'a short line under the motto', change: (p) => { Object.assign(p.nation[2] as Line, { lies: { ...p.nation[2]?.lies, indent: { left: 2200, right: 2200 } } }) }, expect: ['lineWhole motto'] },
  { say: 'the issuer underlined', change: (p) => { p.issuer.splice(2, 1); relook(p.issuer, 'XÃ EA SƠN', { underline: {} }) }, expect: ['lineUnderlined issuer'] },
  { say: 'dashes under the motto', change: (p) => { p.nation[2] = line('--------------------', look(13)) }, expect: ['lineDashes motto'] },

  { say: 'a national name of 14 points', change: (p) => { relook(p.nation, 'CỘNG HÒA', { size: 28 }) }, expect: ['size nation'] },
  { say: 'a national name that is not bold', change: (p) => { relook(p.nation, 'CỘNG HÒA', { bold: false }) }, expect: ['bold nation'] },
  { say: 'a national name to the left', change: (p) => { relie(p.nation, 'CỘNG HÒA', { alignment: 'left' }) }, expect: ['centre nation'] },
  { say: 'a motto in capitals', change: (p) => { set(p.nation, 'Độc lập', { text: 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC' }) }, expect: ['lower motto'] },
  { say: 'a superior body in bold', of: letter, change: (p) => { relook(p.issuer, 'UBND XÃ', { bold: true }) }, expect: ['notBold superior'] },
  { say: 'an issuer of 14 points', of: letter, change: (p) => { relook(p.issuer, 'TRƯỜNG', { size: 28 }) }, expect: ['size issuer'] },
  { say: 'an issuer in small letters', of: letter, change: (p) => { set(p.issuer, 'TRƯỜNG', { text: 'Trường Tiểu học Kim Đồng' }) }, expect: ['upper issuer'] },
  { say: 'a bold number', change: (p) => { relook(p.issuer, 'Số:', { bold: true }) }, expect: ['notBold number'] },
  { say: 'a number of 14 points', change: (p) => { relook(p.issuer, 'Số:', { size: 28 }) }, expect: ['size number'] },
  { say: 'an upright day', change: (p) => { relook(p.nation, 'ngày', { italics: false }) }, expect: ['italic placeDay'] },
  { say: 'a type in small letters', change: (p) => { set(p.title, 'KẾ HOẠCH', { text: 'Kế hoạch' }) }, expect: ['upper type'] },
  { say: 'a type of 16 points', change: (p) => { relook(p.title, 'KẾ HOẠCH', { size: 32 }) }, expect: ['size type'] },
  { say: 'a subject in capitals', change: (p) => { set(p.title, 'Phát động', { text: 'PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026' }) }, expect: ['lower title'] },
  { say: 'a subject that is not bold', change: (p) => { relook(p.title, 'Phát động', { bold: false }) }, expect: ['bold title'] },
  { say: '"V/v" of 14 points', of: letter, change: (p) => { relook(p.issuer, 'V/v', { size: 28 }) }, expect: ['size about'] },
  { say: '"V/v" in bold', of: letter, change: (p) => { relook(p.issuer, 'V/v', { bold: true }) }, expect: ['notBold about'] },
  { say: 'an addressee that slants', of: letter, change: (p) => { relook(p.title, 'Kính gửi', { italics: true }) }, expect: ['upright addressee'] },
  { say: 'an upright basis', change: (p) => { relook(p.body, 'Theo đề nghị', { italics: false }) }, expect: ['italic basis'] },
  { say: 'a body of 12 points', change: (p) => { relook(p.body, 'c) ', { size: 24 }) }, expect: ['size point'] },
  { say: 'a heading I. in small letters', change: (p) => { set(p.body, 'I. MỤC', { text: 'I. Mục đích, yêu cầu' }) }, expect: ['upper roman'] },
  { say: 'a title of office of 12 points', change: (p) => { relook(p.signature, 'KT.', { size: 24 }) }, expect: ['size authority'] },
  { say: 'a title of office that is not bold', change: (p) => { relook(p.signature, 'KT.', { bold: false }) }, expect: ['bold authority'] },
  { say: 'a name that is not bold', change: (p) => { relook(p.signature, 'Nguyễn', { bold: false }) }, expect: ['bold signer'] },
  { say: '"Nơi nhận" of 14 points', change: (p) => { relook(p.recipients, 'Nơi nhận', { size: 28 }) }, expect: ['size recipients'] },
  { say: '"Nơi nhận" upright', change: (p) => { relook(p.recipients, 'Nơi nhận', { italics: false }) }, expect: ['italic recipients'] },
  { say: 'recipients of 12 points', change: (p) => { relook(p.recipients, '- Thường', { size: 24 }) }, expect: ['size recipient'] },

  { say: 'a ragged paragraph', change: (p) => { relie(p.body, 'c) ', { alignment: 'left' }) }, expect: ['justified point'] },
  { say: 'no indent', change: (p) => { relie(p.body, 'c) ', { indent: {} }) }, expect: ['indent point'] },
  { say: 'an indent of 2 cm', change: (p) => { relie(p.body, 'c) ', { indent: { firstLine: 1134 } }) }, expect: ['indent point'] },
  { say: 'an indent of spaces', change: (p) => { set(p.body, 'c) ', { text: `      c) ${sentence}`, lies: { ...prose, indent: {} } }) }, expect: ['bySpaces point'] },
  { say: 'no gap between paragraphs', change: (p) => { relie(p.body, 'c) ', { spacing: { before: 0, line: 276 } }) }, expect: ['gap point'] },
  { say: 'lines two apart', change: (p) => { relie(p.body, 'c) ', { spacing: { before: 120, line: 480 } }) }, expect: ['lineSpacing point'] },
  { say: 'a body that slants', of: letter, change: (p) => { relook(p.body, 'Trên đây', { italics: true }) }, expect: ['upright body'] },
  { say: 'a basis that ends with a comma', change: (p) => { set(p.body, 'Theo đề nghị', { text: 'Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội xã,' }) }, expect: ['endings basis'] },
  { say: 'no "./." at the end', change: (p) => { set(p.body, './.', { text: `${sentence.slice(0, -1)} (có Phụ lục kèm theo).` }) }, expect: ['finished body'] },
  { say: 'heading III after I', change: (p) => { set(p.body, 'II. NỘI', { text: 'III. NỘI DUNG' }) }, expect: ['sequence roman'] },
  { say: 'points as Word counts them, e after d', change: (p) => { drop(p.body, 'đ) ') }, expect: ['letters point'] },
  { say: 'a point without a bracket', change: (p) => { set(p.body, 'c) ', { text: `c. ${sentence}` }) }, expect: ['stop point'] },
  { say: 'a clause with a bracket', change: (p) => { set(p.body, '2. ', { text: '2) Tổ chức thực hiện' }) }, expect: ['stop clause'] },
  { say: 'a chapter with an Arabic number', change: (p) => { p.body.splice(2, 0, line('Chương 1', look(14, { bold: true })), line('QUY ĐỊNH CHUNG', look(14, { bold: true }))) }, expect: ['roman part'] },
  { say: 'Điều that is not bold', change: (p) => { set(p.body, '1. Nội', { text: 'Điều 1. Nội dung thi đua' }); relook(p.body, 'Điều 1', { bold: false }) }, expect: ['bold article', 'sequence clause'] },
  { say: 'a heading of a clause that is not bold', change: (p) => { relook(p.body, '2. Tổ', { bold: false }) }, expect: ['bold clause'] },

  { say: '"T/M"', change: (p) => { set(p.signature, 'TM.', { text: 'T/M ỦY BAN NHÂN DÂN' }) }, expect: ['shortForm authority'] },
  { say: '"TM." of an office under one head', change: (p) => { set(p.signature, 'TM.', { text: 'TM. VĂN PHÒNG' }) }, expect: ['collective authority'] },
  { say: '"KT." without a title of one’s own', change: (p) => { drop(p.signature, 'PHÓ CHỦ TỊCH') }, expect: ['ownTitle authority'] },
  { say: 'a degree before the name', change: (p) => { set(p.signature, 'Nguyễn', { text: 'ThS. Nguyễn Văn Ý' }) }, expect: ['degree signer'] },
  { say: 'who signs on the left', change: (p) => { [p.recipients, p.signature] = [p.signature, p.recipients] }, expect: ['right authority'] },
  { say: '"Nơi nhận" without a colon', change: (p) => { set(p.recipients, 'Nơi nhận', { text: 'Nơi nhận' }) }, expect: ['colon recipients'] },
  { say: 'a recipient without a dash', change: (p) => { set(p.recipients, '- Các', { text: 'Các phòng, đơn vị thuộc xã;' }) }, expect: ['dash recipient'] },
  { say: 'a recipient without a semicolon', change: (p) => { set(p.recipients, '- Các', { text: '- Các phòng, đơn vị thuộc xã.' }) }, expect: ['endings recipient'] },
  { say: 'no copy kept', change: (p) => { drop(p.recipients, 'Lưu'); set(p.recipients, '- Các', { text: '- Các phòng, đơn vị thuộc xã.' }) }, expect: ['kept recipient'] },
  { say: 'a letter without "Như trên"', of: letter, change: (p) => { set(p.recipients, 'Như trên', { text: '- Thường trực Đảng ủy;' }) }, expect: ['asAbove recipient'] },
  { say: '"Kính gửi" without a colon', of: letter, change: (p) => { set(p.title, 'Kính gửi', { text: 'Kính gửi Hội đồng Thi đua - Khen thưởng xã' }) }, expect: ['colon addressee'] },
  { say: 'two addressees, the first without ";"', of: letter, change: (p) => { p.title = [line('Kính gửi:', look(14), mid), line('- Ủy ban nhân dân xã', look(14), {}), line('- Hội đồng Thi đua - Khen thưởng xã.', look(14), {})] }, expect: ['endings addressee'] },

  { say: 'an appendix the text does not speak of', of: letter, change: (p) => { p.pageNumber = null; p.after = appendix('Phụ lục') }, expect: ['pageNumberMissing pageNumber', 'mentioned appendix'] },
  { say: 'appendices that go on with the page numbers', change: (p) => { p.after = appendix('Phụ lục') }, expect: ['ownNumbers appendix'] },
  { say: 'two appendices with Arabic numbers', change: (p) => { p.pageNumber = null; p.after = [...appendix('Phụ lục 1'), ...appendix('Phụ lục 2')] }, expect: ['pageNumberMissing pageNumber', 'numbered appendix', 'numbered appendix'] },
  { say: '"PHỤ LỤC" in capitals', change: (p) => { p.after = appendix('PHỤ LỤC I') }, expect: ['lower appendix', 'ownNumbers appendix'] },
  { say: 'a title of an appendix in small letters', change: (p) => { p.after = appendix('Phụ lục', 'Danh sách') }, expect: ['upper appendixTitle', 'ownNumbers appendix'] },
  { say: 'a table wider than the text', change: (p) => { p.after = [grid([['STT', 'Đơn vị']], { width: 10500 })] }, expect: ['wide table'] },
  { say: 'a long table whose head is not repeated', change: (p) => { p.after = [grid(Array.from({ length: 40 }, (_, row) => [String(row), 'Thôn']), { repeats: false })] }, expect: ['repeated table'] },
]

test.each(cases)('finds $say, and nothing else', async ({ change, of = plan, expect: expected }) => {
  const parts = of()
  change(parts)
  expect(inShort(findingsIn(await writeDocx(parts))).sort()).toEqual([...expected].sort())
})
