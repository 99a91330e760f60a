import { markPaper } from './elements/mark-paper.ts'
import type { Element, Kind, Paper } from './elements/paper.ts'
import { type DocxParts, readLaidOut } from './read/read-laid-out.ts'
import type { Hit, Rule, RuleName, Severity } from './rule.ts'
import { appendixRules } from './rules/appendices.ts'
import { bodyRules } from './rules/body.ts'
import { drawnLineRules } from './rules/drawn-lines.ts'
import { fontRules } from './rules/fonts.ts'
import { headRules } from './rules/head.ts'
import { headingRules } from './rules/headings.ts'
import { looksRules } from './rules/looks.ts'
import { orderRules } from './rules/order.ts'
import { pageNumberRules } from './rules/page-numbers.ts'
import { paperRules } from './rules/paper.ts'
import { recipientRules } from './rules/recipients.ts'
import { signatureRules } from './rules/signature.ts'
import { tableRules } from './rules/tables.ts'

/** The layout of Nghị định 30/2020/NĐ-CP as data, a family a line. */
const rules: Rule[] = [
  ...paperRules,
  ...fontRules,
  ...pageNumberRules,
  ...orderRules,
  ...headRules,
  ...drawnLineRules,
  ...looksRules,
  ...bodyRules,
  ...headingRules,
  ...signatureRules,
  ...recipientRules,
  ...appendixRules,
  ...tableRules,
]

/** Something found, `count` times over; `where`: the first words of the first place. `article` as in `Rule`. */
export type Finding = {
  rule: RuleName
  element: Element
  article: string | null
  severity: Severity
  values: Record<string, string | number>
  where: string
  count: number
}

/** `kind`: what the paper was taken for; of a paper of the Party nothing is found, it has rules of its own. */
export type Checked =
  | { ok: true; kind: Kind; findings: Finding[]; text: string }
  | { ok: false; reason: 'corrupt' | 'empty' }

/**
 * Checks the layout of a document by the parts of its DOCX (name → bytes, unpacked by the caller within its limits): what is
 * not as the decree has it, the worst first. Refuses what is no document of Word, or has no words; throws for nothing.
 */
export function checkLayout(parts: DocxParts): Checked {
  const laidOut = readLaidOut(parts)
  if (!laidOut) return { ok: false, reason: 'corrupt' }
  const paper = markPaper(laidOut)
  if (!paper.lines.some(({ text }) => /\p{L}/u.test(text))) return { ok: false, reason: 'empty' }
  const text = paper.lines.map((line) => line.text).join('\n')
  return { ok: true, kind: paper.kind, findings: paper.kind === 'party' ? [] : findAll(paper), text }
}

function findAll(paper: Paper): Finding[] {
  const findings = rules.flatMap((rule) => gather(rule, rule.look(paper)))
  return [
    ...findings.filter(({ severity }) => severity === 'wrong'),
    ...findings.filter(({ severity }) => severity === 'review'),
  ]
}

/** The same thing found of the same part is told once, with how often. */
function gather({ name, article, severity }: Rule, hits: Hit[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const { element, line, values = {} } of hits) {
    const key = `${element} ${JSON.stringify(values)}`
    const known = found.get(key)
    if (known) known.count += 1
    else
      found.set(key, { rule: name, element, article, severity, values, where: firstWords(line?.text ?? ''), count: 1 })
  }
  return [...found.values()]
}

const mostWords = 7
function firstWords(text: string): string {
  const words = text.split(' ')
  const start = words.slice(0, mostWords).join(' ')
  const short = start.length > 60 ? start.slice(0, 60) : start
  return short.length < text.length ? `${short}…` : short
}
