import { declaredPixels } from './declared-pixels.ts'
import type { FileTextResult } from './file-text.ts'
import { hasLostLetters } from './garbled.ts'
import type { Limits } from './limits.ts'
import { openPdf, type Pdf, type PdfPage, pageSteps, stepNumbers } from './open-pdf.ts'
import { joinPages, type Piece, pageLines, type Stamp } from './pdf-lines.ts'
import { refuse } from './refusal.ts'
import type { Scanning } from './scan/scanning.ts'

/**
 * The words of a PDF: its text layer, and what is made out on the pages that have none or a broken one. Refuses `scanned`
 * (nothing made out), `empty`, `encrypted`, `corrupt`, `too_many_pages`, `too_heavy`.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits, scanning: Scanning): Promise<FileTextResult> {
  if (!hasEnd(bytes)) return refuse('corrupt')
  try {
    const pdf = await openPdf(bytes)
    try {
      return await readOpenPdf(pdf, bytes, limits, scanning)
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    return refuse((error as Error).name === 'PasswordException' ? 'encrypted' : 'corrupt')
  }
}

async function readOpenPdf(pdf: Pdf, bytes: Uint8Array, limits: Limits, scanning: Scanning): Promise<FileTextResult> {
  if (pdf.numPages > limits.maxPages) return refuse('too_many_pages')
  const pages = await readPages(pdf, mayHaveStamps(bytes))
  const text = joinPages(pages)
  const pixels = declaredPixels(bytes)
  const scanned = hasLostLetters(text) ? pages.map((_, at) => at + 1) : await scannedPages(pdf, pages, pixels !== null)
  if (scanned.length === 0) return { ok: true, text, kind: 'pdf', pages: pages.length }
  if (pixels !== null && pixels > limits.maxPixels) return refuse('too_heavy')
  if (scanned.length > limits.maxScannedPages) return refuse('too_many_pages')
  const { readScannedPages } = await import('./scan/read-scanned-pages.ts')
  return readScannedPages({ pdf, pages, scanned }, scanning)
}

/** A cut-off PDF is refused: pdf.js would give what is left of it, and a deadline on a lost page would be lost in silence. */
const hasEnd = (bytes: Uint8Array) => Buffer.from(bytes.subarray(-2048)).includes('startxref')

/** Annotations are asked of every page; a file that neither names any nor packs its objects has none. */
const mayHaveStamps = (bytes: Uint8Array) =>
  ['/Annots', '/ObjStm'].some((name) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name))

async function readPages(pdf: Pdf, hasStamps: boolean): Promise<string[][]> {
  const pages: string[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(pageLines(await readPieces(page), hasStamps ? await readStamps(page) : []))
    page.cleanup()
  }
  return pages
}

/** Fewer letters than this are no page of writing, but the stamp of a signature on a scan. */
const fewLetters = 40

/** The numbers of the pages whose words must be made out from their pictures. */
async function scannedPages(pdf: Pdf, pages: string[][], hasPictures: boolean): Promise<number[]> {
  const scanned: number[] = []
  for (const [at, lines] of pages.entries()) {
    const number = at + 1
    const letters = lettersOf(lines)
    // A page without any letter is not looked at before it is drawn: its picture would have to be unpacked for that too.
    if (letters < fewLetters && ((letters === 0 && hasPictures) || (await hasPicture(pdf, number))))
      scanned.push(number)
  }
  return scanned
}

/** Counted up to `fewLetters`. */
const lettersOf = (lines: string[]) => lines.join('').matchAll(/\p{L}/gu).take(fewLetters).toArray().length

/** Letters drawn as shapes take many strokes. */
const manyShapes = 100

async function hasPicture(pdf: Pdf, number: number): Promise<boolean> {
  const page = await pdf.getPage(number)
  const { fnArray } = await pageSteps(page)
  page.cleanup()
  const shapes = fnArray.filter((step) => step === stepNumbers.constructPath).length
  const pictures = [
    stepNumbers.paintImageXObject,
    stepNumbers.paintInlineImageXObject,
    stepNumbers.paintImageMaskXObject,
  ]
  return shapes >= manyShapes || fnArray.some((step) => pictures.includes(step))
}

async function readPieces(page: PdfPage): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), endsLine: item.hasEOL }]
  })
}

/** Number and day are often put over a signed PDF as annotations; they are drawn only with the page, so it is drawn as a list of steps. */
async function readStamps(page: PdfPage): Promise<Stamp[]> {
  const annotations: { hasAppearance?: boolean; subtype: string }[] = await page.getAnnotations()
  if (!annotations.some((one) => one.hasAppearance && one.subtype !== 'Link')) return []

  const steps = stepNumbers
  const { fnArray, argsArray } = await pageSteps(page)
  const stamps: Stamp[] = []
  let open: Stamp | null = null
  for (const [at, step] of fnArray.entries()) {
    const args = argsArray[at]
    if (step === steps.beginAnnotation) open = { text: '', x: args[1][0], y: args[1][1] }
    if (open && step === steps.showText) open.text += glyphs(args[0])
    if (open && step === steps.nextLine) open.text += '\n'
    if (open && step === steps.moveText && args[1] !== 0) open.text += '\n'
    if (step === steps.endAnnotation && open) stamps.push({ ...open, text: open.text.trim().replace(/\n+/g, '\n') })
  }
  return stamps.filter((stamp) => stamp.text !== '')
}

const glyphs = (shown: ({ unicode: string } | number)[]) =>
  shown.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('')
