import type { FileTextResult } from '../file-text.ts'
import { hasLostLetters } from '../garbled.ts'
import type { Limits } from '../limits.ts'
import { drawPage, openPdfToDraw } from '../open-pdf.ts'
import { joinPages } from '../pdf-lines.ts'
import { refuse } from '../refusal.ts'
import { scannedText } from './scanned-text.ts'
import { type Scanning, scanPages } from './scanning.ts'
import { unfaxPdf } from './unfax-pdf.ts'

/** `pages`: lines of the text layer; `scanned`: numbers of the pages to be made out instead. */
type Scan = { bytes: Uint8Array; pages: string[][]; scanned: number[] }

/** A PDF with scanned pages → its words. A page on which a picture is and nothing is made out makes it `scanned`: it may hold a deadline. */
export async function readScannedPages(scan: Scan, limits: Limits, scanning: Scanning): Promise<FileTextResult> {
  const pdf = await openPdfToDraw(unfaxPdf(scan.bytes, limits.maxPixels))
  const lines = await scanPages(scan.scanned, (number) => drawPage(pdf, number), scanning)
  if (!lines || lines.length === 0) return refuse('scanned')
  const unread = scan.scanned.filter((number) => !lines.some(({ page }) => page === number))
  if (unread.length > 0 && hasUnknownPictures(scan.bytes)) return refuse('scanned')

  const pages = scan.pages.map((layer, at) =>
    scan.scanned.includes(at + 1) ? scannedText(lines.filter(({ page }) => page === at + 1)) : layer,
  )
  const text = joinPages(pages)
  return hasLostLetters(text) ? refuse('garbled') : { ok: true, text, kind: 'pdf', pages: pages.length, lines }
}

/** Compressions that pdf.js has no decoder for here: what they show stays white. */
const hasUnknownPictures = (bytes: Uint8Array) =>
  /\/(JBIG2Decode|JPXDecode|CCITTFaxDecode)/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  )
