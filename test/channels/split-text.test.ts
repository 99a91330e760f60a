import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitText } from '../../src/channels/split-text.ts'

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'a short text stays whole',            text: 'Một câu.',                          most: 20, parts: ['Một câu.'] },
  { say: 'paragraphs part first',               text: 'Đoạn một dài.\n\nĐoạn hai. Hết.',   most: 20, parts: ['Đoạn một dài.', 'Đoạn hai. Hết.'] },
  { say: 'then lines',                          text: 'Dòng một dài.\nDòng hai dài.',      most: 20, parts: ['Dòng một dài.', 'Dòng hai dài.'] },
  { say: 'then sentences',                      text: 'Câu một dài. Câu hai dài.',         most: 20, parts: ['Câu một dài.', 'Câu hai dài.'] },
  { say: 'then words',                          text: 'một hai ba bốn năm sáu bảy',        most: 14, parts: ['một hai ba bốn', 'năm sáu bảy'] },
  { say: 'a word too long is cut',              text: 'x'.repeat(25),                      most: 10, parts: ['x'.repeat(10), 'x'.repeat(10), 'xxxxx'] },
  { say: 'never inside a letter and its mark',  text: 'e\u0302\u0323'.repeat(5),           most: 7,  parts: ['e\u0302\u0323'.repeat(2), 'e\u0302\u0323'.repeat(2), 'e\u0302\u0323'] },
  { say: 'never inside a surrogate pair',       text: '😀'.repeat(3),                      most: 3,  parts: ['😀', '😀', '😀'] },
]

describe('a long text is parted', () => {
  test.each(cases)('$say', ({ text, most, parts }) => {
    expect(splitText(text, most)).toEqual(parts)
  })

  test('no part is too long and no word is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('một', 'hai.', 'ba\n', 'bốn\n\n', 'năm'), { maxLength: 200 }),
        fc.integer({ min: 8, max: 60 }),
        (given, most) => {
          const parts = splitText(given.join(' '), most)
          expect(parts.every((part) => part.length <= most)).toBe(true)
          expect(parts.join(' ').split(/\s+/).filter(Boolean)).toEqual(given.join(' ').split(/\s+/).filter(Boolean))
        },
      ),
    )
  })
})
