import { deflateSync, inflateSync } from 'node:zlib'
import { decodeFax } from './decode-fax.ts'

type Stream = { id: string; dictionary: string; data: Buffer }

/**
 * pdf.js as it is packed here has no decoder for pictures compressed as fax pages, which is how most office scanners write
 * black and white. Gives the PDF with such pictures compressed plainly, added as a revision of its own at the end; the
 * same PDF where there are none. `maxPixels`: of one picture.
 */
export function unfaxPdf(bytes: Uint8Array, maxPixels: number): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.includes('CCITTFaxDecode') || file.includes('/Encrypt')) return bytes
  const source = file.toString('latin1')
  const rewritten = faxStreams(source, file).flatMap((stream) => plainStream(stream, source, maxPixels) ?? [])
  return rewritten.length > 0 ? withRevision(source, file, rewritten) : bytes
}

/** Streams lie open in a PDF: "12 0 obj <</Filter/CCITTFaxDecode …>> stream … endstream". */
function faxStreams(source: string, file: Buffer): Stream[] {
  const streams: Stream[] = []
  for (let at = source.indexOf('/CCITTFaxDecode'); at !== -1; at = source.indexOf('/CCITTFaxDecode', at + 1)) {
    const object = source.lastIndexOf(' obj', at)
    const start = source.indexOf('stream', at)
    const id = /(\d+\s+\d+)$/.exec(source.slice(Math.max(object - 24, 0), Math.max(object, 0)))?.[1]
    if (id === undefined || start === -1 || source.slice(object, start).includes('endobj')) continue
    const dictionary = source.slice(object + 4, start).trim()
    const from = start + 'stream'.length + (source[start + 6] === '\r' ? 2 : 1)
    const declared = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
    const isWhole = source
      .slice(from + declared, from + declared + 12)
      .trimStart()
      .startsWith('endstr')
    const to = isWhole ? from + declared : source.indexOf('endstream', from)
    streams.push({ id, dictionary, data: file.subarray(from, to === -1 ? file.length : to) })
  }
  return streams
}

function plainStream({ id, dictionary, data }: Stream, source: string, maxPixels: number): Stream | null {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? ''
  const packed = /^\[\s*\/FlateDecode\s*\/CCITTFaxDecode\s*\]$/.test(filters)
  if (!packed && !/^(\/CCITTFaxDecode|\[\s*\/CCITTFaxDecode\s*\])$/.test(filters)) return null

  const told = `${dictionary} ${indirectParameters(dictionary, source)}`
  const [columns, rows] = [number(told, 'Columns') ?? 1728, number(told, 'Height') ?? number(told, 'Rows') ?? 0]
  if (columns <= 0 || rows <= 0 || columns * rows > maxPixels) return null
  const shape = {
    k: number(told, 'K') ?? 0,
    columns,
    rows,
    byteAlign: flag(told, 'EncodedByteAlign'),
    blackIs1: flag(told, 'BlackIs1'),
  }
  const picture = decodeFax(packed ? inflateSync(data, { maxOutputLength: maxPixels }) : data, shape)
  if (picture === null) return null

  const plain = deflateSync(picture, { level: 1 })
  const kept = dictionary
    .replace(/\/Filter\s*(?:\[[^\]]*\]|\/\w+)/, '')
    .replace(/\/DecodeParms\s*(?:\[[^\]]*\]|<<[^>]*>>|\d+\s+\d+\s+R)/, '')
    .replace(/\/Length\s+\d+(?:\s+\d+\s+R)?/, '')
  return { id, dictionary: kept.replace('<<', `<</Filter/FlateDecode/Length ${plain.length} `), data: plain }
}

const indirectParameters = (dictionary: string, source: string) => {
  const id = /\/DecodeParms\s*\[?\s*(\d+\s+\d+)\s+R/.exec(dictionary)?.[1]
  const at = id === undefined ? -1 : source.search(new RegExp(`(?<!\\d)${id}\\s+obj`))
  return at === -1 ? '' : source.slice(at, at + 300).replace(/endobj[\s\S]*/, '')
}

const number = (dictionary: string, name: string) => {
  const found = new RegExp(`/${name}\\s*(-?\\d+)(?!\\d|\\s+\\d+\\s+R)`).exec(dictionary)?.[1]
  return found === undefined ? null : Number(found)
}
const flag = (dictionary: string, name: string) => new RegExp(`/${name}\\s+true`).test(dictionary)

const last = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].at(-1)?.[1]

function withRevision(source: string, file: Buffer, streams: Stream[]): Uint8Array {
  const parts: Buffer[] = [file, Buffer.from('\n')]
  let length = file.length + 1
  const rows = streams.map(({ id, dictionary, data }) => {
    const [object = '', generation = ''] = id.split(/\s+/)
    const row = `${object} 1\n${String(length).padStart(10, '0')} ${generation.padStart(5, '0')} n \n`
    const part = Buffer.concat([
      Buffer.from(`${id} obj\n${dictionary}\nstream\n`, 'latin1'),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
    return row
  })
  const root = last(source, /\/Root\s+(\d+\s+\d+\s+R)/g)
  const trailer = `<</Size ${last(source, /\/Size\s+(\d+)/g)}/Root ${root}/Prev ${last(source, /startxref\s+(\d+)/g)}>>`
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`),
  ])
}
