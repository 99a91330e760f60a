import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import tesseract from 'tesseract.js'
import { defaultLimits } from '../src/documents/limits.ts'
import { readBytes } from '../src/documents/read-bytes.ts'
import { readFileText } from '../src/documents/read-file-text.ts'
import { makePdf } from '../test/documents/make-pdf.ts'
import { drawPage, scanPdf } from '../test/documents/make-scan.ts'
import { type BenchRow, median } from './row.ts'

const lines = readFileSync(new URL('./plans/ke-hoach-thi-dua-xa-ho-sen-2026.txt', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, 36)
const pdfPages = 100
const scannedPages = 4
const longScan = 12

/** Files that are not plain text, in processor time per page: a PDF beside the bare library, scans beside bare Tesseract on the same pictures. */
export async function bench(): Promise<BenchRow[]> {
  const pdf = makePdf({ pages: Array(pdfPages).fill(lines) })
  await bareText(pdf)
  const text = await inTurn(5, { bare: () => bareText(pdf), ours: () => readBytes(pdf, defaultLimits) })
  const heldMb = residentMb()

  const pages = Array.from({ length: scannedPages }, () => drawPage(lines))
  const photos = pages.map((page) => page.encodeSync('jpeg', 85))
  const [colour, fax] = [scanPdf(pages), scanPdf(pages, 'JBIG2 by chance')]
  const scans = await inTurn(5, {
    bare: () => bareOcr(photos),
    photos: () => readBytes(photos, defaultLimits),
    colour: () => readBytes(colour, defaultLimits),
    fax: () => readBytes(fax, defaultLimits),
  })
  const heldByScan = await mostOfChildMb(() => readFileText(scanPdf(Array(longScan).fill(pages[0]))))
  const scanRow = (name: string, ours: number) =>
    row(
      name,
      ours / scannedPages,
      'ms',
      `${times(ours, scans.bare)} bare Tesseract on the same pictures (${round(scans.bare / scannedPages)} ms); goal 1.15`,
    )
  return [
    row(
      'PDF text, a page (processor time, as below)',
      text.ours / pdfPages,
      'ms',
      `${times(text.ours, text.bare)} bare pdf.js (${round(text.bare / pdfPages)} ms); goal 1.3`,
    ),
    row(`PDF text, ${pdfPages} pages`, text.ours, 'ms', 'at most 60 s'),
    row(`memory after PDFs of ${pdfPages} pages`, heldMb, 'MB', 'at most 512 MB'),
    scanRow('photo, a page', scans.photos),
    scanRow('PDF scanned in colour, a page', scans.colour),
    scanRow('PDF scanned in black and white, a page', scans.fax),
    row(`memory of the child over ${longScan} scanned pages`, heldByScan, 'MB', 'at most 512 MB'),
  ]
}

async function bareText(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  for (let number = 1; number <= document.numPages; number++) await (await document.getPage(number)).getTextContent()
  await document.loadingTask.destroy()
}

async function bareOcr(photos: Buffer[]) {
  const data = createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')
  const options = { langPath: join(dirname(data), '4.0.0_best_int'), cacheMethod: 'none' }
  const worker = await tesseract.createWorker('vie', tesseract.OEM.LSTM_ONLY, options)
  await worker.setParameters({ tessedit_pageseg_mode: tesseract.PSM.AUTO })
  for (const photo of photos) await worker.recognize(photo)
  await worker.terminate()
}

/** The most memory that any child of this process had while the work was done; 0 where the system does not tell. */
async function mostOfChildMb(work: () => Promise<unknown>): Promise<number> {
  let most = 0
  const look = () => {
    for (const pid of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)) {
      const kb = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      most = Math.max(most, Number(kb ?? 0) / 1024)
    }
  }
  const looking = setInterval(() => {
    try {
      look()
    } catch {
      // The child has ended between two looks, or this is no Linux.
    }
  }, 100)
  await work()
  clearInterval(looking)
  return most
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

/** The median processor time of each work in ms, its threads included; they take turns, so that what else the machine does burdens all alike. */
async function inTurn<Name extends string>(
  count: number,
  works: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < count; round++)
    for (const name of names) {
      const before = process.cpuUsage()
      await works[name]()
      const { user, system } = process.cpuUsage(before)
      figures[name].push((user + system) / 1000)
    }
  return Object.fromEntries(names.map((name) => [name, median(figures[name])])) as Record<Name, number>
}
