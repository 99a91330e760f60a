import { fold } from '../../../domain/fold.ts'
import type { Line } from '../elements/line.ts'
import { eachLine, type Rule } from '../rule.ts'

const article = 'II.9.d'
const wrong = { article, severity: 'wrong' } as const

const colonOf = (element: 'recipients' | 'addressee') =>
  eachLine({ name: 'colon', ...wrong }, [element], ({ text }) =>
    /^(nơi nhận|kính gửi)(?!\p{L})/iu.test(text) && !/^(nơi nhận|kính gửi)\s*:/iu.test(text) ? {} : null,
  )

/** A line that goes on with the one before, which has not ended. */
const goesOn = (line: Line, all: Line[]) => {
  const before = all[all.indexOf(line) - 1]
  return before !== undefined && !/[;.]$/.test(before.text) && !/^[-–+•]/.test(line.text)
}

const dash = eachLine({ name: 'dash', ...wrong }, ['recipient'], (line, _paper, all) =>
  /^-/.test(line.text) || goesOn(line, all) ? null : {},
)

const endings = eachLine({ name: 'endings', ...wrong }, ['recipient'], (line, _paper, all) => {
  const at = all.indexOf(line)
  const next = all[at + 1]
  if (next && !/^[-–+•]/.test(next.text)) return null
  const expected = next ? ';' : '.'
  return line.text.endsWith(expected) || (next && /[:,]$/.test(line.text)) ? null : { expected }
})

/** "- Lưu: VT, …": the last of the list. */
const kept: Rule = {
  ...{ name: 'kept', ...wrong },
  look: (paper) => {
    const [head] = paper.of('recipients')
    const list = paper.of('recipient')
    const isKept = list.some(({ text }) => /^[-–+•]?\s*lưu\s*:\s*\p{L}/iu.test(text))
    return head && !isKept ? [{ element: 'recipient', line: head }] : []
  },
}

/** A letter, and a report or submission to those named under "Kính gửi", sends it to them "as above". */
const asAbove: Rule = {
  ...{ name: 'asAbove', article: 'II.9.b', severity: 'review' },
  look: (paper) => {
    const [head] = paper.of('recipients')
    const says = paper
      .of('recipient')
      .some(({ text }) => fold(text).startsWith('nhu tren') || fold(text).startsWith('nhu kinh gui'))
    return head && paper.of('addressee').length > 0 && !says ? [{ element: 'recipient', line: head }] : []
  },
}

/** Several addressees: each with a dash on its own line, ";" after each, "." after the last. */
const addresseeEndings = eachLine({ name: 'endings', ...wrong }, ['addressee'], (line, _paper, all) => {
  const dashed = all.filter(({ text }) => /^[-–+•]/.test(text))
  if (dashed.length < 2 || !dashed.includes(line)) return null
  const next = all[all.indexOf(line) + 1]
  if (next && !dashed.includes(next)) return null
  const expected = next ? ';' : '.'
  return line.text.endsWith(expected) ? null : { expected }
})

/** Who it goes to: khoản 9 of Mục II. */
export const recipientRules: Rule[] = [
  ...[colonOf('recipients'), colonOf('addressee'), addresseeEndings],
  ...[dash, endings, kept, asAbove],
]
