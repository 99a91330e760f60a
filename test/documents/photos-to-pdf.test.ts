import { expect, test } from 'vitest'
import { jpegFacts } from '../../src/documents/jpeg-facts.ts'
import { openPdf } from '../../src/documents/open-pdf.ts'
import { photosToPdf } from '../../src/documents/photos-to-pdf.ts'
import { drawPage } from './make-scan.ts'

const none = async () => null
const page = drawPage(['KẾ HOẠCH'])
const jpeg = new Uint8Array(page.encodeSync('jpeg', 70))

/** The same JPEG with the note of a camera about how it was held. */
function held(orientation: number): Uint8Array {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]))
}

test('each photo is a page, its bytes untouched, upright', async () => {
  const sideways = held(6)
  const pdf = await photosToPdf([jpeg, sideways], none)
  const file = Buffer.from(pdf)
  expect(file.includes(Buffer.from(jpeg))).toBe(true)
  expect(file.includes(Buffer.from(sideways))).toBe(true)
  const document = await openPdf(pdf)
  expect(document.numPages).toBe(2)
  const [first, second] = [await document.getPage(1), await document.getPage(2)]
  expect([first.rotate, second.rotate]).toEqual([0, 90])
  expect(first.view).toEqual([0, 0, 595, 842])
})

test.each([
  [1, 0],
  [3, 180],
  [6, 90],
  [8, 270],
])('a photo with the note %i is shown turned by %i degrees', (orientation, turn) => {
  expect(jpegFacts(held(orientation))?.turn).toBe(turn)
})

test('a photo that a PDF cannot hold as it is goes in as it was read', async () => {
  const asked: number[] = []
  const pdf = await photosToPdf([jpeg, new Uint8Array(page.encodeSync('png')), held(2)], async (number) => {
    asked.push(number)
    return jpeg
  })
  expect(asked).toEqual([2, 3])
  expect((await openPdf(pdf)).numPages).toBe(3)
})

test.each([new Uint8Array(), new Uint8Array([0xff, 0xd8]), jpeg.subarray(0, 30), new Uint8Array(40).fill(0xff)])(
  'what is cut off has no facts',
  (bytes) => expect(jpegFacts(bytes)).toBeNull(),
)
