import { type Button, button } from '../../chat/message.ts'
import { openActions } from '../../domain/registration.ts'
import type { Report } from '../../store/report-row.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { type Case, isWritten } from './case.ts'

const press = (texts: Texts, label: TextKey, action: string, args: Record<string, unknown>): Button =>
  button(texts.t(label), 'baocao', action, args)

/** A button about a report as it stands: pressed after a change it says so instead of deciding blindly. */
const about = ({ id, version }: Report) => ({ id, version })

export const viewButton = (texts: Texts, { id }: Report): Button => press(texts, 'register.button.view', 'view', { id })
export const reviewButton = (texts: Texts, { id }: Report): Button =>
  press(texts, 'register.button.review', 'view', { id })
export const downloadButton = (texts: Texts, { id }: Report): Button =>
  press(texts, 'reports.button.download', 'download', { id })
/** Where files came with it. */
export const evidenceButtons = (texts: Texts, { id, body }: Report): Button[] =>
  body.items.some(({ evidence }) => evidence.some(({ file }) => file !== null))
    ? [press(texts, 'reports.button.evidence', 'evidence', { id })]
    : []
export const editButton = (texts: Texts, { id }: Report): Button => press(texts, 'register.button.edit', 'edit', { id })
export const withdrawButton = (texts: Texts, { id }: Report): Button =>
  press(texts, 'reports.button.withdraw', 'withdraw', { id })
export const approveButton = (texts: Texts, report: Report): Button =>
  press(texts, 'register.button.approve', 'approve', about(report))
export const returnButton = (texts: Texts, report: Report): Button =>
  press(texts, 'register.button.return', 'return', about(report))

/** What the admin may say: taken in with the signed paper (where the plan wants one), or without. */
function receiveButtons(texts: Texts, report: Report, written: boolean): Button[] {
  const plain = press(texts, 'register.button.receive', 'receive', { ...about(report), signed: false })
  const signed = press(texts, 'register.button.receiveSigned', 'receive', { ...about(report), signed: true })
  return written ? [signed, plain] : [plain]
}

/** What the decider of a case may press: approve or take in, ask for completion. */
export function decisionButtons(texts: Texts, one: Case): Button[] {
  const { report, standing, window } = one
  const open = new Set(openActions(report, standing, window))
  const approve = open.has('approve') ? [approveButton(texts, report)] : []
  return [
    ...(open.has('receive') ? receiveButtons(texts, report, isWritten(one)) : approve),
    ...(open.has('return') ? [returnButton(texts, report)] : []),
  ]
}

/** What its author may press. */
export function authorButtons(texts: Texts, one: Case): Button[] {
  const { report, standing, window } = one
  const open = new Set(openActions(report, standing, window))
  const signed = isWritten(one) && ['approved', 'received'].includes(report.state)
  const reportPaper = press(texts, 'register.button.reportPaper', 'reportPaper', about(report))
  return [
    ...(open.has('revise') ? [editButton(texts, report)] : []),
    ...(open.has('withdraw') ? [withdrawButton(texts, report)] : []),
    ...(standing.author && signed && report.paper === 'none' ? [reportPaper] : []),
  ]
}

/** The admin notes the paper that came by hand, with number, day and scan. */
export function paperButtons(texts: Texts, { report, standing }: Case): Button[] {
  const missing = report.state !== 'withdrawn' && report.arrival === null
  return standing.admin && missing
    ? [button(texts.t('reports.button.onPaper'), 'nhangiay', 'paper', { kind: 'report', id: report.id })]
    : []
}
