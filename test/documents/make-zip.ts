import { deflateRawSync } from 'node:zlib'

type Part = {
  name: string
  content: Uint8Array | string /** What the zip claims, where it lies. */
  declared?: number
  locked?: boolean
}

/** A zip file written by hand, so that it can lie about its sizes. */
export function makeZip(parts: Part[]): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  for (const { name, content, declared, locked = false } of parts) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const at = Buffer.concat(locals).length
    const sizes = [packed.length, declared ?? data.length]
    locals.push(
      header(0x04034b50, 30, { 6: Number(locked), 8: 8, 26: name.length }, { 18: sizes[0] ?? 0, 22: sizes[1] ?? 0 }),
    )
    locals.push(Buffer.from(name), packed)
    const words = { 8: Number(locked), 10: 8, 28: name.length }
    entries.push(header(0x02014b50, 46, words, { 20: sizes[0] ?? 0, 24: sizes[1] ?? 0, 42: at }), Buffer.from(name))
  }
  const [body, table] = [Buffer.concat(locals), Buffer.concat(entries)]
  const counts = { 8: parts.length, 10: parts.length }
  return Buffer.concat([body, table, header(0x06054b50, 22, counts, { 12: table.length, 16: body.length })])
}

/** A header of a zip: its signature, then 16-bit and 32-bit fields by place. */
function header(
  signature: number,
  length: number,
  words: Record<number, number>,
  doubles: Record<number, number>,
): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  for (const [at, value] of Object.entries(words)) bytes.writeUInt16LE(value, Number(at))
  for (const [at, value] of Object.entries(doubles)) bytes.writeUInt32LE(value, Number(at))
  return bytes
}
