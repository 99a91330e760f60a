import type { ScannedLine } from '../../domain/scanned-line.ts'
import { type Ocr, startOcr } from './ocr.ts'
import { type Picture, toGreys, toJpeg, turned } from './picture.ts'

/** How far the reading of a scan has come. */
export type Progress = { page: number; of: number }

/** What reading a scan needs of the world around it. */
export type Scanning = {
  /** Waits until this scan's turn has come: one is read at a time. */
  begin(pages: number): Promise<void>
  progress(progress: Progress): void
  /** The picture of each page that was read (JPEG). */
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
    const drawn = drawAhead(numbers, draw)
    for (const [at, page] of numbers.entries()) {
      scanning.progress({ page: at + 1, of: numbers.length })
      const picture = await drawn(at)
      const read = picture && (await readUpright(ocr, picture, page, scanning))
      if (!read) return null
      lines.push(...read)
    }
    return lines
  } finally {
    await ocr.stop()
  }
}

/** Gives the pictures in order; while one is made out the next is drawn. */
function drawAhead<Drawn>(numbers: number[], draw: (page: number) => Promise<Drawn>) {
  const start = (at: number) => {
    const number = numbers[at]
    const drawn = number === undefined ? null : draw(number)
    // Whoever waits for it later hears of its failure.
    drawn?.catch(() => {})
    return drawn
  }
  let next = start(0)
  return async (at: number): Promise<Drawn | null> => {
    const drawn = await next
    next = start(at + 1)
    return drawn
  }
}

/** Of a page that lies on its side hardly a word is made out; then the other ways round are tried, the likely ones first. */
async function readUpright(
  ocr: Ocr,
  picture: Picture,
  page: number,
  { pictures }: Scanning,
): Promise<ScannedLine[] | null> {
  let best: { lines: ScannedLine[]; picture: Picture; sure: number } | null = null
  for (const quarters of [0, 1, 3, 2]) {
    const upright = quarters === 0 ? picture : turned(picture, quarters)
    const lines = await ocr.read(toGreys(upright), page)
    if (lines === null) return null
    const sure = sureShare(lines)
    if (best === null || sure > best.sure) best = { lines, picture: upright, sure }
    if (sure > soundShare || lines.length < 3) break
  }
  if (best) pictures.set(page, await toJpeg(best.picture))
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
