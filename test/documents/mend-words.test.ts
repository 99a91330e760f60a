import { expect, test } from 'vitest'
import { mendWords } from '../../src/documents/mend-words.ts'

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'a vowel that ends a word',          found: 'Kính gử i: Các thôn',        expect: 'Kính gửi: Các thôn' },
  { say: 'capitals of a signature',           found: 'KT. GIÁ M ĐỐ C',             expect: 'KT. GIÁM ĐỐC' },
  { say: 'two letters',                       found: 'TRƯỞ NG PHÒ NG',             expect: 'TRƯỞNG PHÒNG' },
  { say: 'a stop with its tone',              found: 'tấ t cả, họ c sinh',         expect: 'tất cả, học sinh' },
  { say: 'composed of separate signs',        found: 'Kính gử i:'.normalize('NFD'), expect: 'Kính gửi:' },
  { say: 'a class stays a class',             found: 'LOẠI C, KHU C, TỔ C',        expect: 'LOẠI C, KHU C, TỔ C' },
  { say: 'a quarter stays a quarter',         found: 'QUÝ I, kỳ I năm 2026',       expect: 'QUÝ I, kỳ I năm 2026' },
  { say: 'a marker stays a marker',           found: 'a) Mục c) và điểm a, c khoản 1', expect: 'a) Mục c) và điểm a, c khoản 1' },
  { say: 'a measure stays a measure',         found: 'dài 5 m, rộng 3 m',          expect: 'dài 5 m, rộng 3 m' },
  { say: 'lost letters are left to reading',  found: 'thi đua nh m kế thừa',       expect: 'thi đua nh m kế thừa' },
  { say: 'a name with one letter',            found: 'Nguyễn Văn A, Lê Thị C',     expect: 'Nguyễn Văn A, Lê Thị C' },
]
test.each(cases)('$say', ({ found, expect: wanted }) => {
  expect(mendWords(found)).toBe(wanted)
})
