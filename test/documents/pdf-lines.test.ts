import { expect, test } from 'vitest'
import { joinPages, type Piece, pageLines } from '../../src/documents/pdf-lines.ts'

/** A line of one piece at a place, five points a letter. */
const at = (text: string, x: number, y: number): Piece => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 12,
  endsLine: true,
})

test('the right column of a head comes before the left, and what is below stays below', () => {
  const left = [at('UBND XÃ HỒ SEN', 60, 780), at('Số: 14/UBND', 60, 760), at('V/v đăng ký thi đua', 60, 740)]
  const right = [at('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300, 782), at('Hồ Sen, ngày 06 tháng 3 năm 2026', 300, 760)]
  const below = [at('Kính gửi: Các thôn', 100, 720)]
  const texts = (pieces: Piece[]) => pieces.map((piece) => piece.text)
  expect(pageLines([...left, ...right, ...below])).toEqual(texts([...right, ...left, ...below]))
  expect(pageLines([...right, ...left, ...below])).toEqual(texts([...right, ...left, ...below]))
})

test('a wide gap in a line and a high one between lines stay to be seen', () => {
  const gap = { ...at(' ', 100, 780), width: 60, endsLine: false }
  const pieces = [{ ...at('Số:', 60, 780), endsLine: false }, gap, at('/KH-UBND', 160, 780), at('KẾ HOẠCH', 60, 740)]
  expect(pageLines(pieces)).toEqual(['Số:   /KH-UBND', '', 'KẾ HOẠCH'])
})

test('a letter from another font does not break its line, the next cell of a row does', () => {
  expect(pageLines([at('H', 60, 780), at('ồ Sen, ngày 06', 65, 780.5)])).toEqual(['Hồ Sen, ngày 06'])
  expect(pageLines([at('1', 60, 780), at('Phát động', 80, 780)])).toEqual(['1', 'Phát động'])
})

test('a stamp belongs into the blank of its line, else on a line of its own', () => {
  const blank = { ...at(' ', 75, 780), width: 40, endsLine: false }
  const line = [{ ...at('Số:', 60, 780), endsLine: false }, blank, at('/KH-UBND', 120, 780)]
  expect(pageLines(line, [{ text: '14', x: 90, y: 776 }])).toEqual(['Số:   14/KH-UBND'])
  expect(pageLines(line, [{ text: 'MẬT', x: 130, y: 776 }])).toEqual(['Số:   /KH-UBND', 'MẬT'])
  expect(pageLines(line, [{ text: 'Ký bởi: UBND xã\nNgày ký: 06/03/2026', x: 90, y: 776 }]).slice(1)).toEqual([
    'Ký bởi: UBND xã',
    'Ngày ký: 06/03/2026',
  ])
  const page = [...line, at('KẾ HOẠCH', 60, 740), at('I. MỤC ĐÍCH', 60, 720)]
  expect(pageLines(page, [{ text: 'MẬT', x: 300, y: 750 }]).filter(Boolean)).toEqual([
    'Số:   /KH-UBND',
    'MẬT',
    'KẾ HOẠCH',
    'I. MỤC ĐÍCH',
  ])
})

// biome-ignore format: a table keeps its columns
const joins = [
  { say: 'its own number above a page goes',  pages: [['a'], ['2', 'b']],        expect: 'a\nb' },
  { say: 'its own number below a page goes',  pages: [['a', '- 1 -'], ['b']],    expect: 'a\nb' },
  { say: 'another number stays',              pages: [['a', '15'], ['b']],       expect: 'a\n15\nb' },
  { say: 'an empty page leaves no gap',       pages: [['a'], [], ['3', 'b']],    expect: 'a\nb' },
]
test.each(joins)('joining pages: $say', ({ pages, expect: wanted }) => {
  expect(joinPages(pages)).toBe(wanted)
})
