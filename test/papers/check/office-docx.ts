import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { unzip } from '../../../src/documents/unzip.ts'
import { checkLayout, type Finding } from '../../../src/papers/check/check-layout.ts'

/** A paragraph of a paper: words, how its letters look, how it lies. Lengths in twips, sizes in half points, as docx has them. */
export type Line = { text: string; run?: IRunOptions; lies?: Omit<IParagraphOptions, 'children'> }

const look = (size: number, run: IRunOptions = {}): IRunOptions => ({ size: size * 2, ...run })
const mid = { alignment: AlignmentType.CENTER }
const line = (text: string, run: IRunOptions, lies: Line['lies'] = mid): Line => ({ text, run, lies })
/** A rule: an empty line with a border above it, drawn in from both sides of its cell. */
const rule = (side: number, width = 0): Line => ({
  text: '',
  run: look(4),
  lies: {
    indent: { left: side, right: width || side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  },
})
const prose = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: 720 },
  spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
}
const body = (text: string, run: IRunOptions = {}): Line => ({ text, run: look(14, run), lies: prose })

/** A paper by its parts. A test changes one of them and leaves the others as they should be. */
export type Parts = {
  font: string
  page: { width: number; height: number; landscape: boolean }
  margin: { top: number; bottom: number; left: number; right: number }
  issuer: Line[]
  nation: Line[]
  /** Between head and body. */
  title: Line[]
  body: Line[]
  recipients: Line[]
  signature: Line[]
  after: (Paragraph | Table)[]
  pageNumber: { above: boolean; size: number; centred: boolean; hiddenFirst: boolean; start?: number } | null
}

const sentence =
  'Đẩy mạnh phong trào thi đua trong toàn thể cán bộ, công chức, viên chức và Nhân dân, gắn với thực hiện nhiệm vụ chính trị được giao của từng cơ quan, đơn vị.'

/** A plan of a People's Committee, as the decree wants it. */
export const plan = (): Parts => ({
  font: 'Times New Roman',
  page: { width: 11906, height: 16838, landscape: false },
  margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 },
  issuer: [
    line('ỦY BAN NHÂN DÂN', look(13, { bold: true })),
    line('XÃ EA SƠN', look(13, { bold: true })),
    rule(1400),
    line('Số: 05/KH-UBND', look(13), { ...mid, spacing: { before: 60 } }),
  ],
  nation: [
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look(13, { bold: true })),
    line('Độc lập - Tự do - Hạnh phúc', look(14, { bold: true })),
    rule(900),
    line('Ea Sơn, ngày 05 tháng 02 năm 2026', look(14, { italics: true }), { ...mid, spacing: { before: 60 } }),
  ],
  title: [
    line('KẾ HOẠCH', look(14, { bold: true }), { ...mid, spacing: { before: 240 } }),
    line('Phát động phong trào thi đua năm 2026', look(14, { bold: true })),
    rule(3400),
  ],
  body: [
    body('Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;', { italics: true }),
    body('Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội xã.', { italics: true }),
    body('I. MỤC ĐÍCH', { bold: true }),
    body(sentence),
    body('II. NỘI DUNG', { bold: true }),
    body('1. Nội dung thi đua', { bold: true }),
    ...['a', 'b', 'c', 'd', 'đ', 'e', 'g'].map((letter) => body(`${letter}) ${sentence}`)),
    body('2. Tổ chức thực hiện', { bold: true }),
    body(`${sentence.slice(0, -1)} (có Phụ lục kèm theo)./.`),
  ],
  recipients: [
    line('Nơi nhận:', look(12, { bold: true, italics: true }), {}),
    ...['- Thường trực Đảng ủy;', '- Các phòng, đơn vị thuộc xã;', '- Lưu: VT, VHXH.'].map((text) =>
      line(text, look(11), {}),
    ),
  ],
  signature: [
    line('TM. ỦY BAN NHÂN DÂN', look(14, { bold: true })),
    line('KT. CHỦ TỊCH', look(14, { bold: true })),
    line('PHÓ CHỦ TỊCH', look(14, { bold: true })),
    ...['', '', ''].map((text) => line(text, look(14))),
    line('Nguyễn Văn Ý', look(14, { bold: true })),
  ],
  after: [],
  pageNumber: { above: true, size: 14, centred: true, hiddenFirst: true },
})

/** A letter of a school under a People's Committee, as the decree wants it. */
export const letter = (): Parts => ({
  ...plan(),
  issuer: [
    line('UBND XÃ EA SƠN', look(13)),
    line('TRƯỜNG TIỂU HỌC KIM ĐỒNG', look(13, { bold: true })),
    rule(1200),
    line('Số: 12/THKĐ-VP', look(13), { ...mid, spacing: { before: 60 } }),
    line('V/v đăng ký thi đua năm 2026', look(12), { ...mid, spacing: { before: 120 } }),
  ],
  title: [line('Kính gửi: Hội đồng Thi đua - Khen thưởng xã Ea Sơn', look(14), { ...mid, spacing: { before: 240 } })],
  body: [
    body(
      'Căn cứ Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ea Sơn, Trường Tiểu học Kim Đồng đăng ký các nội dung thi đua như sau:',
    ),
    body(`1. ${sentence}`),
    body(`2. ${sentence}`),
    body('Trên đây là nội dung đăng ký của Trường Tiểu học Kim Đồng./.'),
  ],
  recipients: [
    line('Nơi nhận:', look(12, { bold: true, italics: true }), {}),
    ...['- Như trên;', '- Lưu: VT.'].map((text) => line(text, look(11), {})),
  ],
  signature: [
    line('HIỆU TRƯỞNG', look(14, { bold: true })),
    line('', look(14)),
    line('H’Linh Niê Kdăm', look(14, { bold: true })),
  ],
})

const paragraph = (font: string, { text, run, lies }: Line) =>
  new Paragraph({ ...lies, children: [new TextRun({ font, ...run, text })] })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Two columns without lines: what the head and the foot of a paper stand in. */
const columns = (font: string, widths: [number, number], cells: [Line[], Line[]]) =>
  new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [
      new TableRow({
        children: cells.map(
          (lines, at) =>
            new TableCell({
              borders: { top: none, bottom: none, left: none, right: none },
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              children: lines.length > 0 ? lines.map((one) => paragraph(font, one)) : [new Paragraph({})],
            }),
        ),
      }),
    ],
  })

/** A table with lines. */
export const grid = (rows: string[][], { repeats = true, width = 9000 } = {}) =>
  new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: (rows[0] ?? []).map(() => Math.floor(width / (rows[0]?.length ?? 1))),
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: repeats && at === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                children: [new Paragraph({ children: [new TextRun({ text, size: 24, font: 'Times New Roman' })] })],
              }),
          ),
        }),
    ),
  })

export const heading = (text: string, run: IRunOptions, lies: Line['lies'] = {}) =>
  paragraph('Times New Roman', line(text, run, { ...mid, ...lies }))
export { line, look, mid, prose, sentence }

function pageHead({ pageNumber, font }: Parts) {
  if (!pageNumber) return {}
  const number = new Paragraph({
    alignment: pageNumber.centred ? AlignmentType.CENTER : AlignmentType.RIGHT,
    children: [new TextRun({ font, size: pageNumber.size * 2, children: [PageNumber.CURRENT] })],
  })
  const shown = { default: new Header({ children: [number] }) }
  return pageNumber.above ? { headers: shown } : { footers: shown as never }
}

/** The parts of a paper → a DOCX. */
export async function writeDocx(parts: Parts): Promise<Uint8Array> {
  const { font, page, margin, pageNumber } = parts
  const of = (lines: Line[]) => lines.map((one) => paragraph(font, one))
  const document = new Document({
    styles: { default: { document: { run: { font, size: 28 } } } },
    sections: [
      {
        properties: {
          titlePage: pageNumber?.hiddenFirst ?? false,
          page: {
            size: { width: page.width, height: page.height },
            margin,
            ...(pageNumber?.start !== undefined && { pageNumbers: { start: pageNumber.start } }),
          },
        },
        ...pageHead(parts),
        children: [
          columns(font, [3700, 5300], [parts.issuer, parts.nation]),
          ...of(parts.title),
          ...of(parts.body),
          columns(font, [4000, 5000], [parts.recipients, parts.signature]),
          ...parts.after,
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** What the checker finds in a DOCX. */
export function findingsIn(bytes: Uint8Array): Finding[] {
  const opened = unzip(bytes, () => true, 50_000_000)
  if (!opened.ok) throw new Error(opened.reason)
  const checked = checkLayout(opened.parts)
  if (!checked.ok) throw new Error(checked.reason)
  return checked.findings
}

/** `size nation`, `margin page`: what was found, in short. */
export const inShort = (findings: Finding[]) => findings.map(({ rule, element }) => `${rule} ${element}`)
