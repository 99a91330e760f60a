import { presentOf } from '../../chat/lend-roles.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { dayOf } from '../../domain/day.ts'
import { isChangeable } from '../../domain/registration.ts'
import { formatDayShort, formatMoment } from '../../texts/days.ts'
import { describeArrival } from './arrival.ts'
import { downloadButton, editButton, isWritten, reviewButton, withdrawButton } from './buttons.ts'
import { describeCounts } from './describe.ts'
import { loadApprovers, nameApprovers } from './names.ts'
import { splitRecipient } from './recipient.ts'
import type { Case } from './standing.ts'

const sentFirst = { toHead: 'register.receipt.sent', toAdmin: 'register.receipt.toAdmin' } as const
const resent = { toHead: 'register.receipt.sentAgain', toAdmin: 'register.receipt.toAdminAgain' } as const

/** Until when it can be changed or withdrawn, as a sentence. */
function untilText({ texts, today }: Turn, { registration, window }: Case): string {
  if (!isChangeable(registration, window)) return texts.t('register.receipt.closed')
  const { lastDay } = window
  return lastDay !== null && today <= lastDay
    ? texts.t('register.receipt.until', { day: formatDayShort(texts, lastDay) })
    : texts.t('register.receipt.untilDecided')
}

/** What the sender keeps: when, for whom it waits, what it holds, its code, until when it can be changed, the paper step. */
export async function receiptOf(turn: Turn, one: Case): Promise<Message> {
  const { texts, now, zone } = turn
  const { registration, deadline, approvers } = one
  const { code, version, body, lateReason, submittedAt } = registration
  const personIds = await presentOf(turn.store, approvers.personIds, turn.today)
  const approver = nameApprovers(texts, await loadApprovers(turn, { ...approvers, personIds }))
  const keys = version > 1 ? resent : sentFirst
  const sent = texts.t(approver === null ? keys.toAdmin : keys.toHead, {
    moment: formatMoment(texts, now, zone),
    approver,
    version,
  })
  const holds = texts.t('register.receipt.holds', { counts: describeCounts(texts, body), code })
  const through = splitRecipient(deadline?.deadline.recipient ?? null)?.through
  const office = through ?? texts.t('register.council')
  const paper = approver === null ? 'register.receipt.paperNow' : 'register.receipt.paper'
  const lines = [
    sent,
    `${holds} ${untilText(turn, one)}`,
    describeArrival(texts, deadline, { on: dayOf(submittedAt, zone), lateReason }),
    isWritten(one) ? texts.t(paper, { office }) : '',
  ]
  const buttons = [downloadButton(texts, registration), reviewButton(texts, registration)]
  const changes = isChangeable(registration, one.window)
    ? [editButton(texts, registration), withdrawButton(texts, registration)]
    : []
  return message(lines.filter((line) => line !== '').join('\n'), [...buttons, ...changes])
}
