import type { LaidOut, Margin, Paragraph } from '../document.ts'
import type { Paper } from '../elements/paper.ts'
import type { Hit, Rule } from '../rule.ts'

/** About so many letters fill a page at 14 points. */
const lettersPerPage = 2600

const numbered = (margin: Margin | null): Paragraph[] =>
  margin?.paragraphs.filter(({ fields }) => fields.includes('PAGE')) ?? []
/** A field that asks which page it is on chooses by itself what to show. */
const isConditional = ({ fields }: Paragraph) => fields.includes('IF')

/** Paragraphs with a page number, above and below the text of the first section. */
function found({ laidOut }: Paper) {
  const [first] = laidOut.sections
  return { above: numbered(first?.headers.default ?? null), below: numbered(first?.footers.default ?? null), first }
}

/** Has the main text more than one page? Appendices in sections of their own are counted apart. */
function hasPages({ pages, paragraphs, sections }: LaidOut): boolean {
  if (pages !== null && sections.length === 1) return pages > 1
  const own = paragraphs.filter(({ section }) => section === 0)
  const letters = own.reduce((sum, { text }) => sum + text.length, 0)
  return own.some(({ startsPage }, at) => startsPage && at > 0) || letters > lettersPerPage * 1.3
}

const rule = (
  name: Rule['name'],
  look: (paper: Paper) => boolean,
  values: (paper: Paper) => Hit['values'] = () => ({}),
): Rule => ({
  ...{ name, article: 'I.7', severity: 'wrong' },
  look: (paper) => (look(paper) ? [{ element: 'pageNumber', values: values(paper) ?? {} }] : []),
})

const isMissing = (paper: Paper) => {
  const { above, below } = found(paper)
  return above.length === 0 && below.length === 0 && hasPages(paper.laidOut)
}
const isBelow = (paper: Paper) => found(paper).above.length === 0 && found(paper).below.length > 0

/** A tab of the head's own leads to the middle as well. */
const isOffCentre = ({ align, runs }: Paragraph) =>
  align !== 'center' && !/^\t[^\t]/.test(runs.map(({ text }) => text).join(''))

const showsOnFirst = (paper: Paper) => {
  const { above, below, first } = found(paper)
  const shown = first?.titlePage
    ? [...numbered(first.headers.first), ...numbered(first.footers.first)]
    : [...above, ...below]
  return shown.length > 0 && !shown.some(isConditional)
}

const offForm = (paper: Paper) =>
  found(paper)
    .above.flatMap(({ runs }) => runs)
    .find(({ text, size, italic, bold }) => /\d/.test(text) && (size < 13 || size > 14 || italic || bold))

const appendicesGoOn: Rule = {
  ...{ name: 'ownNumbers', article: 'III.1.đ', severity: 'review' },
  look: (paper) => {
    if (found(paper).above.length === 0) return []
    return paper
      .of('appendix')
      .filter(({ paragraph }) => (paper.laidOut.sections[paragraph.section]?.numbersFrom ?? null) === null)
      .map((line) => ({ element: 'appendix', line }))
  },
}

/** Page numbers: khoản 7 of Mục I; of appendices: điểm đ khoản 1 of Mục III. */
export const pageNumberRules: Rule[] = [
  rule('pageNumberMissing', isMissing),
  rule('pageNumberPlace', isBelow),
  rule('pageNumberCentre', (paper) => found(paper).above.some((one) => isOffCentre(one) && !one.inTextBox)),
  rule('pageNumberFirst', showsOnFirst),
  rule(
    'pageNumberFrom',
    (paper) => ![null, 0, 1].includes(found(paper).first?.numbersFrom ?? null),
    (paper) => ({
      found: found(paper).first?.numbersFrom ?? '',
    }),
  ),
  rule(
    'pageNumberForm',
    (paper) => offForm(paper) !== undefined,
    (paper) => ({ found: offForm(paper)?.size ?? '' }),
  ),
  appendicesGoOn,
]
