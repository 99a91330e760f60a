import { dayFrom } from './day.ts'
import type { Notice } from './office-days.ts'

/** What the symbol of a paper says of who issued it. */
const issuers: [symbol: RegExp, issuer: string][] = [
  [/BNV$/u, 'Bộ Nội vụ'],
  [/LĐTBXH$/u, 'Bộ Lao động - Thương binh và Xã hội'],
  [/VPCP/u, 'Văn phòng Chính phủ'],
  [/TTg$/u, 'Thủ tướng Chính phủ'],
  [/UBND/u, 'Ủy ban nhân dân'],
]

const date = '(\\d{1,2})(?: tháng |[/.-])(\\d{1,2})(?: năm |[/.-])(\\d{4})'
// "số 9441/TB-BNV ngày 16/10/2025"
const number = new RegExp(
  `((?<!\\d)\\d{1,6}/(?:\\d{4}/)?[\\p{Lu}]{2,}[\\p{L}]*(?:-[\\p{L}]+)*)(?:,? (?:ngày|of) ${date})?`,
  'u',
)
// "Hà Nội, ngày 16 tháng 10 năm 2025" on a line of its own
const heading = new RegExp(`^[\\p{L} ]+, ?ngày ${date}\\s*$`, 'mu')

const dayOf = (match: RegExpMatchArray | null, at: number) =>
  match ? dayFrom(Number(match[at + 2]), Number(match[at + 1]), Number(match[at])) : null

/** The first paper that a text names: its number, who issued it, and its day where that is written. */
export function readNotice(text: string): Notice | null {
  const found = text.match(number)
  if (!found?.[1]) return null
  const issuer = issuers.find(([symbol]) => symbol.test(found[1] ?? ''))?.[1] ?? ''
  return { number: found[1], issuer, day: dayOf(found, 2) ?? dayOf(text.match(heading), 1) }
}

/** The text without numbers and days of papers. */
export const withoutNotice = (text: string): string =>
  text.replace(new RegExp(number.source, 'gu'), ' ').replace(heading, ' ')
