import type { Turn } from '../../chat/turn.ts'
import { type ReportPaper, reportRows, reportTotals } from '../../domain/report.ts'
import { docxMime, draftFileName } from '../../papers/draft-file-name.ts'
import { layReport } from '../../papers/report-paper.ts'
import { reportData } from '../../papers/templates/report-data.ts'
import type { Report } from '../../store/report-row.ts'
import { formatRound } from '../../texts/rounds.ts'
import { onOwnForm } from './own-form.ts'
import { paperFacts } from './paper-facts.ts'
import type { UnwrittenFile } from './send-file.ts'

/** A report as papers and aggregates take it: its rows and their totals, never counted a second time. */
async function toReportPaper(turn: Pick<Turn, 'store' | 'texts'>, report: Report): Promise<ReportPaper> {
  const { store, texts } = turn
  const { code, subject, personId, unitId, round, body } = report
  const person = personId === null ? undefined : await store.people.byId(personId)
  const rows = reportRows(body)
  return {
    ...{ code, subject, rows, totals: reportTotals(rows) },
    ...{ person: person?.name ?? '', position: person?.position ?? '' },
    unit: (await store.units.byId(unitId))?.name ?? '',
    round: round === null ? null : formatRound(texts, round),
    ...{ closing: body.closing, assessment: body.assessment, proposals: body.proposals },
  }
}

/** A report's paper to print and sign, as a file to be sent. */
export async function reportFile(
  turn: Pick<Turn, 'store' | 'today' | 'texts' | 'services'>,
  report: Report,
): Promise<UnwrittenFile> {
  const { texts } = turn
  const { plan, to, year, issuer, place } = await paperFacts(turn, report)
  const paper = { ...(await toReportPaper(turn, report)), plan, to, year, place, confirmer: issuer?.signer ?? null }
  const own = await onOwnForm(turn, report.unitId, 'report', () => reportData(texts, paper, issuer))
  const draft = own ?? { kind: 'paper', paper: layReport(texts, paper, issuer) }
  const name = draftFileName(texts.t('reports.file.name'), plan.shortName, report.code)
  return { draft, name, mime: docxMime }
}
