import { type Button, button } from '../../chat/message.ts'
import { openActions } from '../../domain/registration.ts'
import type { Registration } from '../../store/registration-row.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Case } from './standing.ts'

const author = 'dangky'
const decider = 'duyet'

/** A button about a registration as it stands: pressed after a change it says so instead of deciding blindly. */
const about = ({ id, version }: Registration) => ({ id, version })

export const viewButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.view'), author, 'view', { id: registration.id })

/** The same for its author. */
export const reviewButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.review'), author, 'view', { id: registration.id })

export const editButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.edit'), author, 'edit', { id: registration.id })

export const withdrawButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.withdraw'), author, 'withdraw', { id: registration.id })

/** Its paper, to print and sign. */
export const downloadButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.download'), author, 'download', { id: registration.id })

/** The files that came with it. */
export const filesButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.files'), author, 'files', { id: registration.id })

const reportPaperButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.reportPaper'), author, 'reportPaper', about(registration))

export const nextButton = (texts: Texts, after: string): Button =>
  button(texts.t('register.button.next'), decider, 'next', { after })

export const approveButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.approve'), decider, 'approve', about(registration))

export const returnButton = (texts: Texts, registration: Registration): Button =>
  button(texts.t('register.button.return'), decider, 'return', about(registration))

/** What the admin may say: taken in with the signed paper (where the plan wants one), or without. */
function receiveButtons(texts: Texts, registration: Registration, written: boolean): Button[] {
  const plain = button(texts.t('register.button.receive'), decider, 'receive', {
    ...about(registration),
    signed: false,
  })
  const signed = button(texts.t('register.button.receiveSigned'), decider, 'receive', {
    ...about(registration),
    signed: true,
  })
  return written ? [signed, plain] : [plain]
}

export const isWritten = ({ deadline }: Pick<Case, 'deadline'>): boolean => deadline?.deadline.written === true

/** What the decider of a case may press: approve or take in, look, ask for completion. */
export function decisionButtons(texts: Texts, one: Case, options: { view: boolean }): Button[] {
  const { registration, standing, window } = one
  const open = new Set(openActions(registration, standing, window))
  const first = open.has('receive')
    ? receiveButtons(texts, registration, isWritten(one))
    : open.has('approve')
      ? [approveButton(texts, registration)]
      : []
  return [
    ...first,
    ...(options.view ? [viewButton(texts, registration)] : []),
    ...(open.has('return') ? [returnButton(texts, registration)] : []),
  ]
}

/** What its author may press. */
export function authorButtons(texts: Texts, one: Case): Button[] {
  const { registration, standing, window } = one
  const open = new Set(openActions(registration, standing, window))
  const signed = isWritten(one) && ['approved', 'received'].includes(registration.state)
  return [
    ...(open.has('revise') ? [editButton(texts, registration)] : []),
    ...(open.has('withdraw') ? [withdrawButton(texts, registration)] : []),
    ...(standing.author && signed && registration.paper === 'none' ? [reportPaperButton(texts, registration)] : []),
  ]
}

/** The clerk's number, the day of arrival and the scan of a signed paper. */
export const arrivalButton = (texts: Texts, { id }: Registration): Button =>
  button(texts.t('office.paper.button.arrival'), 'nhangiay', 'paper', { kind: 'registration', id })

/** The admin notes a signed paper that came after reception. */
export function paperButtons(texts: Texts, { registration, standing, deadline }: Case): Button[] {
  const missing = registration.state === 'received' && registration.paper !== 'received'
  return standing.admin && missing && isWritten({ deadline })
    ? [button(texts.t('register.button.paperReceived'), decider, 'paper', about(registration))]
    : []
}
