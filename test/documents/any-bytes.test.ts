import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../src/documents/limits.ts'
import { readBytes } from '../../src/documents/read-bytes.ts'
import { refusalReasons } from '../../src/documents/refusal.ts'
import { decodePhoto } from '../../src/documents/scan/picture.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makePdf } from './make-pdf.ts'
import { drawPage, scanPdf } from './make-scan.ts'
import { makeZip } from './make-zip.ts'
import { planLines, planText } from './plan-text.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const page = drawPage(planLines.slice(0, 4), { width: 400 })
const odtBody = `<office:text><text:list text:style-name="L1"><text:list-item><text:h text:outline-level="1">${planLines.join('</text:h></text:list-item><text:list-item><text:h text:outline-level="1">')}</text:h></text:list-item></text:list></office:text>`
const oldWord = new URL('../../../shared/plans-more/originals/ke-hoach-cai-dat-phan-mem.doc', import.meta.url)
if (!existsSync(oldWord)) console.warn('skipped: an old Word file lies beside the project, and it is not there')

// biome-ignore format: a table keeps its columns
const files = [
  { kind: 'plain text',           file: Buffer.from(planText) },
  { kind: 'UTF-16',               file: Buffer.from(`\uFEFF${planText}`, 'utf16le') },
  { kind: 'a web page',           file: Buffer.from(`<html><table><tr><td>${planLines.join('</td><td>')}</td></tr></table>`) },
  { kind: 'rich text',            file: Buffer.from(`{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset163 A;}}${planLines.map((line) => [...line].map((letter) => `\\u${letter.charCodeAt(0)}?`).join('')).join('\\par ')}}`) },
  { kind: 'DOCX',                 file: Buffer.from(await makeDocx(planLines.map(paragraph))) },
  { kind: 'OpenDocument',         file: makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml', content: odtBody }]) },
  { kind: 'PDF',                  file: makePdf({ pages: [planLines, planLines], stamps: [{ text: '14', x: 100, y: 776 }] }) },
  { kind: 'a printed PDF',        file: fixture('printed-by-chromium.pdf') },
  { kind: 'a scan as JBIG2',      file: scanPdf([page], 'JBIG2 by chance') },
  { kind: 'a scan as fax',        file: scanPdf([page], 'fax') },
  ...(existsSync(oldWord) ? [{ kind: 'old Word', file: readFileSync(oldWord) }] : []),
]

/** Ways in which a file comes to harm, by places in it from 0 to 1: bytes written over, a stretch lost, a stretch twice. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const harm = fc.oneof(
  fc.record({ say: fc.constant('over'), at: place, to: place, with: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
  fc.record({ say: fc.constantFrom('lost', 'twice'), at: place, to: place, with: fc.constant(new Uint8Array()) }),
  fc.record({
    say: fc.constant('over'),
    at: place,
    to: place,
    with: fc.constantFrom(
      ...['/', '<<', '>>', '0 R', '99999999999', '-1', '\\', '}', '<w:p>', '%'].map((text) => Buffer.from(text)),
    ),
  }),
)

function harmed(file: Uint8Array, harms: { say: string; at: number; to: number; with: Uint8Array }[]): Uint8Array {
  let bytes = Buffer.from(file)
  for (const { say, at, to, with: signs } of harms) {
    const from = Math.floor(at * bytes.length)
    const end = Math.min(from + Math.ceil(to * 200), bytes.length)
    if (say === 'over') bytes.set(signs.subarray(0, bytes.length - from), from)
    else
      bytes = Buffer.concat([
        bytes.subarray(0, say === 'lost' ? from : end),
        bytes.subarray(say === 'lost' ? end : from),
      ])
  }
  return bytes
}

const harms = fc.array(harm, { minLength: 1, maxLength: 6 })
/** What would have to be made out is out of this test: whoever asks for a turn is turned away. */
const noTurn = { begin: () => Promise.reject(new Error('no turn')), progress: () => {}, pictures: new Map() }
const mostMs = 5_000

test.each(files)('$kind that came to harm is read or refused, soon', { timeout: 120_000 }, async ({ file }) => {
  expect(await readBytes(file, defaultLimits, noTurn)).toBeTruthy()
  await fc.assert(
    fc.asyncProperty(harms, async (all) => {
      const began = performance.now()
      const read = await readBytes(harmed(file, all), defaultLimits, noTurn)
      expect(read.ok ? typeof read.text : refusalReasons).toSatisfy(
        (known) => known === 'string' || (!read.ok && known.includes(read.reason)),
      )
      expect(performance.now() - began).toBeLessThan(mostMs)
    }),
    { numRuns: 40 },
  )
})

// biome-ignore format: a table keeps its columns
const photos = [
  { kind: 'JPEG', file: page.encodeSync('jpeg', 60) },
  { kind: 'PNG',  file: page.encodeSync('png') },
  { kind: 'WebP', file: page.encodeSync('webp', 60) },
  { kind: 'HEIC', file: fixture('page.heic') },
]

test.each(photos)(
  'a photo ($kind) that came to harm is a picture or refused',
  { timeout: 120_000 },
  async ({ file }) => {
    await fc.assert(
      fc.asyncProperty(harms, async (all) => {
        const decoded = await decodePhoto(harmed(file, all), 4_000_000)
        expect(decoded.ok || ['corrupt', 'too_heavy'].includes(decoded.reason)).toBe(true)
      }),
      { numRuns: 15 },
    )
  },
)

test('any bytes at all are read or refused', { timeout: 120_000 }, async () => {
  const head = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    '{\\rtf1',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\xff\xd8\xff',
    '<html>',
    '\xff\xfe',
  )
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 2000 }), async (first, rest) => {
      const read = await readBytes(Buffer.concat([Buffer.from(first, 'latin1'), rest]), defaultLimits, noTurn).catch(
        (error: Error) => error,
      )
      // A photo asks for its turn at once.
      if (read instanceof Error) expect(read.message).toBe('no turn')
      else expect(read.ok || refusalReasons.includes(read.reason)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
