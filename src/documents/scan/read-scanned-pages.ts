import type { FileTextResult } from '../file-text.ts'
import { hasLostLetters } from '../garbled.ts'
import { drawPage, type Pdf } from '../open-pdf.ts'
import { joinPages } from '../pdf-lines.ts'
import { refuse } from '../refusal.ts'
import { scannedText } from './scanned-text.ts'
import { type Scanning, scanPages } from './scanning.ts'

/** `pages`: lines of the text layer; `scanned`: numbers of the pages to be made out instead. */
type Scan = { pdf: Pdf; pages: string[][]; scanned: number[] }

/** A PDF with scanned pages → its words. A picture that cannot be unpacked makes it `scanned`: it may hold a deadline. */
export async function readScannedPages(scan: Scan, scanning: Scanning): Promise<FileTextResult> {
  const lines = await scanPages(scan.scanned, (number) => drawPage(scan.pdf, number), scanning)
  if (!lines || lines.length === 0) return refuse('scanned')

  const pages = scan.pages.map((layer, at) =>
    scan.scanned.includes(at + 1) ? scannedText(lines.filter(({ page }) => page === at + 1)) : layer,
  )
  const text = joinPages(pages)
  return hasLostLetters(text) ? refuse('garbled') : { ok: true, text, kind: 'pdf', pages: pages.length, lines }
}
