import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { blackRuns, type Codes, codeBits, lineModes, whiteRuns } from './fax-codes.ts'
import { encodeJbig2 } from './make-jbig2.ts'
import { assemble, streamOf } from './make-pdf.ts'

/** A face with serifs, like that of offices, where the machine has one; else the one of our own pages, which is harder to make out. */
const serif = ['DejaVu Serif', 'Noto Serif', 'Times New Roman', 'Tinos'].find((name) => GlobalFonts.has(name))
if (!serif) {
  console.warn(
    'No face with serifs is installed: scans are tried with the face of the web pages, and less is asked of them.',
  )
  for (const part of ['latin', 'vietnamese', 'latin-ext']) {
    const file = new URL(
      `../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-400-normal.woff2`,
      import.meta.url,
    )
    GlobalFonts.registerFromPath(file.pathname, part)
  }
}
export const hasSerif = serif === 'DejaVu Serif'
const faces = serif ? `"${serif}"` : 'latin, vietnamese, latin-ext'
/** How many of the words must be made out. */
export const readable = serif ? 0.97 : 0.75

type Look = { size?: number; tilt?: number; width?: number }

/** The picture of a page of A4 at 200 dots an inch. A line "left || right" stands in two columns. */
export function drawPage(lines: string[], { size = 27, tilt = 0, width = 1654 }: Look = {}): Canvas {
  const canvas = createCanvas(width, 2339)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#111'
  pen.font = `${size}px ${faces}`
  pen.rotate((tilt * Math.PI) / 180)
  for (const [row, line] of lines.entries()) {
    const [left = '', right = ''] = line.split(' || ')
    pen.fillText(left, 150, 200 + row * 48)
    pen.fillText(right, 780, 200 + row * 48)
  }
  return canvas
}

const grey = '/ColorSpace/DeviceGray/BitsPerComponent 1'
type Packing = 'jpeg' | 'fax' | 'fax, each line for itself' | 'JBIG2 as fax' | 'JBIG2 by chance'

/** How scanners pack a page: its bytes, and how a PDF is told. */
const packings: Record<Packing, (page: Canvas) => Pick<Packed, 'data' | 'told'>> = {
  jpeg: (page: Canvas) => ({
    data: page.encodeSync('jpeg', 85),
    told: '/Filter/DCTDecode/ColorSpace/DeviceRGB/BitsPerComponent 8',
  }),
  fax: (page: Canvas) => ({
    data: encodeFax(page, -1),
    told: `/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${page.width}/Rows ${page.height}>>${grey}`,
  }),
  'fax, each line for itself': (page: Canvas) => ({
    data: encodeFax(page, 0),
    told: `/Filter/CCITTFaxDecode/DecodeParms<</K 0/Columns ${page.width}/Rows ${page.height}>>${grey}`,
  }),
  'JBIG2 as fax': (page: Canvas) => ({ data: encodeJbig2(page, 'mmr'), told: `/Filter/JBIG2Decode${grey}` }),
  'JBIG2 by chance': (page: Canvas) => ({ data: encodeJbig2(page, 'arithmetic'), told: `/Filter/JBIG2Decode${grey}` }),
}

/** A PDF as a scanner makes it: a picture a page. */
export const scanPdf = (pages: Canvas[], packing: Packing = 'jpeg'): Uint8Array =>
  pdfOfPictures(pages.map((page) => ({ width: page.width, height: page.height, ...packings[packing](page) })))

/** A packed picture: its pixels as the PDF declares them, its bytes, and what the PDF tells of their packing. */
type Packed = { width: number; height: number; data: Buffer; told: string }

/** The same of pictures packed elsewhere. */
export function pdfOfPictures(pictures: Packed[]): Uint8Array {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '']
  const add = (body: string) => `${objects.push(body)} 0 R`
  const kids = pictures.map(({ width, height, data, told }) => {
    const shape = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${told}`
    const picture = add(streamOf(data.toString('latin1'), shape))
    const content = add(streamOf('q 595 0 0 842 0 0 cm /I Do Q'))
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I ${picture}>>>>/Contents ${content}>>`,
    )
  })
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  return assemble(objects, false)
}

const codeOf = ({ value, length }: Codes, wanted: number): string => {
  const at = value.findIndex((one, index) => one === wanted && (length[index] ?? -1) > 0)
  return at.toString(2).padStart(codeBits, '0').slice(0, length[at])
}
const codesOf = (codes: Codes, run: number): string => {
  const long = Math.min(Math.floor(run / 64) * 64, 2560)
  return long === 0 ? codeOf(codes, run) : codeOf(codes, long) + codesOf(codes, run - long)
}
const runOf = (black: boolean, length: number) => codesOf(black ? blackRuns : whiteRuns, length)

/** Where each line of a picture changes its colour. */
function changesOf(canvas: Canvas): number[][] {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const isBlack = (row: number, at: number) => (data[(row * width + at) * 4] ?? 255) < 128
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, at) => at).filter((at) => isBlack(row, at) !== (at > 0 && isBlack(row, at - 1))),
  )
}

/** Black and white as fax machines write it: `k` −1 each line by the one above (T.6), 0 each for itself (T.4). */
export function encodeFax(canvas: Canvas, k: -1 | 0): Buffer {
  const rows = changesOf(canvas)
  const end = '000000000001'
  const bits = rows.map((row, at) =>
    k === 0 ? end + plain(row, canvas.width) : byAbove(row, rows[at - 1] ?? [], canvas.width),
  )
  const all = bits.join('') + end.repeat(2)
  return Buffer.from(all.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)) ?? [])
}

const plain = (row: number[], width: number) =>
  [...row, width].map((change, at) => runOf(at % 2 === 1, change - (row[at - 1] ?? 0))).join('')

function byAbove(row: number[], above: number[], width: number): string {
  let bits = ''
  let at = -1
  let done = 0
  while (at < width) {
    const first = above.findIndex((change, index) => change > at && index % 2 === done % 2)
    const [b1, b2] = first === -1 ? [width, width] : [above[first] ?? width, above[first + 1] ?? width]
    const [a1, a2] = [row[done] ?? width, row[done + 1] ?? width]
    if (b2 < a1) {
      bits += codeOf(lineModes, 4)
      at = b2
    } else if (Math.abs(a1 - b1) <= 3) {
      bits += codeOf(lineModes, a1 - b1)
      at = a1
      done += 1
    } else {
      bits += codeOf(lineModes, 5) + runOf(done % 2 === 1, a1 - Math.max(at, 0)) + runOf(done % 2 === 0, a2 - a1)
      at = a2
      done += 2
    }
  }
  return bits
}
