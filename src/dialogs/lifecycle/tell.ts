import { heirsOf } from '../../chat/heirs.ts'
import { presentOf } from '../../chat/lend-roles.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { adminsOf } from '../../domain/obligation.ts'
import type { RegistrationState } from '../../domain/registration.ts'
import type { SentPaper } from '../../store/paper-row.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatMoment, formatStillTold } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { groupHeads } from '../approval/group-heads.ts'
import { officeOf } from '../approval/standing.ts'
import {
  approveButton,
  downloadButton,
  editButton,
  filesButtons,
  nextButton,
  reportPaperButton,
  returnButton,
  reviewButton,
  viewButton,
} from './buttons.ts'
import { type Case, describeArrival, isWritten } from './case.ts'
import type { Of } from './kind.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'
import { recipientsOf } from './recipient.ts'

type Write = (texts: Texts, who: string) => Message

/** Tells several people about one event of a paper, once each; not the one who caused it. `who`: whose paper it is, in words. */
async function tellAll<P extends SentPaper>(turn: Turn, about: Case<P>, name: string, told: string[], write: Write) {
  const { kind, sent } = about
  const whose = await loadRegistrant(turn, sent)
  const reached = await heirsOf(turn.store, sent, told)
  for (const personId of new Set(reached.filter((one) => one !== turn.person?.id)))
    await turn.tell(personId, `${kind.table}:${sent.id}:${sent.version}:${name}:${personId}`, kind.table, (texts) =>
      write(texts, nameRegistrant(texts, whose)),
    )
}

/** Whose paper it is: who registers or reports, and who typed it. */
const authorsOf = ({ personId, typedBy }: SentPaper): string[] => [...(personId ? [personId] : []), typedBy]

/** The admins nearest to the unit who are there, and whoever receives for its khối or cụm. */
async function receiversOf(turn: Turn, sent: SentPaper): Promise<string[]> {
  const { units, memberships } = await officeOf(turn)
  const told = [...adminsOf(sent.unitId, units, memberships), ...(await groupHeads(turn, sent))]
  return presentOf(turn.store, [...new Set(told)], turn.today)
}

/** "; gửi chậm nhất thứ Ba 09/04/2024.", or that it came after. */
export function untilText<P extends SentPaper>(turn: Turn, texts: Texts, one: Case<P>): string {
  const arrival = describeArrival(turn, texts, one)
  if (arrival !== '') return texts.t('register.tell.arrived', { arrival })
  const lastDay = one.deadline?.deadline.lastDay
  if (!lastDay || lastDay < turn.today) return '.'
  return texts.t('register.tell.until', { day: formatStillTold({ ...turn, texts }, lastDay, formatDay) })
}

/** The files that came with it go along: one with the message itself, several behind a button. */
function withFiles<P extends SentPaper>(texts: Texts, said: Message, of: Of<P>): Message {
  const [only, ...more] = of.kind.files(of.sent)
  return only && more.length === 0
    ? { ...said, attachment: only }
    : { ...said, buttons: [...said.buttons, ...filesButtons(texts, of)] }
}

/** A paper was sent (again): those for whom it waits now. */
export async function tellWaiting<P extends SentPaper>(turn: Turn, about: Case<P>): Promise<void> {
  const { kind, sent, approvers } = about
  const there = await presentOf(turn.store, approvers.personIds, turn.today)
  await tellAll(turn, about, 'waiting', there, (texts, who) => {
    const counts = kind.briefly(texts, sent)
    const values = { who: capitalise(who), code: sent.code, counts, until: untilText(turn, texts, about) }
    const again = sent.version > 1 ? 'Again' : ''
    const text = texts.t(`${kind.words}.tell.${approvers.by === 'head' ? 'waiting' : 'toReceive'}${again}`, values)
    const decide = approvers.by === 'head' ? [approveButton(texts, about)] : []
    return withFiles(texts, message(text, [...decide, viewButton(texts, about), returnButton(texts, about)]), about)
  })
}

/** Somebody else typed it: who registers or reports hears of it, with what they may do. */
export async function tellTypedFor<P extends SentPaper>(turn: Turn, about: Case<P>): Promise<void> {
  const { kind, sent } = about
  if (sent.personId === null || sent.personId === turn.person?.id) return
  const plan = (await turn.store.plans.byId(sent.planId))?.shortName ?? ''
  const by = turn.person?.name ?? ''
  await tellAll(turn, about, 'typed', [sent.personId], (texts) => {
    const values = { by, code: sent.code, plan, counts: kind.counts(texts, sent) }
    return message(texts.t(`${kind.words}.tell.typedFor`, values), [
      reviewButton(texts, about),
      editButton(texts, about),
    ])
  })
}

/** It was changed after approval: the admins, who had it to take in or had taken it in, hear that it waits again. */
export async function tellReopened<P extends SentPaper>(turn: Turn, about: Case<P>, was: RegistrationState) {
  const { kind, sent, approvers } = about
  if (was !== 'approved' && was !== 'received') return
  const told = (await receiversOf(turn, sent)).filter((id) => !approvers.personIds.includes(id))
  await tellAll(turn, about, 'reopened', told, (texts, who) =>
    message(texts.t(`${kind.words}.tell.reopened`, { who: capitalise(who), code: sent.code }), [
      viewButton(texts, about),
    ]),
  )
}

/** Where the plan wants it in writing: the paper to print and sign, and the word that it was sent. */
const paperStep = <P extends SentPaper>(texts: Texts, one: Case<P>) =>
  isWritten(one) && one.sent.paper === 'none' ? [downloadButton(texts, one), reportPaperButton(texts, one)] : []

/** The head approved: the authors hear of it with the paper step, and the admins have it to take in. */
export async function tellApproved<P extends SentPaper>(turn: Turn, about: Case<P>): Promise<void> {
  const { kind, sent } = about
  const by = turn.person?.name ?? ''
  await tellAll(turn, about, 'approved', authorsOf(sent), (texts) => {
    const done = texts.t(`${kind.words}.tell.approved`, { code: sent.code, by })
    const paper = isWritten(about) ? texts.t(`${kind.words}.receipt.paperNow`, recipientsOf(texts, about)) : ''
    return message([done, paper].filter(Boolean).join('\n'), [...paperStep(texts, about), reviewButton(texts, about)])
  })
  await tellAll(turn, about, 'toReceive', await receiversOf(turn, sent), (texts, who) =>
    message(texts.t(`${kind.words}.tell.approvedToReceive`, { who, code: sent.code, by }), [
      viewButton(texts, about),
      nextButton(texts, ''),
    ]),
  )
}

/** Asked for completion: the authors, with the reason word by word. */
export async function tellReturned<P extends SentPaper>(turn: Turn, about: Case<P>): Promise<void> {
  const { kind, sent, deadline } = about
  const lastDay = deadline?.deadline.lastDay
  await tellAll(turn, about, 'returned', authorsOf(sent), (texts) => {
    const day = lastDay ? formatStillTold({ ...turn, texts }, lastDay, formatDay) : ''
    const key = lastDay && lastDay >= turn.today ? 'returnedUntil' : 'returned'
    const values = { code: sent.code, reason: sent.returnReason ?? '', day }
    return message(texts.t(`${kind.words}.tell.${key}`, values), [editButton(texts, about), reviewButton(texts, about)])
  })
}

/** The admin took it in: "Đã tiếp nhận", with or without the signed paper. */
export async function tellReceived<P extends SentPaper>(turn: Turn, about: Case<P>): Promise<void> {
  const { kind, sent } = about
  const unit = sent.subject === 'unit' ? (await turn.store.units.byId(sent.unitId))?.name : undefined
  await tellAll(turn, about, 'received', authorsOf(sent), (texts) => {
    const signed = sent.paper === 'received'
    const owner = unit ?? texts.t('register.yours')
    const values = { code: sent.code, owner, moment: formatMoment(texts, turn.now, turn.zone) }
    const received = texts.t(`${kind.words}.tell.${signed ? 'receivedSigned' : 'received'}`, values)
    const rest = isWritten(about) && !signed ? 'stillPaper' : 'nothingLeft'
    const next = texts.t(`${kind.words}.tell.${rest}`, recipientsOf(texts, about))
    const step = rest === 'stillPaper' ? paperStep(texts, about) : []
    return message(`${received}\n${next}`, [...step, reviewButton(texts, about)])
  })
}

/** It was withdrawn: those who had it before them. */
export async function tellWithdrawn<P extends SentPaper>(turn: Turn, about: Case<P>, was: RegistrationState) {
  const { kind, sent, approvers } = about
  const had = was === 'waiting' ? approvers.personIds : await receiversOf(turn, sent)
  const told = [...had, ...(sent.decidedBy ? [sent.decidedBy] : []), ...authorsOf(sent)]
  await tellAll(turn, about, 'withdrawn', told, (texts, who) =>
    message(texts.t(`${kind.words}.tell.withdrawn`, { who, code: sent.code }), [viewButton(texts, about)]),
  )
}

/** The signed paper was reported sent (to the admins) or has arrived (to the authors). */
export async function tellPaper<P extends SentPaper>(turn: Turn, about: Case<P>, paper: 'reported' | 'received') {
  const { kind, sent } = about
  const told = paper === 'reported' ? await receiversOf(turn, sent) : authorsOf(sent)
  await tellAll(turn, about, `paper.${paper}`, told, (texts, who) =>
    message(texts.t(`${kind.words}.tell.paper.${paper}`, { who, code: sent.code }), [viewButton(texts, about)]),
  )
}
