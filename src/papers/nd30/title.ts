import type { Texts } from '../../texts/texts.ts'
import { blanks } from './blanks.ts'
import { bold, gap, type Text, text } from './blocks.ts'
import { listed } from './body.ts'
import { type Layout, textWidth } from './layout.ts'
import { rule } from './rule.ts'
import { balance, widthOf } from './text-width.ts'

/** The name of the paper's kind in capitals, what it is about, and the rule below (cell 5a). */
export function title(layout: Layout, kind: string, about: string, landscape = false): Text[] {
  const width = textWidth(layout, landscape)
  const lines = balance(about.normalize('NFC'), width - 10, 14, 'bold')
  const longest = Math.max(...lines.map((line) => widthOf(line, 14, 'bold')))
  return [
    text(bold(kind.toLocaleUpperCase('vi')), { align: 'center', size: 14, before: 18, keepNext: true }),
    ...lines.map((line) => text(bold(line), { align: 'center', size: 14, keepNext: true })),
    rule(longest * 0.4, width),
    gap,
  ]
}

/** To whom a paper goes (cell 9a): one on the same line, several below each other behind dashes, nobody known: room; `before` in points. */
export function addressees(texts: Texts, layout: Layout, names: string[], before = 18): Text[] {
  const to = texts.t('papers.to')
  const [only = blanks.words] = names
  if (names.length < 2) return [text(`${to} ${only}`, { align: 'center', size: layout.size, before, after: 12 })]
  const colon = 28 + widthOf(to, layout.size)
  const lines = listed(names).map((name) => `- ${name}`)
  return [
    text(to, { indent: { left: 28 }, before }),
    ...lines.map((line, index) =>
      text(line, { indent: { left: colon + 3, first: -3 }, after: index === lines.length - 1 ? 12 : 0 }),
    ),
  ]
}
