import type { FileTextResult } from '../file-text.ts'
import type { Limits } from '../limits.ts'
import { joinPages } from '../pdf-lines.ts'
import { refuse } from '../refusal.ts'
import { decodePhoto } from './picture.ts'
import { scannedText } from './scanned-text.ts'
import { type Scanning, scanPages } from './scanning.ts'

/** Photos of a document's pages, in order → its words. Refuses `corrupt`, `too_heavy`, `too_many_pages`, and `scanned` where nothing is made out. */
export async function readPhotos(photos: Uint8Array[], limits: Limits, scanning: Scanning): Promise<FileTextResult> {
  if (photos.length > limits.maxScannedPages) return refuse('too_many_pages')
  let refused: FileTextResult | null = null
  const draw = async (page: number) => {
    const decoded = await decodePhoto(photos[page - 1] ?? new Uint8Array(), limits.maxPixels)
    if (!decoded.ok) refused = decoded
    return decoded.ok ? decoded.picture : null
  }
  const numbers = photos.map((_, at) => at + 1)
  const lines = await scanPages(numbers, draw, scanning)
  if (refused) return refused
  if (!lines || lines.length === 0) return refuse('scanned')
  const pages = numbers.map((number) => scannedText(lines.filter(({ page }) => page === number)))
  return { ok: true, text: joinPages(pages), kind: 'photo', pages: photos.length, lines }
}
