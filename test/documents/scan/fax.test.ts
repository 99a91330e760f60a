import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { decodeFax } from '../../../src/documents/scan/decode-fax.ts'
import { encodeFax } from '../make-scan.ts'

/** A picture of odd shapes: runs long and short, lines alike and unlike. */
function oddPicture(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000'
  for (let at = 0; at < height; at++) {
    pen.fillRect((at * 7) % width, at, ((at * 13) % 90) + 1, 1)
    if (at % 5 === 0) pen.fillRect(width - (at % 30) - 1, at, 40, 1)
    if (at % 11 === 0) pen.fillRect(0, at, width, 1)
  }
  return canvas
}

const plainBits = (canvas: ReturnType<typeof oddPicture>) => {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const bytes = (width + 7) >> 3
  const bits = Buffer.alloc(bytes * height, 255)
  for (let at = 0; at < width * height; at++) {
    const place = Math.floor(at / width) * bytes + ((at % width) >> 3)
    if ((data[at * 4] ?? 255) < 128) bits[place] = (bits[place] ?? 0) & ~(0x80 >> ((at % width) & 7))
  }
  return bits
}

const picture = oddPicture(2900, 120)
const shape = { columns: 2900, rows: 120, byteAlign: false, blackIs1: false }

// biome-ignore format: a table keeps its columns
const ways = [
  { say: 'each line by the one above (Group 4)', k: -1 },
  { say: 'each line for itself (Group 3)',       k: 0 },
] as const

test.each(ways)('$say', ({ k }) => {
  expect(decodeFax(encodeFax(picture, k), { ...shape, k })?.equals(plainBits(picture))).toBe(true)
})

test('black may be the one bits', () => {
  const black = decodeFax(encodeFax(picture, -1), { ...shape, k: -1, blackIs1: true })
  const white = decodeFax(encodeFax(picture, -1), { ...shape, k: -1 })
  expect([...(black ?? [])].map((byte) => byte ^ 255)).toEqual([...(white ?? [])])
})

test('a code that cannot be gives nothing', () =>
  expect(decodeFax(Buffer.from([0b00000001, 0b11111111, 0xff, 0xff]), { ...shape, k: -1 })).toBeNull())
