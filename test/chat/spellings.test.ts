import { describe, expect, test } from 'vitest'
import { isSpelling, matchSpelling, spell, words } from '../../src/chat/spellings.ts'

// biome-ignore format: a table keeps its columns
const whole = [
  { say: 'the word itself',                        text: 'hủy',        spellings: ['hủy'],            is: true },
  { say: 'typed without marks',                    text: 'huy',        spellings: ['hủy'],            is: true },
  { say: 'typed in capitals with a stop',          text: 'HỦY.',       spellings: ['hủy'],            is: true },
  { say: 'the old place of the mark',              text: 'hũy',        spellings: ['hủy'],            is: false },
  { say: 'the old place of the tone mark',         text: 'huỷ',        spellings: ['hủy'],            is: true },
  { say: 'marks must agree',                       text: 'đúng',       spellings: ['dừng'],           is: false },
  { say: 'marks in one word of two',               text: 'quay lại',   spellings: ['Quay lại'],       is: true },
  { say: 'one word with marks, one without',       text: 'luu nháp',   spellings: ['Lưu nháp'],       is: true },
  { say: 'decomposed letters',                     text: 'hủy'.normalize('NFD'), spellings: ['hủy'], is: true },
  { say: 'more than the word',                     text: 'hủy đăng ký', spellings: ['hủy'],           is: false },
  { say: 'nothing',                                text: '  ',         spellings: ['hủy'],            is: false },
]

describe('a typed word is a spelling of another', () => {
  test.each(whole)('$say: $text', ({ text, spellings, is }) => {
    expect(isSpelling(text, spellings)).toBe(is)
  })
})

test('the longest spelling at the beginning counts', () => {
  expect(matchSpelling(words('hạn nộp tháng 11'), ['hạn', 'hạn nộp'].map(spell))).toBe(2)
})
