import { crc32, deflateSync } from 'node:zlib'

const mostColours = 256
/** Colours that agree in the upper five bits of each part are one: 32,768 boxes. */
const boxOf = (pixel: number) => ((pixel & 0xf8) << 7) | ((pixel >> 6) & 0x3e0) | ((pixel >> 19) & 0x1f)

type Colour = [red: number, green: number, blue: number]
/** Four bytes a pixel: red, green, blue, and how opaque. */
type Pixels = { pixels: Uint8Array; width: number; height: number }

/** Opaque pixels → a PNG of at most 256 colours: a third of the bytes, for slow lines. */
export function indexedPng({ pixels, width, height }: Pixels): Uint8Array {
  const each = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  const { colours, indexOf } = reduce(each)
  const rows = new Uint8Array((width + 1) * height)
  // Most pixels are like the one before: it is asked for once.
  let [last, index] = [-1, 0]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 1; x <= width; x++, at++) {
      const pixel = each[at] as number
      if (pixel !== last) index = indexOf[boxOf(pixel)] as number
      last = pixel
      rows[y * (width + 1) + x] = index
    }
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  // Eight bits a pixel, each the number of a colour.
  head.setUint8(8, 8)
  head.setUint8(9, 3)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('PLTE', Uint8Array.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** The most frequent boxes, each by the colour that it holds most of, and for every box in use the nearest of them. */
function reduce(pixels: Uint32Array): { colours: Colour[]; indexOf: Uint8Array } {
  const [counts, leading, votes] = [new Uint32Array(32_768), new Uint32Array(32_768), new Int32Array(32_768)]
  const count = (pixel: number, times: number) => {
    const box = boxOf(pixel)
    counts[box] = (counts[box] as number) + times
    const isLeading = leading[box] === pixel || (votes[box] as number) < times
    votes[box] = Math.abs((votes[box] as number) + (leading[box] === pixel ? times : -times))
    if (isLeading) leading[box] = pixel
  }
  const length = pixels.length
  let begun = 0
  for (let at = 1; at <= length; at++)
    if (at === length || pixels[at] !== pixels[begun]) {
      count(pixels[begun] as number, at - begun)
      begun = at
    }
  const used = [...counts.keys()].filter((box) => (counts[box] as number) > 0)
  const kept = used.sort((one, other) => (counts[other] as number) - (counts[one] as number)).slice(0, mostColours)
  const colours = kept.map((box) => colourOf(leading[box] as number))
  const indexOf = new Uint8Array(32_768)
  for (const box of used) indexOf[box] = nearest(colourOf(leading[box] as number), colours)
  return { colours, indexOf }
}

const colourOf = (pixel: number): Colour => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]

function nearest([r, g, b]: Colour, colours: Colour[]): number {
  const distances = colours.map(([red, green, blue]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
  return distances.indexOf(Math.min(...distances))
}
