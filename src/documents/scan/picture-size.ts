type Size = { width: number; height: number }

/**
 * Width and height that a picture's first bytes declare (JPEG, PNG, WebP), so that a bomb is refused before it is unpacked.
 * Null: it declares none, or its end is missing.
 */
export function pictureSize(bytes: Uint8Array): Size | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (file.readUInt16BE(0) === 0xffd8) return jpegSize(file)
    if (file.toString('latin1', 1, 4) === 'PNG')
      return file.includes('IEND') ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) } : null
    return file.toString('latin1', 8, 12) === 'WEBP' ? webpSize(file) : null
  } catch {
    return null
  }
}

/** Markers up to the start of the picture itself, in which no end mark can stand but the end. */
function jpegSize(file: Buffer): Size | null {
  let size: Size | null = null
  for (let at = 2; at < file.length; at += 2 + file.readUInt16BE(at + 2)) {
    while (file[at + 1] === 0xff) at++
    const marker = file[at + 1] ?? 0
    if (file[at] !== 0xff) return null
    // SOF0–SOF15 without DHT, JPG and DAC
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    if (marker === 0xda) return file.includes('\xff\xd9', at, 'latin1') ? size : null
  }
  return null
}

function webpSize(file: Buffer): Size | null {
  if (file.readUInt32LE(4) + 8 > file.length) return null
  const kind = file.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  const bits = file.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
