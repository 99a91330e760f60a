import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import {
  type Block,
  type Cell,
  type Columns,
  gap,
  type Paper,
  type Section,
  type Table as TableBlock,
  type Text,
} from './blocks.ts'
import { corePropertiesOf } from './core-properties.ts'
import { type Layout, page, textWidth } from './layout.ts'

const twips = (mm: number) => Math.round((mm / 25.4) * 1440)
const points = (pt: number) => Math.round(pt * 20)

const typeface = 'Times New Roman'
const font = { ascii: typeface, hAnsi: typeface, cs: typeface, eastAsia: typeface }
const vietnamese = { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' }
const align = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const

const black = { style: BorderStyle.SINGLE, size: 4, space: 0, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const sides = (border: typeof black | typeof none) => ({ top: border, bottom: border, left: border, right: border })
const inside = (border: typeof black | typeof none) => ({
  ...sides(border),
  insideHorizontal: border,
  insideVertical: border,
})

/** Letters as Word may keep them: composed, without signs that no XML file may hold. */
function clean(words: string): string {
  return words
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
}

const runOf = (words: string, size: number, look: { bold?: boolean | undefined; italic?: boolean | undefined } = {}) =>
  new TextRun({
    text: clean(words),
    font,
    size: size * 2,
    ...(look.bold && { bold: true, boldComplexScript: true }),
    ...(look.italic && { italics: true, italicsComplexScript: true }),
  })

function paragraphOf(block: Text, layout: Layout): Paragraph {
  const { indent, ruled, runs } = block
  const size = block.size ?? layout.size
  const first = indent.first === 'body' ? layout.indent : indent.first
  return new Paragraph({
    alignment: align[block.align],
    children: runs.map((run) => runOf(run.text, size, run)),
    // An empty paragraph is as high as its mark.
    ...(runs.length === 0 && { run: { font, size: size * 2 } }),
    ...(block.keepNext && { keepNext: true }),
    ...(ruled && { border: { top: black } }),
    indent: {
      ...((indent.left > 0 || first < 0) && { left: twips(indent.left) }),
      ...(indent.right > 0 && { right: twips(indent.right) }),
      ...(first > 0 && { firstLine: twips(first) }),
      ...(first < 0 && { hanging: twips(-first) }),
    },
    spacing: {
      before: points(block.before),
      after: points(block.after),
      // A rule is an empty paragraph: as low as it may be.
      line: ruled ? points(3) : Math.round(block.spacing * 240),
      lineRule: ruled ? LineRuleType.EXACT : LineRuleType.AUTO,
    },
  })
}

/** As the last thing of a section, where Word wants a paragraph: one point high, so that no page is opened by it. */
const tail = () =>
  new Paragraph({
    children: [],
    run: { size: 2, font },
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
  })

function columnsOf({ widths, cells }: Columns, layout: Layout): Table {
  const sizes = widths.map(twips)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sizes.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
    columnWidths: sizes,
    borders: inside(none),
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (blocks, index) =>
            new TableCell({
              borders: sides(none),
              width: { size: sizes[index] ?? 0, type: WidthType.DXA },
              children: blocks.map((block) => paragraphOf(block, layout)),
            }),
        ),
      }),
    ],
  })
}

function cellOf(cell: Cell, size: number, isHead: boolean): TableCell {
  const look = { bold: cell.bold ?? isHead, italic: cell.italic }
  return new TableCell({
    ...(cell.columns && cell.columns > 1 && { columnSpan: cell.columns }),
    ...(cell.rows && cell.rows > 1 && { rowSpan: cell.rows }),
    verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: cell.lines.map(
      (line) =>
        new Paragraph({
          alignment: align[cell.align ?? (isHead ? 'center' : 'left')],
          children: [runOf(line, size, look)],
          spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        }),
    ),
  })
}

/** Widths in twips that fill the page, in these shares. */
function spread(shares: number[], width: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((share / whole) * width))
}

function tableOf(block: TableBlock, width: number): Table {
  const sizes = spread(block.widths, twips(width))
  const rows = (cells: Cell[][], isHead: boolean) =>
    cells.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          ...(isHead && { tableHeader: true }),
          height: { value: 0, rule: HeightRule.AUTO },
          children: row.map((cell) => cellOf(cell, block.size, isHead)),
        }),
    )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sizes.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
    columnWidths: sizes,
    borders: inside(black),
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(0.5),
      bottom: twips(0.5),
      left: twips(1.2),
      right: twips(1.2),
    },
    rows: [...rows(block.head, true), ...rows(block.rows, false)],
  })
}

function blockOf(block: Block, layout: Layout, width: number): Paragraph | Table {
  if (block.kind === 'text') return paragraphOf(block, layout)
  return block.kind === 'columns' ? columnsOf(block, layout) : tableOf(block, width)
}

/** The number of the page in the middle of the top margin, size 13, from the second page on. */
const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font, size: 26 })],
      }),
    ],
  })

function sectionOf({ landscape, blocks }: Section, layout: Layout) {
  const { top, bottom, left, right } = layout
  const width = textWidth(layout, landscape)
  const filled = blocks.at(-1) === gap ? blocks.slice(0, -1) : blocks
  const children = filled.map((block) => blockOf(block, layout, width))
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(top / 2),
          footer: twips(bottom / 2),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: pageNumber() },
    children: filled.at(-1)?.kind === 'text' ? children : [...children, tail()],
  }
}

/** A paper as the bytes of a DOCX file: A4, Times New Roman, pages numbered as the decree wants it. */
export function docxPaper(paper: Paper, layout: Layout): Promise<Uint8Array> {
  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font, size: layout.size * 2, language: vietnamese },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: paper.sections.map((section) => sectionOf(section, layout)),
  })
  const core = { path: 'docProps/core.xml', data: corePropertiesOf(paper) }
  return Packer.pack(document, 'uint8array', undefined, [core])
}
