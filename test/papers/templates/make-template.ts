import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { unzip } from '../../../src/documents/unzip.ts'

/** A line of a form; given as several pieces it lies in several runs, as Word likes to cut it. */
export type FormLine = string | string[]

const paragraph = (line: FormLine) => new Paragraph({ children: [line].flat().map((text) => new TextRun(text)) })

/** A form: lines, a table (each row a list of cells), and a page head. */
export async function makeTemplate(lines: FormLine[], rows: string[][] = [], head = ''): Promise<Uint8Array> {
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [paragraph(text)] })) }),
    ),
  })
  const children = [...lines.map(paragraph), ...(rows.length > 0 ? [table] : [])]
  const headers = head === '' ? {} : { headers: { default: new Header({ children: [paragraph(head)] }) } }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ ...headers, children }] })))
}

export function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  const opened = unzip(bytes, () => true, 50_000_000)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.parts
}

/** The words of a DOCX, a paragraph a line. */
export const wordsOf = (bytes: Uint8Array): string =>
  String(partsOf(bytes).get('word/document.xml'))
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** A right form for a unit's registration. */
export const rightLines: FormLine[] = [
  '{cơ quan ban hành}',
  ['{địa', ' danh}, ngày     tháng     năm {n', 'ăm}'],
  'Thực hiện {kế hoạch}, {đơn vị} đăng ký:',
]
export const rightRows = [
  ['STT', 'Nội dung', 'Chỉ tiêu'],
  ['{#nội dung}{STT}', '{tên nội dung}', '{chỉ tiêu}{/nội dung}'],
]
