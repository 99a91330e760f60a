import { blackRuns, type Codes, codeBits, horizontal, lineModes, pass, whiteRuns } from './fax-codes.ts'

/** `k`: below 0 each line is written by the one above (Group 4), 0 none, above 0 some (Group 3). */
export type FaxShape = { k: number; columns: number; rows: number; byteAlign: boolean; blackIs1: boolean }

type Bits = { data: Uint8Array; at: number }

/**
 * A page in the compression of fax machines (ITU-T T.4, T.6), in which office scanners write black and white → one bit a
 * pixel, lines at whole bytes. Null where a code cannot be: a page half there would lose a deadline in silence.
 */
export function decodeFax(data: Uint8Array, shape: FaxShape): Buffer | null {
  const bits: Bits = { data, at: 0 }
  const width = (shape.columns + 7) >> 3
  const picture = Buffer.alloc(width * shape.rows, shape.blackIs1 ? 0 : 255)
  let above = [shape.columns]
  for (let row = 0; row < shape.rows; row++) {
    if (shape.byteAlign) bits.at = (bits.at + 7) & ~7
    const ends = passLineEnds(bits)
    if (ends > 1 || bits.at >= data.length * 8) break
    const byAbove = shape.k < 0 || (shape.k > 0 && take(bits, 1) === 0)
    const line = byAbove ? lineByAbove(bits, above, shape.columns) : plainLine(bits, shape.columns)
    if (line === null) return null
    paint(picture, row * width, line, shape)
    above = line
  }
  return picture
}

function peek({ data, at }: Bits, count: number): number {
  const byte = at >> 3
  const word = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0)
  return (word >> (24 - count - (at & 7))) & ((1 << count) - 1)
}

function take(bits: Bits, count: number): number {
  const value = peek(bits, count)
  bits.at += count
  return value
}

/** Passes over the marks between lines (eleven zeros and a one, with more zeros to fill up); how many there were: two end the page. */
function passLineEnds(bits: Bits): number {
  for (let count = 0; ; count++) {
    let zeros = 0
    while (zeros < 64 && bits.at + zeros < bits.data.length * 8 && peek({ ...bits, at: bits.at + zeros }, 1) === 0)
      zeros++
    if (zeros < 11) return count
    bits.at += zeros + 1
  }
}

function code(bits: Bits, codes: Codes): number | null {
  const next = peek(bits, codeBits)
  const length = codes.length[next] ?? -1
  if (length < 0) return null
  bits.at += length
  return codes.value[next] ?? 0
}

/** A run is any number of long codes and one below 64. */
function run(bits: Bits, black: boolean): number | null {
  for (let sum = 0; ; ) {
    const length = code(bits, black ? blackRuns : whiteRuns)
    if (length === null) return null
    sum += length
    if (length < 64) return sum
  }
}

/** A line is where its colour changes, from white on. */
function plainLine(bits: Bits, columns: number): number[] | null {
  const line: number[] = []
  for (let at = 0; at < columns; ) {
    const length = run(bits, line.length % 2 === 1)
    if (length === null) return null
    at += length
    line.push(Math.min(at, columns))
  }
  return line
}

function lineByAbove(bits: Bits, above: number[], columns: number): number[] | null {
  const line: number[] = []
  let at = -1
  let first = 0
  while (at < columns) {
    // The next change above to the right of here, into the other colour.
    while (first > 0 && (above[first - 1] ?? 0) > at) first--
    while (first < above.length && ((above[first] ?? columns) <= at || first % 2 !== line.length % 2)) first++
    const mode = code(bits, lineModes)
    if (mode === null) return null
    if (mode === pass) at = above[first + 1] ?? columns
    else if (mode === horizontal) {
      const lengths = [run(bits, line.length % 2 === 1), run(bits, line.length % 2 === 0)]
      for (const length of lengths) {
        if (length === null) return null
        at = Math.min(Math.max(at, 0) + length, columns)
        line.push(at)
      }
    } else {
      at = Math.min((above[first] ?? columns) + mode, columns)
      line.push(Math.max(at, 0))
    }
  }
  return line
}

function paint(picture: Buffer, start: number, line: number[], { columns }: FaxShape) {
  for (let change = 0; change < line.length; change += 2)
    for (let at = line[change] ?? 0; at < (line[change + 1] ?? columns); at++)
      picture[start + (at >> 3)] = (picture[start + (at >> 3)] ?? 0) ^ (0x80 >> (at & 7))
}
