import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

type Packed = { name: Buffer; data: Buffer[]; crc: number; size: number; packedSize: number }
type Parts = Iterable<string> | AsyncIterable<string>

/** Tables are full of repetitions: more effort takes twice the time for a tenth of the size. */
const level = 3

/** Compresses one file of the archive as its text comes, so that a long table is never held whole. */
async function pack(name: string, parts: Parts): Promise<Packed> {
  const packed: Packed = { name: Buffer.from(name), data: [], crc: 0, size: 0, packedSize: 0 }
  async function* measured() {
    for await (const part of parts) {
      const bytes = Buffer.from(part)
      packed.crc = crc32(bytes, packed.crc)
      packed.size += bytes.length
      yield bytes
    }
  }
  await pipeline(
    measured(),
    createDeflateRaw({ level, chunkSize: 128 * 1024 }),
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        packed.data.push(chunk)
        packed.packedSize += chunk.length
      }
    },
  )
  return packed
}

const [localMark, centralMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50]
/** 1 January 1980, the first day that the format knows: equal contents give equal bytes. */
const day = 0x21
const deflated = 8

/** The fields that the header of a file and its line in the directory share. */
function commonFields({ name, crc, size, packedSize }: Packed): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(deflated, 4)
  fields.writeUInt16LE(day, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packedSize, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const mark = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const madeBy = Buffer.from([20, 0])

function directoryLine(packed: Packed, offset: number): Buffer[] {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return [mark(centralMark), madeBy, commonFields(packed), rest, packed.name]
}

/** Files by their path inside the archive → the zip archive. Each is compressed as it is written; none may pass 4 GB. */
export async function writeZip(files: [name: string, parts: Parts][]): Promise<Uint8Array> {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  // Compressing is done beside the making of the text, so the long ones go side by side.
  for (const packed of await Promise.all(files.map(([name, parts]) => pack(name, parts)))) {
    directory.push(...directoryLine(packed, offset))
    const header = [mark(localMark), commonFields(packed), packed.name]
    body.push(...header, ...packed.data)
    offset += header.reduce((sum, { length }) => sum + length, packed.packedSize)
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...body, ...directory, mark(endMark), end])
}
