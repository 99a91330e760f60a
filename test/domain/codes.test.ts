import { expect, test } from 'vitest'
import { codeFrom, codeKey, isCode } from '../../src/domain/codes.ts'

const random = (seed: number) => Uint8Array.from({ length: 24 }, (_, at) => (seed * 31 + at * 97 + seed * at) % 256)

test('a code is two groups of four signs that no keyboard changes', () => {
  const codes = Array.from({ length: 500 }, (_, seed) => codeFrom(random(seed))).filter((code) => code !== null)
  expect(codes.length).toBeGreaterThan(300)
  for (const code of codes) {
    expect(code).toMatch(/^[2-9CFHJKLMNPQRTVX]{4}-[2-9CFHJKLMNPQRTVX]{4}$/)
    expect(isCode(code)).toBe(true)
  }
})

test('bytes that give only digits make no code: it would be taken for a telephone number', () => {
  expect(codeFrom(new Uint8Array(24))).toBeNull()
  expect(codeFrom(new Uint8Array(24).fill(250))).toBeNull()
})

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'as it was given',                     typed: 'K7QF-2M9P',    is: true },
  { say: 'in small letters',                    typed: 'k7qf-2m9p',    is: true },
  { say: 'without the dash',                    typed: 'K7QF2M9P',     is: true },
  { say: 'with a space for the dash',           typed: ' k7qf 2m9p ',  is: true },
  { say: 'letter by letter',                    typed: 'K 7 Q F 2 M 9 P', is: true },
  { say: 'with a long dash from the telephone', typed: 'K7QF–2M9P',    is: true },
  { say: 'O for Q, as it looks on paper',       typed: 'K7OF-2M9P',    is: true },
  { say: 'a sign short',                        typed: 'K7QF-2M9',     is: false },
  { say: 'a day',                               typed: '15-09-2024',   is: false },
  { say: 'a telephone number',                  typed: '0912 3456',    is: false },
  { say: 'a name without marks',                typed: 'Long Binh',    is: false },
  { say: 'a sentence',                          typed: 'đăng ký thi đua', is: false },
  { say: 'nothing',                             typed: '',             is: false },
]
test.each(cases)('typed $say: $typed', ({ typed, is }) => {
  expect(isCode(typed)).toBe(is)
  if (is) expect(codeKey(typed)).toBe(codeKey('K7QF-2M9P'))
})

test('a look-alike is the same code, another sign is another', () => {
  expect(codeKey('BSGZ-1IO0')).toBe(codeKey('8562-LLQQ'))
  expect(codeKey('K7QF-2M9P')).not.toBe(codeKey('K7QF-2M9R'))
  expect(codeKey('Mã của tôi-2024')).toBe(codeKey('mã CỦA tôi 2024'))
})
