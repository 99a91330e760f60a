import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planDraft } from '../../src/domain/plan.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { threadMs } from '../thread-ms.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

describe('a plan of a department', () => {
  const { draft } = readPlan(fixture('ke-hoach-rung-xanh.txt'))

  it('has its head and its signature', () => {
    expect(draft).toMatchObject({
      number: '48/KH-SLN',
      issuer: 'SỞ LÂM NGHIỆP',
      place: 'An Sơn',
      issuedOn: '2026-02-06',
      signer: { name: 'Lương Thị Bích Hạnh', position: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC' },
      recipients: ['UBND tỉnh (b/c)', 'Hội Nông dân tỉnh', 'Các hạt kiểm lâm', 'Lưu: VT, KHTC'],
    })
  })

  it('has its theme, slogan and time', () => {
    expect(draft).toMatchObject({
      theme: 'Mỗi người một cây, mỗi thôn một vườn ươm',
      slogan: 'Giữ rừng hôm nay, giữ nước mai sau',
      period: { start: '2026-03-01', end: '2026-09-30', section: 'II.3' },
      anniversaries: [{ name: 'Ngày truyền thống ngành', date: '2026-08-19' }],
    })
  })

  it('has what to do, for whom, and what for', () => {
    expect(draft.contents.map(({ section }) => section)).toEqual(['II.2', 'II.2', 'II.2'])
    expect(draft.targetGroups.map(({ section }) => section)).toEqual(['III.1', 'III.1'])
    expect(draft.criteria.map(({ group }) => group)).toEqual(['tập thể', 'tập thể', 'cá nhân, hộ gia đình'])
    expect(draft.commendations.map(({ name }) => name)).toEqual([
      'Bằng khen của Chủ tịch UBND tỉnh',
      'Giấy khen của Giám đốc Sở',
      'Giấy khen của Chủ tịch UBND các xã',
    ])
    expect(draft.assignments.map(({ unit }) => unit)).toEqual([
      'Phòng Kế hoạch - Tài chính',
      'Các hạt kiểm lâm',
      'Hội Nông dân tỉnh',
    ])
  })

  it('has its deadlines', () => {
    expect(draft.deadlines.map(({ on, lastDay, section }) => ({ on, lastDay, section }))).toEqual([
      { on: '2026-10-15', lastDay: '2026-10-14', section: 'IV.1' },
      { on: '2026-02-20', lastDay: '2026-02-20', section: 'IV.2' },
    ])
  })
})

describe('a plan in Markdown with its number and day left blank', () => {
  const { draft, text } = readPlan(fixture('ke-hoach-day-tot.md'))

  it('says what is blank', () => {
    expect(draft).toMatchObject({
      number: null,
      issuedOn: null,
      place: 'Đồi Thông',
      signer: { name: 'Vi Văn Thành', position: 'HIỆU TRƯỞNG' },
    })
    expect(draft.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['number_blank', 'issue_day_blank']))
  })

  it('keeps no markup', () => expect(text).not.toMatch(/[*#]/))
})

describe('a letter that moves a day', () => {
  const { draft } = readPlan(fixture('cong-van-gia-han.txt'))

  it('names what it is about and which plan it changes', () => {
    expect(draft.title).toBe('gia hạn nộp hồ sơ khen thưởng theo Kế hoạch số 15/KH-UBND')
    expect(draft.amends).toEqual({ number: '15/KH-UBND', date: '2025-02-10' })
    expect(draft.issuedOn).toBe('2025-06-02')
  })
})

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'KẾ HOẠCH\n',
      'V/v ',
      'I. NỘI DUNG\n',
      '1. Giao Phòng Một ',
      'chủ trì, phối hợp với ',
      '- ',
      'Nơi nhận:\n',
      'KT. CHỦ TỊCH\n',
      'Số: 5/KH-',
      '(1/1/1900 - 1/1/2000)',
      'trước ngày 31/02/2025',
      '“',
      '(',
      ':',
      '\n',
    ),
  )
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('gives a draft that holds its schema', () => {
    fc.assert(
      fc.property(texts, (text) => planDraft.safeParse(readPlan(text).draft).success),
      { numRuns: 300 },
    )
  })

  it('reads composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readPlan(text.normalize('NFD')).draft).toEqual(readPlan(text.normalize('NFC')).draft)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    { say: 'a word of two hundred thousand letters', text: 'x'.repeat(200_000) },
    { say: 'fifty thousand items', text: '- x\n'.repeat(50_000) },
    {
      say: 'one order without end',
      text: `KẾ HOẠCH\nIV. TỔ CHỨC THỰC HIỆN\n1. ${'Giao Phòng Một chủ trì, phối hợp với '.repeat(3000)}`,
    },
  ])('ends soon on $say', ({ text }) => {
    expect(threadMs(() => readPlan(text))).toBeLessThan(4000)
  })
})
