import { z } from 'zod'
import { button, commandButton, type Message, message } from '../../chat/message.ts'
import type { Finding } from '../../papers/check/check-layout.ts'
import { elements } from '../../papers/check/elements/paper.ts'
import { formatArticle, formatFinding } from '../../papers/check/format-finding.ts'
import { ruleNames } from '../../papers/check/rule.ts'
import type { Texts } from '../../texts/texts.ts'

export const finding = z.object({
  rule: z.enum(ruleNames),
  element: z.enum(elements),
  article: z.string().nullable(),
  severity: z.enum(['wrong', 'review']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  where: z.string(),
  count: z.int(),
})

/** What a check of a file came to: `kind` as the checker took the paper. */
export const checkedFile = z.object({
  name: z.string(),
  kind: z.enum(['official', 'personal', 'content', 'party']),
  findings: z.array(finding),
})
export type CheckedFile = z.infer<typeof checkedFile>

/** So many on one screen of a phone; each takes two lines. */
const perPage = 4

/** What is kept for the pages to come. */
const mostShown = 60

/** A page of what was found, from the `from`th on: the count first, the worst first, each with its article. */
export function findingsMessage(texts: Texts, file: CheckedFile, from = 0): Message {
  const { t } = texts
  const findings = file.findings.slice(0, mostShown)
  const another = commandButton(t('papers.check.another'), 'thethuc')
  if (findings.length === 0) return message(nothingFound(texts, file), [another])
  const page = findings.slice(from, from + perPage)
  const next = from + page.length
  const rest = findings.length - next
  const lines = [
    from === 0 ? opening(texts, file) : t('papers.check.page', { from: from + 1, to: next, of: findings.length }),
    ...page.map((one, at) => numbered(texts, one, from + at, page[at - 1] ?? findings[from - 1])),
    ...(rest === 0 ? [t('papers.check.cannot')] : []),
  ]
  const more = button(t('papers.check.more'), 'thethuc', 'more', { file: { ...file, findings }, from: next })
  return message(lines.join('\n'), rest > 0 ? [more, another] : [another])
}

function opening(texts: Texts, { name, kind, findings }: CheckedFile): string {
  const { t } = texts
  const wrong = findings.filter(({ severity }) => severity === 'wrong').length
  const counted = t('papers.check.found', { name, wrong, review: findings.length - wrong })
  const note = kind === 'content' || kind === 'personal' ? [t(`papers.check.kind.${kind}`)] : []
  return [counted, ...note, t('papers.check.source')].join('\n')
}

/** A heading where what must be mended ends and what should be looked at begins. */
function numbered(texts: Texts, one: Finding, at: number, before: Finding | undefined): string {
  const { t } = texts
  const heads = before?.severity === one.severity ? [] : ['', t(`papers.check.severity.${one.severity}`)]
  const line = `${at + 1}. ${formatFinding(texts, one)}`
  return [...heads, line, `   ${formatArticle(texts, one.article)}`].join('\n')
}

function nothingFound({ t }: Texts, { name, kind }: CheckedFile): string {
  if (kind === 'party') return t('papers.check.kind.party', { name })
  const note = kind === 'official' ? [] : [t(`papers.check.kind.${kind}`)]
  return [t('papers.check.nothing', { name }), ...note, t('papers.check.cannot')].join('\n')
}
