/** More than any sound dictionary of a picture. */
const mostSigns = 4000

/**
 * Pixels of the largest picture that a PDF declares, so that a bomb is refused before it is unpacked; null where it names no
 * picture. What is said of a picture always lies open in a PDF, whatever else is packed.
 */
export function declaredPixels(bytes: Uint8Array): number | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let most: number | null = null
  for (const { index } of source.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const start = source.lastIndexOf(' obj', index)
    const end = source.indexOf('stream', index)
    const told = source.slice(Math.max(start, index - mostSigns), Math.min(end === -1 ? index : end, index + mostSigns))
    const [width = 1, height = 1] = [/\/Width\s+(\d+)/, /\/Height\s+(\d+)/].map((side) =>
      Number(side.exec(told)?.[1] ?? 1),
    )
    most = Math.max(most ?? 0, width * height)
  }
  return most
}
