import { describe, expect, test } from 'vitest'
import { rasterise } from '../../../src/papers/pictures/rasterise.ts'
import { family, textWidth } from '../../../src/papers/pictures/typeface.ts'
import { wrapWords } from '../../../src/papers/pictures/wrap-words.ts'

const plain = 'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz'
const marks = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const small = [
  ...plain,
  ...[...'aăâeêioôơuưy'].flatMap((vowel) => marks.map((mark) => (vowel + mark).normalize('NFC'))),
]
const letters = [...small, ...small.map((letter) => letter.toLocaleUpperCase('vi')), ...'0123456789/–…,.:“”()']

const drawn = (letter: string) =>
  Buffer.from(
    rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80"><rect width="60" height="80" fill="white"/><text x="5" y="55" style="font-family:${family};font-size:40px">${letter}</text></svg>`,
    ),
  ).toString('base64')

test('every Vietnamese letter is drawn, none like another and none as the box of a missing one', () => {
  const pictures = new Map(letters.map((letter) => [drawn(letter), letter]))
  expect(letters.filter((letter) => pictures.get(drawn(letter)) !== letter)).toEqual([])
  expect(pictures.has(drawn('\u{e000}'))).toBe(false)
  expect(pictures.has(drawn(' '))).toBe(false)
})

test('every letter has a width of its own from the typeface', () => {
  expect(letters.filter((letter) => !(textWidth(letter, 100) > 15 && textWidth(letter, 100) < 120))).toEqual([])
  expect(textWidth('mm', 100)).toBe(2 * textWidth('m', 100))
  expect(textWidth('ế', 40)).toBe(textWidth('ê', 40))
  expect(textWidth('đăng ký', 30, 'bold')).toBeGreaterThan(textWidth('đăng ký', 30))
})

describe('words in lines', () => {
  const fit = { width: 400, size: 28, most: 2 }

  // biome-ignore format: a table keeps its columns
  const cases: [say: string, words: string, lines: string[]][] = [
    ['a short name stays on one line', 'Hội Liên hiệp Phụ nữ xã',                      ['Hội Liên hiệp Phụ nữ xã']],
    ['a long one is broken at a space', 'Trung tâm Phục vụ hành chính công xã Ea Mẫu', ['Trung tâm Phục vụ hành', 'chính công xã Ea Mẫu']],
  ]
  test.each(cases)('%s', (_say, words, lines) => expect(wrapWords(words, fit)).toEqual(lines))

  test('no line is wider than it may be, and what is left out is marked', () => {
    const long = 'Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư, thương mại, du lịch xã Ea Mẫu'
    const lines = wrapWords(long, fit)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/u)
    const endless = wrapWords('Kđ'.repeat(60), fit)
    expect(endless[0]).toMatch(/…$/u)
    for (const line of [...lines, ...endless]) expect(textWidth(line, 28)).toBeLessThanOrEqual(400)
  })
})
