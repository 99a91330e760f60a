import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import tesseract from 'tesseract.js'
import { extractText } from 'unpdf'
import { defaultLimits } from '../src/documents/limits.ts'
import { readBytes } from '../src/documents/read-bytes.ts'
import { makePdf } from '../test/documents/make-pdf.ts'
import { drawPage } from '../test/documents/make-scan.ts'
import { type BenchRow, median } from './row.ts'

const lines = readFileSync(new URL('./plans/ke-hoach-thi-dua-xa-ho-sen-2026.txt', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, 36)
const pdfPages = 100
const scannedPages = 4

/** Files that are not plain text, per page: a PDF beside the bare library, a scan beside bare Tesseract on the same pictures. */
export async function bench(): Promise<BenchRow[]> {
  const pdf = makePdf({ pages: Array(pdfPages).fill(lines) })
  await extractText(new Uint8Array(pdf))
  const bare = await medianMs(5, () => extractText(new Uint8Array(pdf), { mergePages: true }))
  const ours = await medianMs(5, () => readBytes(pdf, defaultLimits))
  const heldMb = residentMb()

  const photos = Array.from({ length: scannedPages }, () => drawPage(lines).encodeSync('png'))
  const bareScan = await medianMs(3, () => bareOcr(photos))
  const ourScan = await medianMs(3, () => readBytes(photos, defaultLimits))
  return [
    row(
      'PDF text, a page',
      ours / pdfPages,
      'ms',
      `${times(ours, bare)} bare unpdf (${round(bare / pdfPages)} ms); goal 1.3`,
    ),
    row(`PDF text, ${pdfPages} pages`, ours, 'ms', 'at most 60 s'),
    row(`memory after PDFs of ${pdfPages} pages`, heldMb, 'MB', 'at most 512 MB'),
    row(
      'scan, a page',
      ourScan / scannedPages,
      'ms',
      `${times(ourScan, bareScan)} bare Tesseract (${round(bareScan / scannedPages)} ms); goal 1.15`,
    ),
    row('memory after scans', residentMb(), 'MB', 'at most 512 MB'),
  ]
}

async function bareOcr(photos: Buffer[]) {
  const data = createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')
  const options = { langPath: join(dirname(data), '4.0.0_best_int'), cacheMethod: 'none' }
  const worker = await tesseract.createWorker('vie', tesseract.OEM.LSTM_ONLY, options)
  await worker.setParameters({ tessedit_pageseg_mode: tesseract.PSM.AUTO })
  for (const photo of photos) await worker.recognize(photo)
  await worker.terminate()
}

const residentMb = () => process.memoryUsage().rss / 1024 / 1024
const round = (figure: number) => Math.round(figure * 10) / 10
const times = (ours: number, bare: number) => `${Math.round((ours / bare) * 100) / 100} times`
const row = (name: string, figure: number, unit: string, beside: string): BenchRow => ({
  name,
  figure: round(figure),
  unit,
  beside,
})

async function medianMs(count: number, work: () => Promise<unknown>): Promise<number> {
  const figures: number[] = []
  while (figures.length < count) {
    const before = performance.now()
    await work()
    figures.push(performance.now() - before)
  }
  return median(figures)
}
