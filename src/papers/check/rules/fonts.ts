import type { Line } from '../elements/line.ts'
import type { Hit, Rule } from '../rule.ts'

const wanted = 'times new roman'

/** One hit for each line in which something is found. */
const eachFound = (lines: Line[], found: (line: Line) => string | undefined): Hit[] =>
  lines.flatMap((line): Hit[] => {
    const what = found(line)
    return what === undefined ? [] : [{ element: 'text', line, values: { found: what } }]
  })

const font: Rule = {
  ...{ name: 'font', article: 'I.4', severity: 'wrong' },
  look: ({ lines }) =>
    eachFound(lines, ({ runs }) =>
      runs.flatMap(({ fonts }) => fonts).find((name) => name.trim().toLowerCase() !== wanted),
    ),
}

/** 0D0D0D prints as black. */
const isBlack = (color: string) =>
  !/^[\da-f]{6}$/i.test(color) || [0, 2, 4].every((at) => Number.parseInt(color.slice(at, at + 2), 16) < 0x30)

const colour: Rule = {
  ...{ name: 'colour', article: 'I.4', severity: 'review' },
  look: ({ lines }) => eachFound(lines, ({ runs }) => runs.find(({ color }) => !isBlack(color))?.color),
}

/** Letters with their marks apart look the same and cannot be searched for. */
const unicode: Rule = {
  ...{ name: 'unicode', article: 'I.4', severity: 'review' },
  look: ({ lines }) =>
    lines
      .filter(({ runs }) => runs.some(({ text }) => text !== text.normalize('NFC')))
      .map((line) => ({ element: 'text', line })),
}

/** One family of letters, in black, in composed Unicode: khoản 4 of Mục I. */
export const fontRules: Rule[] = [font, colour, unicode]
