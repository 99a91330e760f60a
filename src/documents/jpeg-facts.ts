/** `turn`: degrees clockwise by which it is to be shown. */
export type JpegFacts = { width: number; height: number; components: 1 | 3; turn: 0 | 90 | 180 | 270 }

/** What a JPEG says of itself; null for what a PDF cannot hold as it is: no JPEG, four colours, mirrored, cut off. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return file.readUInt16BE(0) === 0xffd8 ? readMarkers(file) : null
  } catch {
    return null
  }
}

function readMarkers(file: Buffer): JpegFacts | null {
  let turn: JpegFacts['turn'] | null = 0
  for (let at = 2; file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    while (file[at + 1] === 0xff) at++
    const marker = file[at + 1] ?? 0
    if (marker === 0xe1 && file.toString('latin1', at + 4, at + 8) === 'Exif') turn = turnOf(file.subarray(at + 10))
    // SOF0, SOF1 and SOF2: what readers of PDF know
    if (marker < 0xc0 || marker > 0xc2) continue
    const components = file[at + 9]
    if (turn === null || (components !== 1 && components !== 3)) return null
    return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7), components, turn }
  }
  return null
}

const turns: Record<number, JpegFacts['turn']> = { 1: 0, 3: 180, 6: 90, 8: 270 }
const orientationTag = 0x0112

/** From the table that a camera writes; null where it is mirrored. */
function turnOf(tiff: Buffer): JpegFacts['turn'] | null {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(first); entry++) {
    const at = first + 2 + entry * 12
    if (short(at) === orientationTag) return turns[short(at + 8)] ?? null
  }
  return 0
}
