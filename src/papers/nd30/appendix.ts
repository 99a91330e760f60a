import type { Texts } from '../../texts/texts.ts'
import { bold, gap, italic, type Text, text } from './blocks.ts'
import { roman } from './body.ts'
import { type Layout, textWidth } from './layout.ts'
import { rule } from './rule.ts'
import { balance } from './text-width.ts'

/** What a section begins with that is an appendix: its number where there are several, its title, and of what it is part. */
type AppendixHead = { number: number | null; title: string; attachedTo: string; landscape: boolean }

const size = 14
const ruleLength = 45

/** The day to be filled in is not broken at the end of a line. */
const withoutBreaks = (words: string) => words.replace(/ (?=\d{4}(?!\d))/gu, '\u00a0')

/** `Phụ lục II`, its title in capitals, the line in italics that names its paper. */
export function appendixHead(
  texts: Texts,
  layout: Layout,
  { number, title, attachedTo, landscape }: AppendixHead,
): Text[] {
  const width = textWidth(layout, landscape)
  const label =
    number === null ? texts.t('papers.appendix.only') : texts.t('papers.appendix.one', { number: roman(number) })
  const centred = (runs: Parameters<typeof text>[0]) => text(runs, { align: 'center', size, keepNext: true })
  const upper = title.normalize('NFC').toLocaleUpperCase('vi')
  return [
    centred(bold(label)),
    ...balance(upper, width - 10, size, 'bold').map((line) => centred(bold(line))),
    ...balance(withoutBreaks(attachedTo), width - 10, size).map((line) => centred(italic(line))),
    rule(ruleLength, width),
    gap,
  ]
}
