import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restoreText } from '../../../src/reading/restore/restore-text.ts'
import { fared, withoutLetters } from './damage.ts'

const folder = new URL('../fixtures/', import.meta.url)
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8').normalize('NFC') }))
const forest = fixtures.find(({ name }) => name.includes('rung-xanh'))?.text ?? ''

// a letter of our own in which a font had no á, no l and no closing bracket
const damaged = [
  'UBND XÃ ĐỒI THÔNG',
  'Số: 21/KH-UBND',
  'KẾ HOẠCH',
  'Ph t động phong trào trồng cây năm 2026',
  '1. C c thôn  ập danh s ch hộ tham gia (theo mẫu gửi kèm ; nộp trước ngày 05/3/2026.',
  '2. Người  ao động trong c c cơ quan thực hiện công t c b o c o theo Kế hoạch số 8/KH-UBND.',
  '3. Hội Phụ nữ xã ph t huy vai trò của c c tổ chức, c n bộ, hội viên.',
  '4. Đoàn xã cùng c c trường tuyên truyền, b o c o kết quả với  ãnh đạo xã.',
]
const restored = [
  'UBND XÃ ĐỒI THÔNG',
  'Số: 21/KH-UBND',
  'KẾ HOẠCH',
  'Phát động phong trào trồng cây năm 2026',
  '1. Các thôn lập danh sách hộ tham gia (theo mẫu gửi kèm); nộp trước ngày 05/3/2026.',
  '2. Người lao động trong các cơ quan thực hiện công tác báo cáo theo Kế hoạch số 8/KH-UBND.',
  '3. Hội Phụ nữ xã phát huy vai trò của các tổ chức, cán bộ, hội viên.',
  '4. Đoàn xã cùng các trường tuyên truyền, báo cáo kết quả với lãnh đạo xã.',
]

describe('a text that lost letters', () => {
  const { text, repairs } = restoreText(damaged.join('\n'))

  it('is whole again', () => expect(text.split('\n')).toEqual(restored))

  it('has each repair listed with its line', () => {
    expect(repairs.slice(0, 5)).toEqual([
      { line: 4, found: 'Ph t', restored: 'Phát' },
      { line: 5, found: 'C c', restored: 'Các' },
      { line: 5, found: 'ập', restored: 'lập' },
      { line: 5, found: 's ch', restored: 'sách' },
      { line: 5, found: 'kèm', restored: 'kèm)' },
    ])
  })

  it('is read the same whatever ends its lines', () => {
    expect(restoreText(damaged.join('\r\n')).repairs).toEqual(repairs)
    expect(restoreText(damaged.join('\n').normalize('NFD')).repairs).toEqual(repairs)
  })
})

describe('a plan of our own without some letters', () => {
  it.each(['á', 'ư', 'l', 'ạ', 'nh', 'áà', 'ộê', 'tâđ', 'ảốg'])('is restored without %s', (letters) => {
    const lost = withoutLetters(forest, letters)
    const result = fared(forest, lost, restoreText(lost).text)
    expect(result).toMatchObject({ wrong: [], changedSound: [] })
    expect(result.damaged - result.right).toBeLessThanOrEqual(4)
  })

  it('keeps every digit and every number of a document', () => {
    const found = (text: string): string[] => text.match(/\S*\d\S*/g) ?? []
    const lost = withoutLetters(forest, 'háK')
    expect(found(restoreText(lost).text)).toEqual(found(lost))
  })
})

describe('what is no damage', () => {
  it.each(fixtures)('$name stays as it is', ({ text }) => {
    expect(restoreText(text)).toEqual({ text, repairs: [] })
  })

  it.each([
    { say: 'columns', text: 'Nơi nhận:                    KT. CHỦ TỊCH\n- Các thôn;          PHÓ CHỦ TỊCH' },
    { say: 'two spaces', text: 'Các  thôn  ở  xa  được  báo  trước  ba  ngày.' },
    { say: 'a space before a sign', text: 'Các thôn , các trường (nếu có ; các hội : làm ngay .' },
    { say: 'units and names', text: 'Đường dài 12 km, rộng 3 m, qua buôn Kdrăng và suối Ea Hrak, tr. 5' },
    { say: 'another language', text: 'Please send the report by Friday , thank you .' },
    { say: 'misread letters', text: 'tước ngày 5 tháng 3, báo các về Ủỷ ban ; kế hoach thi đuạ' },
    { say: 'nothing', text: '' },
  ])('$say', ({ text }) => expect(restoreText(text)).toEqual({ text, repairs: [] }))

  it('is any text at all: nothing is thrown, and every line stays', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('c c ', ' ao động', 'ph t triển\n', '  ', '(', ' ;', ' )', '\n', '5/KH-UBND ', 'công t c '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const raw = pieces.join('').normalize('NFC').replace(/\r\n?/g, '\n')
        expect(restoreText(raw).text.split('\n')).toHaveLength(raw.split('\n').length)
      }),
      { numRuns: 300 },
    )
  })
})
