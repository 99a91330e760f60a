import { type Button, button } from '../../chat/message.ts'
import { openActions } from '../../domain/registration.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import { type Case, isWritten } from './case.ts'
import type { Of } from './kind.ts'

const decider = 'duyet'

type Label<P extends SentPaper> = (texts: Texts, of: Of<P>) => Button

/** What its author and its readers press. */
const ofAuthor =
  (label: (words: 'register' | 'reports') => TextKey, action: string) =>
  <P extends SentPaper>(texts: Texts, { kind, sent: { id } }: Of<P>): Button =>
    button(texts.t(label(kind.words)), kind.command, action, { id })

/** What its deciders press, about the paper as it stands: after a change it says so instead of deciding blindly. */
const ofDecider =
  (label: TextKey, action: string, more: Record<string, unknown> = {}) =>
  <P extends SentPaper>(texts: Texts, { kind, sent: { id, version } }: Of<P>): Button =>
    button(texts.t(label), decider, action, { kind: kind.table, id, version, ...more })

export const viewButton = ofAuthor(() => 'register.button.view', 'view')
/** The same for its author. */
export const reviewButton = ofAuthor(() => 'register.button.review', 'view')
export const editButton = ofAuthor(() => 'register.button.edit', 'edit')
export const withdrawButton = ofAuthor((words) => `${words}.button.withdraw`, 'withdraw')
/** Its paper, to print and sign. */
export const downloadButton = ofAuthor((words) => `${words}.button.download`, 'download')
const filesButton = ofAuthor((words) => `${words}.button.files`, 'files')
export const reportPaperButton = ofAuthor(() => 'register.button.reportPaper', 'reportPaper')

export const approveButton = ofDecider('register.button.approve', 'approve')
export const returnButton = ofDecider('register.button.return', 'return')
const receiveButton = ofDecider('register.button.receive', 'receive', { signed: false })
const receiveSignedButton = ofDecider('register.button.receiveSigned', 'receive', { signed: true })
export const paperReceivedButton = ofDecider('register.button.paperReceived', 'paper')

export const nextButton = (texts: Texts, after: string): Button =>
  button(texts.t('register.button.next'), decider, 'next', { after })

/** The clerk's number, the day of arrival and the scan of a signed paper. */
export const arrivalButton = <P extends SentPaper>(texts: Texts, { kind, sent: { id } }: Of<P>): Button =>
  button(texts.t('office.paper.button.arrival'), 'nhangiay', 'paper', { kind: kind.table, id })

/** The files that came with it, where any did. */
export const filesButtons = <P extends SentPaper>(texts: Texts, of: Of<P>): Button[] =>
  of.kind.files(of.sent).length > 0 ? [filesButton(texts, of)] : []

/** What the decider of a case may press: approve or take in (with the signed paper where the plan wants one), ask for completion. */
export function decisionButtons<P extends SentPaper>(texts: Texts, one: Case<P>): Button[] {
  const open = new Set(openActions(one.sent, one.standing, one.window))
  const receive = isWritten(one) ? [receiveSignedButton, receiveButton] : [receiveButton]
  const first: Label<P>[] = open.has('receive') ? receive : open.has('approve') ? [approveButton] : []
  return [...first, ...(open.has('return') ? [returnButton] : [])].map((make) => make(texts, one))
}

/** What its author may press. */
export function authorButtons<P extends SentPaper>(texts: Texts, one: Case<P>): Button[] {
  const { sent, standing, window } = one
  const open = new Set(openActions(sent, standing, window))
  const signed = isWritten(one) && ['approved', 'received'].includes(sent.state)
  return [
    ...(open.has('revise') ? [editButton(texts, one)] : []),
    ...(open.has('withdraw') ? [withdrawButton(texts, one)] : []),
    ...(standing.author && signed && sent.paper === 'none' ? [reportPaperButton(texts, one)] : []),
  ]
}
