/** Words of a plain file: UTF-8 with or without a mark, or UTF-16. Null where the bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return isWritten(text) ? text : null
  } catch {
    return null
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'

  // Without a mark: every blank and plain letter of UTF-16 brings a zero byte, always on the same side.
  const start = bytes.subarray(0, 4096)
  const zeros = (side: 0 | 1) => start.filter((byte, at) => byte === 0 && at % 2 === side).length
  if (zeros(1) > start.length / 6 && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) > start.length / 6 && zeros(1) === 0) return 'utf-16be'
  return 'utf-8'
}

/** Bytes of a program or picture may happen to decode; writing has no control characters but blanks and page breaks. */
function isWritten(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\t\n\v\f\r\u0085]/gu)?.length ?? 0
  return controls <= text.length / 1000
}
