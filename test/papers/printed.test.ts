import { describe, expect, test } from 'vitest'
import { registrationPaper } from '../../src/papers/registration-paper.ts'
import { canPrint, printAll } from './as-pdf.ts'
import { linesOf } from './open-paper.ts'
import { campaign, names, ofUnit, peopleOf, samples, sealed, texts } from './sample-papers.ts'

const squeeze = (words: string) => words.replace(/\s+/g, '')

describe.skipIf(!canPrint)('printed', () => {
  test('each paper has the pages it should, all with words, numbered from the second on', async () => {
    const files = new Map<string, Uint8Array>()
    for (const { paper, bytes } of samples) files.set(paper, await bytes())
    const printed = printAll(files)
    const pages = Object.fromEntries([...printed].map(([paper, { pages }]) => [paper, pages]))
    expect(pages).toEqual(Object.fromEntries(samples.map(({ paper, pages }) => [paper, pages])))
    for (const [paper, { pageTexts, fonts, text }] of printed) {
      expect({ paper, empty: pageTexts.filter((words) => words.trim().length < 20) }).toEqual({ paper, empty: [] })
      expect({ paper, foreign: fonts.filter((font) => !/Tinos|TimesNewRoman/.test(font)) }).toEqual({
        paper,
        foreign: [],
      })
      expect(pageTexts[0]?.trim()).not.toMatch(/^1\s/)
      const lost = linesOf(files.get(paper) ?? new Uint8Array()).filter((line) => !isOnPaper(line, text))
      expect({ paper, lost }).toEqual({ paper, lost: [] })
    }
  })

  test('a long list goes over pages with its head on each and every name whole', async () => {
    const people = peopleOf(300)
    const bytes = await registrationPaper(
      texts,
      { ...ofUnit, body: { ...campaign, items: campaign.items.slice(0, 1), people } },
      sealed,
    )
    const printed = printAll(new Map([['long', bytes]])).get('long')
    const list = printed?.pageTexts.slice(2) ?? []
    expect(list.length).toBeGreaterThanOrEqual(40)
    expect(list.filter((page) => !page.includes('Họ và tên'))).toEqual([])
    expect(list.slice(1).map((page) => page.trim().split(/\s/)[0])).toEqual(
      list.slice(1).map((_, index) => String(index + 2)),
    )
    const whole = squeeze(printed?.text ?? '')
    expect(names.slice(0, 5).filter((name) => whole.split(squeeze(name)).length - 1 < 42)).toEqual([])
  })
})

/** Cells break lines among each other, so words are looked for one by one. */
const isOnPaper = (line: string, text: string) => {
  const whole = squeeze(text)
  return line.split(/\s+/).every((word) => whole.includes(word) || whole.includes(word.slice(0, 8)))
}
