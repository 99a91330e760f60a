import { type Proposal, type ReportBody, type ReportRow, reportRows, reportTotals } from '../../domain/report.ts'
import { formatShare } from '../../texts/shares.ts'
import type { Texts } from '../../texts/texts.ts'
import { shorten } from '../dangky/ask.ts'

const shownProposals = 12

/** "Giấy khen: Nguyễn Văn A (Chi hội trưởng)". */
export const describeProposal = (texts: Texts, { name, position, commendation }: Proposal): string =>
  texts.t('reports.shown.proposal', { commendation, who: position === '' ? name : `${name} (${position})` })

function describeRow(texts: Texts, row: ReportRow): string {
  const { number, content, registered, achieved, share, verdict, account, evidence } = row
  const under = (line: string) => (line === '' ? '' : `   ${line}`)
  const counted = share === null ? '' : formatShare(texts, share)
  const achievedKey = share === null ? 'reports.shown.achieved' : `reports.shown.achievedOf.${verdict}`
  return [
    `${number}. ${shorten(content, 300)}`,
    under(registered === '' ? '' : texts.t('reports.shown.registered', { target: registered })),
    under(texts.t(achievedKey as 'reports.shown.achieved', { result: achieved, share: counted })),
    under(account === '' ? '' : texts.t('reports.shown.account', { account: shorten(account, 300) })),
    under(evidence.length === 0 ? '' : texts.t('reports.shown.evidence', { evidence: evidence.join('; ') })),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** "5 chỉ tiêu: vượt 1, đạt 3, chưa đạt 1": the sum of the rows, in the words of prose. */
export function describeTotals(texts: Texts, rows: ReportRow[]): string {
  const totals = reportTotals(rows)
  if (totals.targets === 0) return texts.t('reports.shown.items', { count: totals.items })
  const parts = (['exceeded', 'reached', 'below', 'uncounted'] as const).filter((verdict) => totals[verdict] > 0)
  const counts = parts.map((verdict) => texts.t(`reports.shown.count.${verdict}`, { number: totals[verdict] }))
  return texts.t('reports.shown.totals', { count: totals.targets, counts: counts.join(', ') })
}

/** What is reported, line by line, as preview and view show it. */
export function describeBody(texts: Texts, body: ReportBody): string[] {
  const rows = reportRows(body)
  const { proposals, assessment, closing, registrations } = body
  const shown = proposals.slice(0, shownProposals).map((one) => describeProposal(texts, one))
  const more = proposals.length - shown.length
  const parts = (['difficulties', 'causes', 'proposals'] as const).filter((part) => assessment[part] !== '')
  const wordsOf = { difficulties: 'difficulties', causes: 'causes', proposals: 'proposalsAsked' } as const
  return [
    closing ? texts.t('reports.shown.closing', { words: closing.words }) : '',
    registrations.length > 0 ? texts.t('reports.shown.registrations', { codes: registrations.join(', ') }) : '',
    ...rows.map((row) => describeRow(texts, row)),
    describeTotals(texts, rows),
    proposals.length === 0 ? '' : texts.t('reports.shown.proposals', { count: proposals.length }),
    ...shown.map((line) => `   ${line}`),
    more > 0 ? texts.t('reports.proposals.rest', { count: more }) : '',
    ...parts.map((part) => texts.t(`reports.shown.${wordsOf[part]}`, { text: shorten(assessment[part], 300) })),
  ].filter((line) => line !== '')
}
