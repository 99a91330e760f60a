import type { Canvas } from '@napi-rs/canvas'
import { createArithmeticCoder } from './arithmetic-coder.ts'
import { encodeFax } from './make-scan.ts'

/** How a JBIG2 stream (ITU-T T.88) packs its one region: as a fax page, or by chance, as most scanners do. */
type Coding = 'mmr' | 'arithmetic'

/** A page in black and white as JBIG2, as it stands in a PDF: page information, one region, no file head. `claimed` lies about its size. */
export function encodeJbig2(canvas: Canvas, coding: Coding, claimed?: { width: number; height: number }): Buffer {
  const { width, height } = claimed ?? canvas
  const size = bytes4(width, height)
  const page = Buffer.concat([size, bytes4(0, 0), Buffer.from([0, 0, 0])])
  const place = Buffer.concat([size, bytes4(0, 0), Buffer.from([0])])
  // Template 0 with its adaptive pixels where the standard puts them.
  const packed =
    coding === 'mmr'
      ? [Buffer.from([1]), encodeFax(canvas, -1)]
      : [Buffer.from([0, 3, -1, -3, -1, 2, -2, -2, -2]), encodeByChance(canvas)]
  return Buffer.concat([segment(0, 48, page), segment(1, 38, Buffer.concat([place, ...packed]))])
}

function segment(number: number, type: number, data: Buffer): Buffer {
  return Buffer.concat([bytes4(number), Buffer.from([type, 0, 1]), bytes4(data.length), data])
}

function bytes4(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32BE(number, at * 4)
  return bytes
}

/** The sixteen pixels around one that tell how likely it is black (T.88, figure 3), each right and down from it. */
const around = [-2, -1, 0, 1, 2]
  .map((x) => [x, -2])
  .concat([-3, -2, -1, 0, 1, 2, 3].map((x) => [x, -1]))
  .concat([-4, -3, -2, -1].map((x) => [x, 0])) as [number, number][]

function encodeByChance(canvas: Canvas): Buffer {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const isBlack = (x: number, y: number) =>
    Number(x >= 0 && x < width && y >= 0 && (data[(y * width + x) * 4] ?? 255) < 128)
  const coder = createArithmeticCoder()
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let context = 0
      for (const [right, down] of around) context = (context << 1) | isBlack(x + right, y + down)
      coder.encode(context, isBlack(x, y))
    }
  return coder.end()
}
