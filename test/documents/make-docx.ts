import { Document, type ISectionOptions, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
})
const numbering = {
  config: [
    {
      reference: 'clauses',
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.'),
        level(1, LevelFormat.DECIMAL, '%2.'),
        level(2, LevelFormat.LOWER_LETTER, '%3)'),
        level(3, LevelFormat.BULLET, '•'),
      ],
    },
  ],
}

/** A paragraph with Word's automatic number of that level; the number is not in its text. */
export const numbered = (text: string, at: number) =>
  new Paragraph({ text, numbering: { reference: 'clauses', level: at } })

export const paragraph = (text: string) => new Paragraph(text)

/** Rows of cells; a cell with `\n` has several paragraphs. */
export const table = (rows: string[][]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((cell) => new TableCell({ children: cell.split('\n').map(paragraph) })) }),
    ),
  })

/** A real DOCX file, as Word would save it. */
export async function makeDocx(
  children: ISectionOptions['children'],
  more: Partial<ISectionOptions> = {},
): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ numbering, sections: [{ ...more, children }] }))
}
