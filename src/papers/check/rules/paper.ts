import type { Section } from '../document.ts'
import type { Hit, Rule } from '../rule.ts'

/** 56.7 twips are a millimetre. */
const mm = (twips: number) => Math.round((twips / 1440) * 254) / 10
const a4 = { short: 11906, long: 16838 }
const slack = 57

const isLandscape = ({ width, height }: Section) => (width ?? 0) > (height ?? 0)

/** Where nothing is said of the paper, programs take their own: nobody can say which. */
const eachSection = (paper: Parameters<Rule['look']>[0], look: (section: Section, at: number) => Hit[]) =>
  paper.laidOut.sections.flatMap(look)

const paperSize: Rule = {
  ...{ name: 'paperSize', article: 'I.1', severity: 'wrong' },
  look: (paper) =>
    eachSection(paper, ({ width, height }) => {
      if (width === null || height === null) return []
      const [short, long] = [Math.min(width, height), Math.max(width, height)]
      const isA4 = Math.abs(short - a4.short) <= slack && Math.abs(long - a4.long) <= slack
      return isA4
        ? []
        : [{ element: 'page', values: { found: `${Math.round(mm(width))} × ${Math.round(mm(height))}` } }]
    }),
}

/** Lying paper is for tables. */
const landscape: Rule = {
  ...{ name: 'landscape', article: 'I.2', severity: 'review' },
  look: (paper) =>
    eachSection(paper, (section, at) => {
      const hasTable = paper.laidOut.tables.some((table) => table.section === at && table.bordered)
      return isLandscape(section) && !hasTable ? [{ element: 'page' }] : []
    }),
}

/** Millimetres, from and to. */
const edges = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const

const marginRule = (edge: keyof typeof edges): Rule => ({
  ...{ name: 'margin', article: 'I.3', severity: 'wrong' },
  look: (paper) =>
    eachSection(paper, (section) => {
      const [from, to] = edges[edge]
      const found = section[edge]
      if (found === null || (mm(found) >= from - 0.6 && mm(found) <= to + 0.6)) return []
      return [{ element: 'page', values: { edge, found: mm(found), expected: `${from}–${to}` } }]
    }),
})

/** Paper and margins: khoản 1 to 3 of Mục I. */
export const paperRules: Rule[] = [
  paperSize,
  landscape,
  ...(Object.keys(edges) as (keyof typeof edges)[]).map(marginRule),
]
