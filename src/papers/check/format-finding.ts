import { formatClause } from '../../texts/clauses.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Finding } from './check-layout.ts'

/** 12.7 → 12,7 in Vietnamese. */
const formatNumber = ({ language }: Texts, value: number) =>
  language === 'vi' ? String(value).replace('.', ',') : String(value)

/** What was found of which part, and where: "Quốc hiệu: cỡ chữ 14, quy định 12–13 (“CỘNG HÒA…”)". */
export function formatFinding(texts: Texts, { rule, element, values, where, count }: Finding): string {
  const { t } = texts
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? formatNumber(texts, value) : value]),
  )
  const { edge, after } = values
  const words = {
    ...shown,
    ...(rule === 'margin' && { edge: t(`papers.check.edge.${edge as 'top'}`) }),
    ...(rule === 'order' && { after: t(`papers.check.element.${after as 'nation'}`) }),
  }
  const said = t('papers.check.line', {
    element: t(`papers.check.element.${element}`),
    what: t(`papers.check.rule.${rule}`, words),
  })
  if (where === '') return said
  return count > 1 ? t('papers.check.whereMany', { said, where, count }) : t('papers.check.where', { said, where })
}

/** Where the rule stands: `II.1.a` → "điểm a khoản 1 Mục II"; the models of Phụ lục III; null: a habit of offices. */
export function formatArticle(texts: Texts, article: string | null): string {
  if (article === null) return texts.t('papers.check.habit')
  return article === 'PL3' ? texts.t('papers.check.models') : formatClause(texts, article)
}
