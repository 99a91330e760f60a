import { describe, expect, test } from 'vitest'
import { drawProgress } from '../../../src/papers/pictures/draw-progress.ts'
import { palettes, themes } from '../../../src/papers/pictures/palette.ts'
import { rasterise } from '../../../src/papers/pictures/rasterise.ts'
import { textWidth } from '../../../src/papers/pictures/typeface.ts'
import { pictureWith } from './picture-with.ts'

/** Each text of a drawing: its words, where it begins, how large it is. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, look = '', words = '']) => ({
    words,
    size: Number(/font-size:\s*(\d+)px/.exec(look)?.[1] ?? 0),
    x: Number(/ x="([\d.]+)"/.exec(look)?.[1] ?? 0) + Number(/translate\(([\d.]+)/.exec(look)?.[1] ?? 0),
    anchor: /text-anchor="(\w+)"/.exec(look)?.[1],
    isBold: /font-weight:600/.test(look),
  }))

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const long = 'Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư, thương mại, du lịch xã Ea Mẫu và vùng phụ cận'

describe.each(themes)('on a %s ground', (theme) => {
  // biome-ignore format: a table keeps its columns
  const cases: [say: string, picture: ReturnType<typeof pictureWith>][] = [
    ['one unit',            pictureWith({ theme, units: ['UBND xã Ea Mẫu'] })],
    ['twelve long names',   pictureWith({ theme, units: Array(12).fill(long), title: long, deeds: Array(7).fill(`Gửi báo cáo ${long}`) })],
    ['thousands of people', pictureWith({ theme, units: ['Buôn Kô Tam'], deeds: Array(7).fill('Đăng ký thi đua'), total: 12345 })],
    ['no deadline at all',  pictureWith({ theme, units: [], deeds: [] })],
  ]
  test.each(cases)('%s: letters are large enough, nothing leaves the picture', (_say, picture) => {
    const svg = drawProgress(picture)
    const { width, height } = sizeOf(rasterise(svg))
    expect(width).toBe(1080)
    expect(height).toBeLessThan(3600)
    for (const { words, size, x, anchor, isBold } of textsOf(svg)) {
      expect(size, words).toBeGreaterThanOrEqual(28)
      const wide = textWidth(words, size, isBold ? 'bold' : 'regular')
      const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x
      expect([words, left >= 0 && left + wide <= width]).toEqual([words, true])
    }
  })
})

test('it says in words what colours show', () => {
  const words = textsOf(drawProgress(pictureWith({ units: ['Thôn Đoàn Kết'] }))).map((one) => one.words)
  expect(words).toEqual(expect.arrayContaining(['hôm nay 08/04', 'Thôn Đoàn Kết', '3/8', 'đã qua', '08/04']))
})

test('a body that is not subordinate is never shown as late', () => {
  const late = palettes.light.past
  const cells = (isCourteous: boolean) =>
    drawProgress(pictureWith({ units: ['Đảng ủy xã'], isCourteous })).split(late).length - 1
  expect(cells(false)).toBe(cells(true) + 1)
})

test('the picture keeps its colours in 256 of them, and is small enough for a slow line', () => {
  const png = rasterise(drawProgress(pictureWith({ units: Array(12).fill(long), deeds: Array(7).fill(long) })))
  const at = Buffer.from(png).indexOf('PLTE') + 4
  const colours = Buffer.from(png)
    .subarray(at, at + 3 * 256)
    .toString('hex')
    .match(/.{6}/g)
  const { ground, ink, quiet, rest, accent, cell, done, past } = palettes.light
  for (const colour of [ground, ink, quiet, rest, accent, cell, done, past])
    expect(colours, colour).toContain(colour.slice(1))
  expect(png.length).toBeLessThan(200 * 1024)
})

/** The contrast of two colours as the accessibility guidelines count it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    const [r = 0, g = 0, b = 0] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

test.each(themes)('words stand out on everything they are written on: %s', (theme) => {
  const { ground, rest, cell, done, past, ink, quiet, accent } = palettes[theme]
  for (const under of [ground, rest, cell, done, past]) expect(contrast(ink, under)).toBeGreaterThan(4.5)
  for (const over of [quiet, accent]) expect(contrast(over, ground)).toBeGreaterThan(4.5)
  for (const over of [quiet, accent]) expect(contrast(over, rest)).toBeGreaterThan(4.5)
})
