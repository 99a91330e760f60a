import { presentOf } from '../../chat/lend-roles.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { isChangeable } from '../../domain/registration.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { formatMoment, formatStillTold } from '../../texts/days.ts'
import { downloadButton, editButton, reviewButton, withdrawButton } from './buttons.ts'
import { type Case, describeArrival, isWritten } from './case.ts'
import { loadApprovers, nameApprovers } from './names.ts'
import { recipientsOf } from './recipient.ts'

/** Until when it can be changed or withdrawn, as a sentence. */
function untilText<P extends SentPaper>(turn: Turn, { sent, window }: Case<P>): string {
  const { texts, today } = turn
  if (!isChangeable(sent, window)) return texts.t('register.receipt.closed')
  const { lastDay } = window
  return lastDay !== null && today <= lastDay
    ? texts.t('register.receipt.until', { day: formatStillTold(turn, lastDay) })
    : texts.t('register.receipt.untilDecided')
}

/** What the sender keeps: when, for whom it waits, what it holds, its code, until when it can be changed, the paper step. */
export async function receiptOf<P extends SentPaper>(turn: Turn, one: Case<P>): Promise<Message> {
  const { texts, now, zone } = turn
  const { kind, sent, approvers } = one
  const { words } = kind
  const { code, version } = sent
  const personIds = await presentOf(turn.store, approvers.personIds, turn.today)
  const approver = nameApprovers(texts, await loadApprovers(turn, { ...approvers, personIds }))
  const key = `${approver === null ? 'toAdmin' : 'sent'}${version > 1 ? 'Again' : ''}` as const
  const holds = texts.t(`${words}.receipt.holds`, { counts: kind.counts(texts, sent), code })
  const paper = `${words}.receipt.${approver === null ? 'paperNow' : 'paper'}` as const
  const lines = [
    texts.t(`${words}.receipt.${key}`, { moment: formatMoment(texts, now, zone), approver, version }),
    // The only admin's own: nobody takes in their own paper.
    personIds.length === 0 ? texts.t('register.receipt.nobody') : '',
    `${holds} ${untilText(turn, one)}`,
    describeArrival(turn, texts, one),
    isWritten(one) ? texts.t(paper, recipientsOf(texts, one)) : '',
  ]
  const changes = isChangeable(sent, one.window) ? [editButton(texts, one), withdrawButton(texts, one)] : []
  const buttons = [downloadButton(texts, one), reviewButton(texts, one), ...changes]
  return message(lines.filter((line) => line !== '').join('\n'), buttons)
}
