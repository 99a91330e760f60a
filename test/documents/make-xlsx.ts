import writeXlsxFile from 'write-excel-file/node'

type Sheet = Parameters<typeof writeXlsxFile>[0]

/** Rows of texts, numbers and days → a workbook of one sheet. */
export async function makeXlsx(rows: (string | number | Date | null)[][]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value })),
  )
  return new Uint8Array(await writeXlsxFile(cells as unknown as Sheet).toBuffer())
}
