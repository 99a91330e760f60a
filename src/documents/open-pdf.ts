import { createIsomorphicCanvasFactory, getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Picture } from './scan/picture.ts'

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Opens a PDF. pdf.js takes the bytes for itself: it gets a copy. */
export const openPdf = (bytes: Uint8Array): Promise<Pdf> => getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })

/** Opens a PDF whose pages are to be drawn. */
export async function openPdfToDraw(bytes: Uint8Array): Promise<Pdf> {
  const { canvasLibrary } = await import('./scan/picture.ts')
  const CanvasFactory = await createIsomorphicCanvasFactory(canvasLibrary)
  return getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, CanvasFactory })
}

const dotsPerInch = 200
/** A4 at 200 dots an inch has 4 million pixels; a poster is drawn smaller. */
const mostPixels = 16_000_000

/** The picture of a page at 200 dots an inch, with what was stamped over it. */
export async function drawPage(pdf: Pdf, number: number): Promise<Picture> {
  const { canvasLibrary } = await import('./scan/picture.ts')
  const { createCanvas } = await canvasLibrary()
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const drawing = { canvas, canvasContext: canvas.getContext('2d'), viewport, background: '#fff' }
  await page.render(drawing as unknown as Parameters<PdfPage['render']>[0]).promise
  page.cleanup()
  return canvas
}

/** The steps by which a page is drawn: each with its name's number and its arguments. */
export const pageSteps = (page: PdfPage) => page.getOperatorList()

export const stepNumbers = async () => (await getResolvedPDFJS()).OPS
