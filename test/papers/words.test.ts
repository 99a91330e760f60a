import { describe, expect, test } from 'vitest'
import { campaignOf, movementOf } from '../../src/papers/campaign.ts'
import { citePlan, decreeDay } from '../../src/papers/cite-plan.ts'
import { pointLetters, points } from '../../src/papers/nd30/body.ts'
import { defaultLayout, layoutSchema } from '../../src/papers/nd30/layout.ts'
import { balance, widthOf } from '../../src/papers/nd30/text-width.ts'
import { paperUnitSchema } from '../../src/papers/paper-unit.ts'
import { plan, sealed, texts } from './sample-papers.ts'

// biome-ignore format: a table keeps its columns
const cited = [
  { say: 'all that is known',           of: {},                                     is: 'Kế hoạch số 08/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân xã Ea Sương về việc phát động thi đua lập thành tích chào mừng ngày thành lập xã' },
  { say: 'a letter has no kind',        of: { number: '15/UBND-VX', title: null },  is: 'Công văn số 15/UBND-VX ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân xã Ea Sương' },
  { say: 'guidance, day in June',       of: { number: '3/HD-SNV', issuedOn: '2024-06-26', title: 'Về bình xét.' }, is: 'Hướng dẫn số 3/HD-SNV ngày 26 tháng 6 năm 2024 của Ủy ban nhân dân xã Ea Sương về bình xét' },
  { say: 'a number not given yet',      of: { number: null, issuedOn: null },       is: 'Kế hoạch của Ủy ban nhân dân xã Ea Sương về việc phát động thi đua lập thành tích chào mừng ngày thành lập xã' },
  { say: 'a title that is a name',      of: { number: null, issuedOn: null, issuer: null, title: '“Chung sức vì người nghèo”' }, is: 'Kế hoạch về “Chung sức vì người nghèo”' },
  { say: 'only the short name',         of: { number: null, issuedOn: null, issuer: null, title: null }, is: 'Kế hoạch thi đua chào mừng ngày thành lập xã' },
]
test.each(cited)('a plan is cited: $say', ({ of, is }) => expect(citePlan(texts, { ...plan, ...of })).toBe(is))

test('a day has its zero before January, February and the first nine days', () => {
  expect(decreeDay(texts, '2024-01-09')).toBe('ngày 09 tháng 01 năm 2024')
  expect(decreeDay(texts, '2024-10-15')).toBe('ngày 15 tháng 10 năm 2024')
  expect(decreeDay(texts, '2024-03-01')).toBe('ngày 01 tháng 3 năm 2024')
})

// biome-ignore format: a table keeps its columns
test.each([
  ['Thi đua 120 năm',             'thi đua 120 năm',         'phong trào thi đua 120 năm'],
  ['120 năm thành lập',           'thi đua 120 năm thành lập', 'phong trào thi đua 120 năm thành lập'],
  ['Phong trào nông thôn mới',    'phong trào nông thôn mới', 'phong trào nông thôn mới'],
  ['Đắk Lắk thi đua làm đường',   'Đắk Lắk thi đua làm đường', 'Đắk Lắk thi đua làm đường'],
])('a campaign called "%s" is registered for as "%s"', (shortName, campaign, movement) => {
  expect(campaignOf(texts, { shortName })).toBe(campaign)
  expect(movementOf(texts, { shortName })).toBe(movement)
})

test('points run as the Vietnamese alphabet does', () => {
  expect(pointLetters.slice(0, 17).join('')).toBe('abcdđeghiklmnopqr'.slice(0, 17))
  const fifth = points(defaultLayout, ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy'])
  expect(fifth.map(({ runs }) => runs[0]?.text)).toEqual([
    'a) một',
    'b) hai',
    'c) ba',
    'd) bốn',
    'đ) năm',
    'e) sáu',
    'g) bảy',
  ])
})

describe('the width of words', () => {
  test('a letter is as wide with its marks as without; ơ, ư and đ are themselves', () => {
    expect(widthOf('ế', 14)).toBe(widthOf('e', 14))
    expect(widthOf('Ậ', 14, 'bold')).toBe(widthOf('A', 14, 'bold'))
    expect(widthOf('ự', 14)).toBe(widthOf('ư', 14))
    expect(widthOf('ư', 14)).toBeGreaterThan(widthOf('u', 14))
  })

  test('the motto in 14 is about 60 mm long, as a ruler on a print says', () => {
    expect(widthOf('Độc lập - Tự do - Hạnh phúc', 14, 'bold')).toBeCloseTo(60, -0.5)
  })

  test('lines are few, fit, and are about equally long; a dash stays with the word before it', () => {
    expect(balance('HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG', 55, 12, 'bold')).toEqual([
      'HỘI ĐỒNG THI ĐUA\u00a0-',
      'KHEN THƯỞNG',
    ])
    expect(balance('SỞ NỘI VỤ', 55, 12, 'bold')).toEqual(['SỞ NỘI VỤ'])
    expect(balance('', 55, 12)).toEqual([])
  })
})

test.each([
  ['margins above what the decree allows', { left: 36 }],
  ['margins below it', { top: 15 }],
  ['letters of another size', { size: 12 }],
  ['lines too far apart', { spacing: 2 }],
])('a layout refuses %s', (_, wrong) => expect(layoutSchema.safeParse(wrong).success).toBe(false))

test('what a unit says of its papers needs who signs, by one to three lines', () => {
  expect(paperUnitSchema.safeParse(sealed).success).toBe(true)
  expect(paperUnitSchema.safeParse({ ...sealed, signer: { ...sealed.signer, lines: [] } }).success).toBe(false)
  expect(paperUnitSchema.safeParse({ ...sealed, place: ' ' }).success).toBe(false)
})
