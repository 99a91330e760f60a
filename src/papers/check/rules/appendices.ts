import { fold } from '../../../domain/fold.ts'
import { eachLine, type Rule } from '../rule.ts'

/** The main text says that there is an appendix: "(có Phụ lục kèm theo)", "theo Phụ lục đính kèm". */
const mentioned: Rule = {
  ...{ name: 'mentioned', article: 'III.1.a', severity: 'wrong' },
  look: (paper) => {
    const [first] = paper.of('appendix')
    if (!first || paper.kind === 'content') return []
    const main = paper.lines.filter(({ at }) => at < first.at)
    return main.some(({ text }) => /phu luc|(bieu|danh sach|bang)\b.*(kem|dinh) /.test(fold(text)))
      ? []
      : [{ element: 'appendix', line: first }]
  },
}

/** From two on they have Roman numbers; a single one has none. */
const numbered = eachLine(
  { name: 'numbered', article: 'III.1.a', severity: 'wrong' },
  ['appendix'],
  ({ text }, _paper, all) => {
    const number = text.replace(/^phụ lục\s*(số\s*)?/iu, '').replace(/[.:]$/, '')
    return all.length > 1 && !/^[IVXLC]+$/.test(number) ? { found: number || '–' } : null
  },
)

/** Appendices: khoản 1 of Mục III. */
export const appendixRules: Rule[] = [mentioned, numbered]
