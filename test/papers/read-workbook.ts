import { inflateRawSync } from 'node:zlib'

/** The files of a zip archive by name, from its directory. */
export function readZip(bytes: Uint8Array): Record<string, string> {
  const data = Buffer.from(bytes)
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files: Record<string, string> = {}
  let at = data.readUInt32LE(end + 16)
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra] = [data.readUInt32LE(at + 20), data.readUInt16LE(at + 28), data.readUInt16LE(at + 30)]
    const local = data.readUInt32LE(at + 42)
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    files[data.toString('utf8', at + 46, at + 46 + name)] = inflateRawSync(
      data.subarray(start, start + size),
    ).toString()
    at += 46 + name + extra + data.readUInt16LE(at + 32)
  }
  return files
}

export type Cell = string | number | null

/** Rows of cells by the name of their sheet, read from the XML as it stands. */
export async function readWorkbook(bytes: Uint8Array): Promise<Record<string, Cell[][]>> {
  const files = readZip(bytes)
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) =>
    plain(name ?? ''),
  )
  return Object.fromEntries(
    names.map((name, index) => [name, rowsOf(files[`xl/worksheets/sheet${index + 1}.xml`] ?? '')]),
  )
}

const plain = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

const rowsOf = (xml: string): Cell[][] =>
  [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) =>
    [...cells.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, inner = '']) => {
      const number = /<v>(.*?)<\/v>/.exec(inner)?.[1]
      const words = /<t[^>]*>(.*?)<\/t>/s.exec(inner)?.[1]
      return number !== undefined ? Number(number) : words !== undefined ? plain(words) : null
    }),
  )
