import type { ScannedLine } from '../../domain/scanned-line.ts'
import { type Ocr, startOcr } from './ocr.ts'
import { type Picture, toPng, turned } from './picture.ts'

/** How far the reading of a scan has come. */
export type Progress = { page: number; of: number }

/** What reading a scan needs of the world around it. */
export type Scanning = {
  /** Waits until this scan's turn has come: one is read at a time. */
  begin(pages: number): Promise<void>
  progress(progress: Progress): void
  /** The picture of each page that was read (PNG). */
  pictures: Map<number, Buffer>
}

/**
 * Makes out the pages given, one after another, and keeps their pictures. `draw` gives a page's picture, or null where it
 * cannot be drawn; then the answer is null.
 */
export async function scanPages(
  numbers: number[],
  draw: (page: number) => Promise<Picture | null>,
  scanning: Scanning,
): Promise<ScannedLine[] | null> {
  await scanning.begin(numbers.length)
  const ocr = await startOcr()
  try {
    const lines: ScannedLine[] = []
    for (const [at, page] of numbers.entries()) {
      scanning.progress({ page: at + 1, of: numbers.length })
      const picture = await draw(page)
      const read = picture && (await readUpright(ocr, picture, page, scanning))
      if (!read) return null
      lines.push(...read)
    }
    return lines
  } finally {
    await ocr.stop()
  }
}

/** Of a page that lies on its side hardly a word is made out; then the other ways round are tried, the likely ones first. */
async function readUpright(
  ocr: Ocr,
  picture: Picture,
  page: number,
  { pictures }: Scanning,
): Promise<ScannedLine[] | null> {
  let best: { lines: ScannedLine[]; png: Buffer; sure: number } | null = null
  for (const quarters of [0, 1, 3, 2]) {
    const png = await toPng(quarters === 0 ? picture : turned(picture, quarters))
    const lines = await ocr.read(png, page)
    if (lines === null) return null
    const sure = sureShare(lines)
    if (best === null || sure > best.sure) best = { lines, png, sure }
    if (sure > soundShare || lines.length < 3) break
  }
  if (best) pictures.set(page, best.png)
  return best?.lines ?? null
}

const soundShare = 0.5

/** How much of what was made out are words made out surely. */
function sureShare(lines: ScannedLine[]): number {
  const words = lines.flatMap(({ words }) => words)
  return words.length === 0
    ? 0
    : words.filter(({ text, confidence }) => text.length > 1 && confidence > 0.6).length / words.length
}
