import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { FileTextResult } from './file-text.ts'
import { hasLostLetters } from './garbled.ts'
import type { Limits } from './limits.ts'
import { joinPages, type Piece, pageLines, type Stamp } from './pdf-lines.ts'
import { refuse } from './refusal.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** The text layer of a PDF. Refuses what has none (`scanned`, `empty`), a broken one (`garbled`), `encrypted`, `corrupt`, `too_many_pages`. */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<FileTextResult> {
  if (!hasEnd(bytes)) return refuse('corrupt')
  try {
    // pdf.js takes the bytes for itself: it gets a copy.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    if (pdf.numPages > limits.maxPages) return refuse('too_many_pages')
    return judge(await readPages(pdf), bytes)
  } catch (error) {
    return refuse((error as Error).name === 'PasswordException' ? 'encrypted' : 'corrupt')
  }
}

/** A cut-off PDF is refused: pdf.js would give what is left of it, and a deadline on a lost page would be lost in silence. */
const hasEnd = (bytes: Uint8Array) => Buffer.from(bytes.subarray(-2048)).includes('startxref')

async function readPages(pdf: Pdf): Promise<string[][]> {
  const pages: string[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(pageLines(await readPieces(page), await readStamps(page)))
    page.cleanup()
  }
  return pages
}

/** Fewer letters than this are no page of writing, but the stamp of a signature on a scan. */
const fewLetters = 40

function judge(pages: string[][], bytes: Uint8Array): FileTextResult {
  const written = pages.filter((lines) => (lines.join('').match(/\p{L}/gu)?.length ?? 0) >= fewLetters)
  const text = joinPages(pages)
  if (written.length * 2 <= pages.length && hasPicture(bytes)) return refuse('scanned')
  if (hasLostLetters(text)) return refuse('garbled')
  return { ok: true, text, kind: 'pdf', pages: pages.length }
}

const hasPicture = (bytes: Uint8Array) => /\/Subtype\s*\/Image/.test(Buffer.from(bytes).toString('latin1'))

async function readPieces(page: Page): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), endsLine: item.hasEOL }]
  })
}

/** Number and day are often put over a signed PDF as annotations; they are drawn only with the page, so it is drawn as a list of steps. */
async function readStamps(page: Page): Promise<Stamp[]> {
  const annotations: { hasAppearance?: boolean; subtype: string }[] = await page.getAnnotations()
  if (!annotations.some((one) => one.hasAppearance && one.subtype !== 'Link')) return []

  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const stamps: Stamp[] = []
  let open: Stamp | null = null
  for (const [at, step] of fnArray.entries()) {
    const args = argsArray[at]
    if (step === OPS.beginAnnotation) open = { text: '', x: args[1][0], y: args[1][1] }
    if (open && step === OPS.showText) open.text += glyphs(args[0])
    if (open && step === OPS.nextLine) open.text += '\n'
    if (open && step === OPS.moveText && args[1] !== 0) open.text += '\n'
    if (step === OPS.endAnnotation && open) stamps.push({ ...open, text: open.text.trim().replace(/\n+/g, '\n') })
  }
  return stamps.filter((stamp) => stamp.text !== '')
}

const glyphs = (shown: ({ unicode: string } | number)[]) =>
  shown.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('')
