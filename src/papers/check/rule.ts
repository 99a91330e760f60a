import type { Line } from './elements/line.ts'
import type { Element, Paper } from './elements/paper.ts'

/** `wrong`: the decree says otherwise; `review`: a person has to look whether it is so. */
export type Severity = 'wrong' | 'review'

/** What can be found; each has a sentence under `papers.check.rule.<name>`. Values go into it. */
// biome-ignore format: names by family
export const ruleNames = [
  'paperSize', 'landscape', 'margin', 'font', 'colour', 'unicode', 'pageNumberMissing', 'pageNumberPlace',
  'pageNumberCentre', 'pageNumberFirst', 'pageNumberFrom', 'pageNumberForm', 'size', 'upper', 'lower', 'bold',
  'notBold', 'italic', 'upright', 'centre', 'missing', 'order', 'words', 'right',
  'line', 'lineWhole', 'linePart', 'lineUnderlined', 'lineDashes', 'colon', 'zero', 'monthZero', 'spaces',
  'capitals', 'place', 'comma', 'row', 'beneath', 'gapAbove', 'endings', 'justified',
  'indent', 'bySpaces', 'gap', 'lineSpacing', 'finished', 'sequence', 'letters', 'roman',
  'stop', 'shortForm', 'collective', 'ownTitle', 'degree', 'dash', 'kept', 'asAbove',
  'mentioned', 'ownNumbers', 'numbered', 'wide', 'repeated',
] as const
export type RuleName = (typeof ruleNames)[number]

/** One thing that is not as it should be. `line`: where; none where it concerns the whole. */
export type Hit = { element: Element; line?: Line | undefined; values?: Record<string, string | number> }

/**
 * A rule of the layout. `article`: its place in Phần I of Phụ lục I of Nghị định 30/2020/NĐ-CP as mục.khoản.điểm
 * (`II.1.a`); null where it is a habit of offices, not of the decree.
 */
export type Rule = { name: RuleName; article: string | null; severity: Severity; look(paper: Paper): Hit[] }

/** A rule that looks at each line of some elements of the main text; the values of a hit, or null where all is well. */
export function eachLine(
  rule: Omit<Rule, 'look'>,
  elements: Element[],
  wrong: (line: Line, paper: Paper, all: Line[]) => Hit['values'] | null,
): Rule {
  return {
    ...rule,
    look: (paper) =>
      elements.flatMap((element) => {
        const all = paper.marked
          .filter((one) => one.element === element && isMain(one.appendix, element))
          .map(({ line }) => line)
        return all.flatMap((line): Hit[] => {
          const values = wrong(line, paper, all)
          return values ? [{ element, line, values }] : []
        })
      }),
  }
}

/** Parts that stand only in appendices are looked at there, the others in the main text. */
const isMain = (appendix: number, element: Element) => appendix === 0 || element.startsWith('appendix')
