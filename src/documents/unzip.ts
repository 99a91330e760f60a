import { inflateRawSync } from 'node:zlib'
import { type Refused, refuse } from './refusal.ts'

/** The parts of a packed file by name, unpacked. */
export type Parts = Map<string, Buffer>

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number; encrypted: boolean }

/**
 * Unpacks those parts of a zip whose names are wanted. Sizes are checked twice: what the table of contents declares for all
 * parts, and what really comes out of those unpacked, since a bomb lies about it. Refuses `corrupt`, `encrypted`, `too_heavy`.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  maxUnpackedBytes: number,
): { ok: true; parts: Parts } | Refused {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = readEntries(zip)
    if (entries.some((entry) => entry.encrypted)) return refuse('encrypted')
    if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > maxUnpackedBytes) return refuse('too_heavy')
    return unpack(
      zip,
      entries.filter(({ name }) => wanted(name)),
      maxUnpackedBytes,
    )
  } catch {
    return refuse('corrupt')
  }
}

function unpack(zip: Buffer, entries: Entry[], maxUnpackedBytes: number): { ok: true; parts: Parts } | Refused {
  const parts: Parts = new Map()
  let room = maxUnpackedBytes
  for (const entry of entries) {
    const part = unpackEntry(zip, entry, room)
    if (part === null) return refuse('too_heavy')
    room -= part.length
    parts.set(entry.name, part)
  }
  return { ok: true, parts }
}

/** Null where more comes out than there is room for. */
function unpackEntry(zip: Buffer, { at, packed, method }: Entry, room: number): Buffer | null {
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const data = zip.subarray(start, start + packed)
  if (data.length < packed) throw new RangeError('cut off')
  if (method === 0) return data.length <= room ? data : null
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(room, 1) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
    throw error
  }
}

/** The table of contents at the end of a zip (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function readEntries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1) throw new RangeError('no table of contents')
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const entry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    }
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry')
    at += 46 + nameLength + extra + comment
    return entry
  })
}
