import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../../src/documents/limits.ts'
import { readBytes } from '../../../src/documents/read-bytes.ts'
import { readFileText } from '../../../src/documents/read-file-text.ts'
import { readPlanFile } from '../../../src/read-plan-file.ts'
import { encodeJbig2 } from '../make-jbig2.ts'
import { makePdf } from '../make-pdf.ts'
import { drawPage, pdfOfPictures, readable, scanPdf } from '../make-scan.ts'
import { planLines } from '../plan-text.ts'

// Other work on the machine must not fail a test of what is read.
const limits = { ...defaultLimits, scanBaseMs: 60_000, scanPageMs: 30_000 }
const read = (bytes: Uint8Array | Uint8Array[]) => readBytes(bytes, limits)

const head = [
  'UBND XÃ HỒ SEN || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 14/KH-UBND || Độc lập - Tự do - Hạnh phúc',
  ' || Hồ Sen, ngày 06 tháng 3 năm 2026',
  '',
]
const body = [
  'KẾ HOẠCH',
  'Phát động phong trào thi đua “Đường làng xanh, nhà sạch”',
  '',
  'I. MỤC ĐÍCH',
  'Động viên cán bộ, công chức và Nhân dân trong xã giữ gìn vệ sinh môi trường.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Các thôn gửi đăng ký thi đua về Văn phòng UBND xã trước ngày 20/3/2026.',
  '2. Văn phòng UBND xã tổng hợp, báo cáo kết quả trước ngày 15/11/2026.',
]
const page = drawPage([...head, ...body])
const wanted = [
  ...head.map((line) => line.split(' || ')[1] ?? ''),
  ...head.map((line) => line.split(' || ')[0] ?? ''),
  ...body,
]
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))

/** Share of the wanted words that were made out, in their order. */
function share(text: string, lines: string[]): number {
  const got = wordsOf(text)
  let at = 0
  const hits = wordsOf(lines.join(' ')).filter((word) => {
    const found = got.indexOf(word, at)
    if (found !== -1 && found < at + 8) at = found + 1
    return found !== -1
  })
  return hits.length / wordsOf(lines.join(' ')).length
}

const turn = (quarters: number) => {
  const canvas = createCanvas(quarters % 2 ? page.height : page.width, quarters % 2 ? page.width : page.height)
  const pen = canvas.getContext('2d')
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((quarters * Math.PI) / 2)
  pen.drawImage(page, -page.width / 2, -page.height / 2)
  return canvas
}

/** A JPEG whose camera noted that it was held on its side (EXIF orientation 6: turn right to see it upright). */
function heldOnItsSide(): Buffer {
  const jpeg = turn(3).encodeSync('jpeg', 90)
  const tiff = Buffer.from('45786966000049492a0008000000010012010300010000000600000000000000', 'hex')
  const mark = Buffer.from([0xff, 0xe1, 0, tiff.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), mark, tiff, jpeg.subarray(2)])
}

/** The same page, packed by opj_compress (OpenJPEG). */
const jpeg2000 = (size: { width: number; height: number } = page) =>
  pdfOfPictures([{ width: size.width, height: size.height, data: fixture('page.jp2'), told: '/Filter/JPXDecode' }])
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

// biome-ignore format: a table keeps its columns
const taken = [
  { say: 'a scan in colour',                              file: scanPdf([page]),                                   kind: 'pdf' },
  { say: 'a scan in black and white, packed as by fax',   file: scanPdf([page], 'fax'),                            kind: 'pdf' },
  { say: 'a scan packed as by an old fax',                file: scanPdf([page], 'fax, each line for itself'),      kind: 'pdf' },
  { say: 'a scan packed as JBIG2, its lines as by fax',   file: scanPdf([page], 'JBIG2 as fax'),                   kind: 'pdf' },
  { say: 'a scan packed as JBIG2',                        file: scanPdf([page], 'JBIG2 by chance'),                kind: 'pdf' },
  { say: 'a scan packed as JPEG 2000',                    file: jpeg2000(),                                        kind: 'pdf' },
  { say: 'a photo (JPEG)',                                file: page.encodeSync('jpeg', 80),                       kind: 'photo' },
  { say: 'a picture of the screen (PNG)',                 file: page.encodeSync('png'),                            kind: 'photo' },
  { say: 'WebP',                                          file: page.encodeSync('webp', 80),                       kind: 'photo' },
  { say: 'a photo of an iPhone (HEIC)',                   file: fixture('page.heic'),                              kind: 'photo' },
  { say: 'a photo held on its side, as its camera noted', file: heldOnItsSide(),                                   kind: 'photo' },
  { say: 'a page laid on its side, and nobody noted it',  file: turn(3).encodeSync('jpeg', 90),                    kind: 'photo' },
  { say: 'a page laid a little askew',                    file: drawPage([...head, ...body], { tilt: 1.2 }).encodeSync('jpeg', 80), kind: 'photo' },
]

test.each(taken)('words of $say, the head in order', { timeout: 60_000 }, async ({ file, kind }) => {
  const done = await read(file)
  expect(done).toMatchObject({ ok: true, kind, pages: 1 })
  const text = done.ok ? done.text : ''
  expect(share(text, wanted)).toBeGreaterThanOrEqual(readable)
  expect(text).toContain('20/3/2026')
  expect(text.indexOf('Hạnh phúc')).toBeLessThan(text.indexOf('HỒ SEN'))
})

test('of a partly scanned PDF only the pages without letters are made out', { timeout: 60_000 }, async () => {
  const scan = Buffer.from(scanPdf([page])).toString('latin1')
  const jpeg = /\/DCTDecode[\s\S]*?stream\n([\s\S]*?)\nendstream/.exec(scan)?.[1] ?? ''
  const picture = `/Width ${page.width}/Height ${page.height}/Filter/DCTDecode/ColorSpace/DeviceRGB/BitsPerComponent 8`
  const done = await read(makePdf({ pages: [planLines, []], picture: { data: jpeg, shape: picture } }))
  const pages = done.ok ? [...new Set(done.lines?.map((line) => line.page))] : [done.reason]
  expect(pages).toEqual([2])
  expect(done.ok && done.text.startsWith(planLines.join('\n'))).toBe(true)
  expect(done.ok && done.text.slice(planLines.join('\n').length)).toContain('15/11/2026')
})

test('several photos are one document; what is read surely is not in doubt', { timeout: 60_000 }, async () => {
  const photos = [drawPage([...head, ...body.slice(0, 5)]), drawPage(body.slice(5))].map((photo) =>
    photo.encodeSync('jpeg', 85),
  )
  const told: unknown[] = []
  const plan = await readPlanFile(photos, limits, { onProgress: (progress) => told.push(progress) })
  expect(told).toEqual([
    { page: 1, of: 2 },
    { page: 2, of: 2 },
  ])
  expect(plan).toMatchObject({ ok: true, kind: 'photo', pages: 2 })
  const deadlines = plan.ok ? plan.draft.deadlines.map(({ on, page, reason }) => ({ on, page, reason })) : []
  expect(deadlines).toEqual([
    { on: '2026-03-20', page: 2, reason: null },
    { on: '2026-11-15', page: 2, reason: null },
  ])
})

/** The same with the first bytes of its picture overwritten. */
function damaged(pdf: Uint8Array): Buffer {
  const bytes = Buffer.from(pdf)
  return bytes.fill(0x55, bytes.indexOf('stream\n') + 7, bytes.indexOf('stream\n') + 200)
}

const huge = { width: 60_000, height: 60_000 }
const claiming = (filter: string, data: Buffer) =>
  pdfOfPictures([{ ...huge, data, told: `/Filter/${filter}/ColorSpace/DeviceGray/BitsPerComponent 8` }])

/** Its size stands behind the mark FF 51: width and height of the picture, then, after a place, of its tiles. */
function hugeJpeg2000(): Buffer {
  const bytes = Buffer.from(fixture('page.jp2'))
  const at = bytes.indexOf(Buffer.from([0xff, 0x51]))
  for (const field of [6, 10, 22, 26]) bytes.writeUInt32BE(60_000, at + field)
  return bytes
}

/** Its size stands behind the name ispe. */
function claimingHeic(): Buffer {
  const bytes = Buffer.from(fixture('page.heic'))
  for (let at = bytes.indexOf('ispe'); at !== -1; at = bytes.indexOf('ispe', at + 1)) {
    bytes.writeUInt32BE(60_000, at + 8)
    bytes.writeUInt32BE(60_000, at + 12)
  }
  return bytes
}

const secret = drawPage(['TỐI MẬT || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', ...head.slice(1), ...body])
const bomb = Buffer.from(page.encodeSync('png'))
bomb.writeUInt32BE(60_000, 16)
bomb.writeUInt32BE(60_000, 20)

// biome-ignore format: a table keeps its columns
const refused = [
  { say: 'a mark of secrecy on a scan',                file: scanPdf([secret]),                               expect: 'secret' },
  { say: 'a picture with nothing to make out',         file: createCanvas(800, 600).encodeSync('png'),        expect: 'scanned' },
  { say: 'a scan whose JBIG2 was damaged',             file: damaged(scanPdf([page], 'JBIG2 as fax')),         expect: 'scanned' },
  { say: 'a scan whose JPEG 2000 was damaged',         file: damaged(jpeg2000()),                               expect: 'scanned' },
  { say: 'a picture that unpacks to 14 GB',            file: bomb,                                            expect: 'too_heavy' },
  { say: 'a scan as JBIG2 that claims 60,000 by 60,000', file: claiming('JBIG2Decode', encodeJbig2(page, 'arithmetic', huge)), expect: 'too_heavy' },
  { say: 'a scan as JPEG 2000 that claims as much',    file: claiming('JPXDecode', hugeJpeg2000()),                expect: 'too_heavy' },
  { say: 'a scan plainly packed that claims as much',  file: claiming('FlateDecode', deflateSync(Buffer.alloc(1_000_000))), expect: 'too_heavy' },
  { say: 'more scanned pages than allowed',            file: scanPdf([page, page, page]),                      expect: 'too_many_pages' },
  { say: 'half a photo',                               file: page.encodeSync('jpeg', 80).subarray(0, 20_000), expect: 'corrupt' },
  { say: 'half a HEIC photo',                          file: fixture('page.heic').subarray(0, 25_000),          expect: 'corrupt' },
  { say: 'a HEIC photo damaged in its head',           file: Buffer.from(fixture('page.heic')).fill(0x55, 100, 300), expect: 'corrupt' },
  { say: 'a HEIC photo that claims 60,000 by 60,000',  file: claimingHeic(),                                       expect: 'too_heavy' },
  { say: 'a photo and a text together',                file: [page.encodeSync('jpeg'), Buffer.from('KẾ HOẠCH')], expect: 'unsupported' },
  { say: 'more photos than allowed',                   file: Array(3).fill(page.encodeSync('jpeg')),          expect: 'too_many_pages' },
]

test.each(refused)('refused: $say', { timeout: 60_000 }, async ({ file, expect: reason }) => {
  expect(await readPlanFile(file, { ...limits, maxScannedPages: 2 })).toEqual({ ok: false, reason })
})

test('a scan that takes longer than its pages allow is given up', { timeout: 60_000 }, async () =>
  expect(await readFileText(scanPdf([page]), { scanBaseMs: 20, scanPageMs: 20 })).toEqual({
    ok: false,
    reason: 'too_slow',
  }),
)

test('one scan is read at a time, the next is told its place, and reading can be called off', {
  timeout: 60_000,
}, async () => {
  const photo = page.encodeSync('jpeg', 80)
  const [stop, places, order] = [new AbortController(), [] as number[], [] as string[]]
  const first = readFileText(photo, limits, {
    onProgress: () => order.push('first begins'),
  })
  const second = readFileText(photo, limits, {
    signal: stop.signal,
    onPlace: (place) => {
      places.push(place)
      stop.abort()
    },
    onProgress: () => order.push('second begins'),
  })
  expect(await Promise.any([first, second])).toEqual({ ok: false, reason: 'cancelled' })
  expect(await first).toMatchObject({ ok: true })
  expect([places, order]).toEqual([[1], ['first begins']])
})
