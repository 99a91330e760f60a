import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Picture } from './scan/picture.ts'

export type Pdf = PDFDocumentProxy
export type PdfPage = PDFPageProxy

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
/** What pdf.js reads from disk when it is needed: decoders of pictures (JBIG2, JPEG 2000, fax), letters and codes of fonts that a PDF leaves out. */
const folders = {
  wasmUrl: join(library, 'wasm/'),
  standardFontDataUrl: join(library, 'standard_fonts/'),
  cMapUrl: join(library, 'cmaps/'),
}

/** Opens a PDF. pdf.js takes the bytes for itself: it gets a copy. */
export const openPdf = (bytes: Uint8Array): Promise<Pdf> =>
  getDocument({ data: new Uint8Array(bytes), ...folders, verbosity: 0, disableFontFace: true }).promise

const dotsPerInch = 200
/** A4 at 200 dots an inch has 4 million pixels; a poster is drawn smaller. */
const mostPixels = 16_000_000

/** The picture of a page at 200 dots an inch, with what was stamped over it; null where a part of it cannot be unpacked. */
export async function drawPage(pdf: Pdf, number: number): Promise<Picture | null> {
  const [{ newPicture }, { widenPicture }] = await Promise.all([
    import('./scan/picture.ts'),
    import('./scan/widen-picture.ts'),
  ])
  const page = await pdf.getPage(number)
  const keep = page.objs.resolve.bind(page.objs)
  page.objs.resolve = (id, part) => keep(id, widenPicture(part))
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)))
  const viewport = page.getViewport({ scale })
  const canvas = newPicture(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const drawing = { canvas } as unknown as Pick<Parameters<PdfPage['render']>[0], 'canvas'>
  await page.render({ ...drawing, viewport, background: '#fff' }).promise
  const isWhole = [...page.objs, ...page.commonObjs].every(([, part]) => part !== null)
  page.cleanup()
  return isWhole ? canvas : null
}

/** The steps by which a page is drawn: each with its name's number and its arguments. */
export const pageSteps = (page: PdfPage) => page.getOperatorList()

export const stepNumbers = OPS
