import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import tesseract from 'tesseract.js'
import type { Box, ScannedLine } from '../../domain/scanned-line.ts'

/** Makes out the lines on the picture of a page (PGM); null where it makes nothing of the picture. */
export type Ocr = { read(picture: Buffer, page: number): Promise<ScannedLine[] | null>; stop(): Promise<void> }

const words = createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')

/** Starts Tesseract with its Vietnamese words, all from this machine; nothing is written to disk. Give `stop` when done. */
export async function startOcr(): Promise<Ocr> {
  const worker = await tesseract.createWorker('vie', tesseract.OEM.LSTM_ONLY, {
    langPath: join(dirname(words), '4.0.0_best_int'),
    cacheMethod: 'none',
    // Without it a picture that cannot be read ends the process.
    errorHandler: () => {},
  })
  // Finds columns by itself; the default takes the page for one block and mixes the columns of the head.
  await worker.setParameters({ tessedit_pageseg_mode: tesseract.PSM.AUTO, user_defined_dpi: '200' })
  return {
    async read(picture, page) {
      const { data } = await worker.recognize(picture, {}, { text: false, blocks: true }).catch(() => ({ data: null }))
      return (
        data &&
        (data.blocks ?? [])
          .flatMap((block) => block.paragraphs)
          .flatMap(({ lines }) => lines.map((line) => lineOf(line, page)))
      )
    },
    async stop() {
      await worker.terminate()
    },
  }
}

type Line = tesseract.Line

const lineOf = (line: Line, page: number): ScannedLine => ({
  text: line.text.trim(),
  page,
  confidence: line.confidence / 100,
  box: boxOf(line.bbox),
  words: line.words.map(({ text, confidence, bbox, symbols }) => ({
    text,
    confidence: Math.min(confidence, ...symbols.map((sign) => sign.confidence)) / 100,
    box: boxOf(bbox),
  })),
})

const boxOf = ({ x0, y0, x1, y1 }: tesseract.Bbox): Box => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })
