import { heirsOf } from '../../chat/heirs.ts'
import { presentOf } from '../../chat/lend-roles.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { adminsOf } from '../../domain/obligation.ts'
import { reportRows } from '../../domain/report.ts'
import type { Report } from '../../store/report-row.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatMoment } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { groupHeads } from '../approval/group-heads.ts'
import { officeOf } from '../approval/standing.ts'
import { loadRegistrant, nameRegistrant } from '../dangky/names.ts'
import { splitRecipient } from '../dangky/recipient.ts'
import { approveButton, editButton, returnButton, reviewButton, viewButton } from './buttons.ts'
import { type Case, describeArrival, isWritten } from './case.ts'
import { describeTotals } from './describe.ts'

type Event = { about: Case; name: string }

/** Tells several people about one event of a report, once each; not the one who caused it. */
async function tellAll(turn: Turn, { about, name }: Event, personIds: string[], write: (texts: Texts) => Message) {
  const { id, version } = about.report
  const reached = await heirsOf(turn.store, about.report, personIds)
  for (const personId of new Set(reached.filter((one) => one !== turn.person?.id)))
    await turn.tell(personId, `report:${id}:${version}:${name}:${personId}`, 'report', write)
}

/** Whose report it is: who reports, and who typed it. */
const authorsOf = ({ personId, typedBy }: Report): string[] => [...(personId ? [personId] : []), typedBy]

async function adminsFor(turn: Turn, report: Report): Promise<string[]> {
  const { units, memberships } = await officeOf(turn)
  const told = [...adminsOf(report.unitId, units, memberships), ...(await groupHeads(turn, report))]
  return presentOf(turn.store, [...new Set(told)], turn.today)
}

/** "; gửi chậm nhất thứ Ba 09/04/2024.", or that it came after. */
function untilText(turn: Turn, texts: Texts, one: Case): string {
  const arrival = describeArrival(turn, texts, one)
  if (arrival !== '') return texts.t('register.tell.arrived', { arrival })
  const lastDay = one.deadline?.deadline.lastDay
  if (!lastDay || lastDay < turn.today) return '.'
  return texts.t('register.tell.until', { day: formatDay(texts, workdayOnOrBefore(turn.calendar, lastDay)) })
}

async function whoIs(turn: Turn, report: Report) {
  const name = await loadRegistrant(turn, report)
  return { who: (texts: Texts) => nameRegistrant(texts, name), name }
}

/** A report was sent (again): those for whom it waits now. */
export async function tellWaiting(turn: Turn, about: Case): Promise<void> {
  const { report, approvers } = about
  const { who } = await whoIs(turn, report)
  const there = await presentOf(turn.store, approvers.personIds, turn.today)
  await tellAll(turn, { about, name: 'waiting' }, there, (texts) => {
    const again = report.version > 1 ? 'Again' : ''
    const totals = describeTotals(texts, reportRows(report.body))
    const values = { who: capitalise(who(texts)), code: report.code, totals, until: untilText(turn, texts, about) }
    const text = texts.t(`reports.tell.${approvers.by === 'head' ? 'waiting' : 'toReceive'}${again}`, values)
    const decide = approvers.by === 'head' ? [approveButton(texts, report)] : []
    return message(text, [...decide, viewButton(texts, report), returnButton(texts, report)])
  })
}

/** It was changed after approval: the admins, who had it to take in or had taken it in, hear that it waits again. */
export async function tellReopened(turn: Turn, about: Case, was: Report['state']): Promise<void> {
  const { report, approvers } = about
  if (was !== 'approved' && was !== 'received') return
  const { who } = await whoIs(turn, report)
  const told = (await adminsFor(turn, report)).filter((id) => !approvers.personIds.includes(id))
  await tellAll(turn, { about, name: 'reopened' }, told, (texts) =>
    message(texts.t('reports.tell.reopened', { who: capitalise(who(texts)), code: report.code }), [
      viewButton(texts, report),
    ]),
  )
}

/** The head approved: the authors hear of it with the paper step, and the admins have it to take in. */
export async function tellApproved(turn: Turn, about: Case): Promise<void> {
  const { report, deadline } = about
  const { who } = await whoIs(turn, report)
  const by = turn.person?.name ?? ''
  await tellAll(turn, { about, name: 'approved' }, authorsOf(report), (texts) => {
    const done = texts.t('reports.tell.approved', { code: report.code, by })
    const office = splitRecipient(deadline?.deadline.recipient ?? null)?.through ?? texts.t('register.council')
    const paper = isWritten(about) ? texts.t('reports.receipt.paperNow', { office }) : ''
    return message([done, paper].filter(Boolean).join('\n'), [reviewButton(texts, report)])
  })
  await tellAll(turn, { about, name: 'toReceive' }, await adminsFor(turn, report), (texts) =>
    message(texts.t('reports.tell.approvedToReceive', { who: who(texts), code: report.code, by }), [
      viewButton(texts, report),
    ]),
  )
}

/** It is to be completed: the authors, with the reason word by word. */
export async function tellReturned(turn: Turn, about: Case): Promise<void> {
  const { report, deadline } = about
  const lastDay = deadline?.deadline.lastDay
  await tellAll(turn, { about, name: 'returned' }, authorsOf(report), (texts) => {
    const day = lastDay ? formatDay(texts, workdayOnOrBefore(turn.calendar, lastDay)) : ''
    const key = lastDay && lastDay >= turn.today ? 'reports.tell.returnedUntil' : 'reports.tell.returned'
    return message(texts.t(key, { code: report.code, reason: report.returnReason ?? '', day }), [
      editButton(texts, report),
      reviewButton(texts, report),
    ])
  })
}

/** The admin took it in: "Đã tiếp nhận", with or without the signed paper. */
export async function tellReceived(turn: Turn, about: Case): Promise<void> {
  const { report, deadline } = about
  const { name } = await whoIs(turn, report)
  const recipient = splitRecipient(deadline?.deadline.recipient ?? null)
  await tellAll(turn, { about, name: 'received' }, authorsOf(report), (texts) => {
    const signed = report.paper === 'received'
    const owner = name.subject === 'unit' ? name.unit : texts.t('register.yours')
    const moment = formatMoment(texts, turn.now, turn.zone)
    const values = { code: report.code, owner, moment }
    const received = texts.t(signed ? 'reports.tell.receivedSigned' : 'reports.tell.received', values)
    const rest = isWritten(about) && !signed ? 'reports.tell.stillPaper' : 'reports.tell.nothingLeft'
    const council = recipient?.council ?? texts.t('register.council')
    const next = texts.t(rest, { council, office: recipient?.through ?? texts.t('register.council') })
    return message(`${received}\n${next}`, [reviewButton(texts, report)])
  })
}

/** It was withdrawn: those who had it before them. */
export async function tellWithdrawn(turn: Turn, about: Case, was: Report['state']): Promise<void> {
  const { report, approvers } = about
  const { who } = await whoIs(turn, report)
  const had = was === 'waiting' ? approvers.personIds : await adminsFor(turn, report)
  const told = [...had, ...(report.decidedBy ? [report.decidedBy] : []), ...authorsOf(report)]
  await tellAll(turn, { about, name: 'withdrawn' }, told, (texts) =>
    message(texts.t('reports.tell.withdrawn', { who: who(texts), code: report.code }), [viewButton(texts, report)]),
  )
}

/** The signed paper was reported sent (to the admins) or has arrived (to the authors). */
export async function tellPaper(turn: Turn, about: Case, paper: 'reported' | 'received'): Promise<void> {
  const { report } = about
  const { who } = await whoIs(turn, report)
  const told = paper === 'reported' ? await adminsFor(turn, report) : authorsOf(report)
  await tellAll(turn, { about, name: `paper.${paper}` }, told, (texts) =>
    message(texts.t(`reports.tell.paper.${paper}`, { who: who(texts), code: report.code }), [
      viewButton(texts, report),
    ]),
  )
}
