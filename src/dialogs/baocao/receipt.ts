import { presentOf } from '../../chat/lend-roles.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { isChangeable } from '../../domain/registration.ts'
import { reportRows } from '../../domain/report.ts'
import { formatDayShort, formatMoment } from '../../texts/days.ts'
import { loadApprovers, nameApprovers } from '../dangky/names.ts'
import { splitRecipient } from '../dangky/recipient.ts'
import { downloadButton, editButton, reviewButton, withdrawButton } from './buttons.ts'
import { type Case, describeArrival, isWritten } from './case.ts'
import { describeTotals } from './describe.ts'

/** Until when it can be changed or withdrawn, as a sentence. */
function untilText({ texts, today }: Turn, { report, window }: Case): string {
  if (!isChangeable(report, window)) return texts.t('register.receipt.closed')
  const { lastDay } = window
  return lastDay !== null && today <= lastDay
    ? texts.t('register.receipt.until', { day: formatDayShort(texts, lastDay) })
    : texts.t('register.receipt.untilDecided')
}

/** What the sender keeps: when, for whom it waits, what it comes to, its code, until when it can be changed, the paper step. */
export async function receiptOf(turn: Turn, one: Case): Promise<Message> {
  const { texts, now, zone } = turn
  const { report, deadline, approvers } = one
  const { code, version, body } = report
  const personIds = await presentOf(turn.store, approvers.personIds, turn.today)
  const approver = nameApprovers(texts, await loadApprovers(turn, { ...approvers, personIds }))
  const again = version > 1 ? 'Again' : ''
  const key = `reports.receipt.${approver === null ? 'toAdmin' : 'sent'}${again}` as const
  const office = splitRecipient(deadline?.deadline.recipient ?? null)?.through ?? texts.t('register.council')
  const lines = [
    texts.t(key, { moment: formatMoment(texts, now, zone), approver, version }),
    // The only admin's own: nobody takes in their own paper.
    personIds.length === 0 ? texts.t('reports.receipt.nobody') : '',
    `${texts.t('reports.receipt.holds', { totals: describeTotals(texts, reportRows(body)), code })} ${untilText(turn, one)}`,
    describeArrival(turn, texts, one),
    isWritten(one) ? texts.t(approver === null ? 'reports.receipt.paperNow' : 'reports.receipt.paper', { office }) : '',
  ]
  const changes = isChangeable(report, one.window) ? [editButton(texts, report), withdrawButton(texts, report)] : []
  return message(lines.filter((line) => line !== '').join('\n'), [
    downloadButton(texts, report),
    reviewButton(texts, report),
    ...changes,
  ])
}
