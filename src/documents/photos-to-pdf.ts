import { jpegFacts } from './jpeg-facts.ts'

/** The long side of a page of A4, in points. */
const longSide = 842

/**
 * Photos of pages → one PDF that holds them in their order, each as it was taken: the bytes of a JPEG are not touched, and
 * it stands upright as its camera noted. Another photo is given as a JPEG by `asJpeg`.
 */
export async function photosToPdf(
  photos: Uint8Array[],
  asJpeg: (page: number) => Promise<Uint8Array | null>,
): Promise<Uint8Array> {
  const bodies: Buffer[] = []
  const add = (body: Buffer | string) => bodies.push(Buffer.from(body as string, 'latin1'))
  const kids: string[] = []
  add('<</Type/Catalog/Pages 2 0 R>>')
  add('')
  for (const [at, photo] of photos.entries()) {
    const jpeg = jpegFacts(photo) ? photo : await asJpeg(at + 1)
    const page = jpeg && pageOf(jpeg)
    if (!page) continue
    const image = add(page.image)
    const content = add(stream('', Buffer.from(`q ${page.width} 0 0 ${page.height} 0 0 cm /I Do Q`)))
    const shape = `/MediaBox[0 0 ${page.width} ${page.height}]/Rotate ${page.turn}`
    kids.push(
      `${add(`<</Type/Page/Parent 2 0 R${shape}/Resources<</XObject<</I ${image} 0 R>>>>/Contents ${content} 0 R>>`)} 0 R`,
    )
  }
  bodies[1] = Buffer.from(`<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`)
  return assemble(bodies)
}

function pageOf(jpeg: Uint8Array) {
  const facts = jpegFacts(jpeg)
  if (!facts) return null
  const scale = longSide / Math.max(facts.width, facts.height)
  const [width, height] = [Math.round(facts.width * scale), Math.round(facts.height * scale)]
  const colours = facts.components === 1 ? 'DeviceGray' : 'DeviceRGB'
  const shape = `/Type/XObject/Subtype/Image/Width ${facts.width}/Height ${facts.height}/BitsPerComponent 8`
  const image = stream(`${shape}/ColorSpace/${colours}/Filter/DCTDecode`, Buffer.from(jpeg))
  return { width, height, turn: facts.turn, image }
}

const stream = (facts: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${facts}/Length ${data.length}>>stream\n`), data, Buffer.from('\nendstream')])

/** The objects, numbered from 1, with the table of where each begins. */
function assemble(bodies: Buffer[]): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = parts[0]?.length ?? 0
  const starts = bodies.map((body, at) => {
    const start = length
    const object = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    length += object.length
    return start
  })
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = bodies.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}
