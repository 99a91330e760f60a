import { expect, test } from 'vitest'
import type { ScannedLine } from '../../src/domain/scanned-line.ts'
import { markDoubtfulDigits } from '../../src/reading/mark-doubtful-digits.ts'
import { readPlan } from '../../src/reading/read-plan.ts'

/** Lines as they are made out; words after a `?` not surely. */
const scan = (...pages: string[][]): ScannedLine[] =>
  pages.flatMap((lines, at) =>
    lines.map((line, row) => {
      const words = line.split(' ').map((word, place) => ({
        text: word.replace('?', ''),
        confidence: word.startsWith('?') ? 0.6 : 0.95,
        box: { x: 100 + place * 50, y: row * 40, width: 45, height: 30 },
      }))
      const box = { x: 100, y: row * 40, width: 800, height: 30 }
      return { text: words.map(({ text }) => text).join(' '), page: at + 1, confidence: 0.9, box, words }
    }),
  )

const head = [
  'KẾ HOẠCH',
  'Phát động phong trào thi đua',
  'Căn cứ Kế hoạch số ?40/KH-UBND ngày ?20/02/2026 của UBND tỉnh;',
  'II. TỔ CHỨC THỰC HIỆN',
]
const looked = (lines: ScannedLine[]) => {
  const { draft } = readPlan(lines.map(({ text }) => text).join('\n'))
  const { draft: marked, doubtful } = markDoubtfulDigits(draft, lines)
  return {
    doubtful,
    deadlines: marked.deadlines.map(({ on, page, reason, confidence }) => ({
      on,
      page,
      reason,
      unsure: confidence < 0.8,
    })),
  }
}

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'digits made out surely are trusted',           line: 'Các thôn gửi đăng ký thi đua về UBND xã trước ngày 20/3/2026.',    reason: null },
  { say: 'a day not made out surely is marked',          line: 'Các thôn gửi đăng ký thi đua về UBND xã trước ngày ?20/3/2026.',   reason: 'ocr_digits' },
  { say: 'so is a year that stands apart',               line: 'Các thôn gửi đăng ký thi đua về UBND xã trước ngày 20 tháng 3 năm ?2026.', reason: 'ocr_digits' },
  { say: 'a word not made out surely is no digit',       line: 'Các thôn gửi ?đăng ký thi đua về UBND xã trước ngày 20/3/2026.',   reason: null },
  { say: 'nor is the number of a document',              line: 'Các thôn gửi đăng ký theo Công văn số ?14/UBND-VX về UBND xã trước ngày 20/3/2026.', reason: null },
]

test.each(cases)('$say', ({ line, reason }) => {
  expect(looked(scan(head, [line])).deadlines).toEqual([{ on: '2026-03-20', page: 2, reason, unsure: reason !== null }])
})

test('it says where to look: the whole line, on its page', () => {
  const lines = scan(head, ['1. Các thôn gửi đăng ký thi đua về UBND xã', 'trước ngày ?20/3/2026.'])
  expect(looked(lines).doubtful).toEqual([{ deadline: 0, page: 2, box: { x: 100, y: 40, width: 800, height: 30 } }])
})

test('the same day twice: only the sentence in doubt is marked', () => {
  const lines = scan(head, [
    '1. Các thôn gửi đăng ký thi đua về UBND xã trước ngày 20/3/2026.',
    '2. Trạm Y tế gửi báo cáo về UBND xã trước ngày ?20/3/2026.',
  ])
  expect(looked(lines).deadlines.map(({ reason }) => reason)).toEqual([null, 'ocr_digits'])
})
