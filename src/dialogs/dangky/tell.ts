import { heirsOf } from '../../chat/heirs.ts'
import { presentOf } from '../../chat/lend-roles.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { workdayOnOrBefore } from '../../domain/calendar.ts'
import { dayOf } from '../../domain/day.ts'
import { countsOf } from '../../domain/registration-body.ts'
import { pathUp } from '../../domain/unit-tree.ts'
import type { Registration } from '../../store/registration-row.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay, formatMoment } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { groupHeads } from '../approval/group-heads.ts'
import { describeArrival } from './arrival.ts'
import {
  approveButton,
  editButton,
  filesButton,
  isWritten,
  nextButton,
  returnButton,
  reviewButton,
  viewButton,
} from './buttons.ts'
import { describeCounts } from './describe.ts'
import { loadRegistrant, nameRegistrant } from './names.ts'
import { splitRecipient } from './recipient.ts'
import { type Case, officeOf } from './standing.ts'

type Event = { about: Case; name: string }

/** Tells several people about one event of a registration, once each; not the one who caused it. */
async function tellAll(turn: Turn, { about, name }: Event, personIds: string[], write: (texts: Texts) => Message) {
  const { id, version } = about.registration
  const reached = await heirsOf(turn.store, about.registration, personIds)
  for (const personId of new Set(reached.filter((one) => one !== turn.person?.id)))
    await turn.tell(personId, `registration:${id}:${version}:${name}:${personId}`, 'registration', write)
}

/** Whose registration it is: who registers, and who typed it. */
const authorsOf = ({ personId, typedBy }: Registration): string[] => [...(personId ? [personId] : []), typedBy]

/** The admins nearest to the unit, and whoever receives for its khối or cụm. */
async function adminsOf(turn: Turn, registration: Registration): Promise<string[]> {
  const { units, memberships } = await officeOf(turn)
  const near = pathUp(units, registration.unitId)
    .map(({ id }) => memberships.filter((held) => held.unitId === id && held.role === 'admin'))
    .find((held) => held.length > 0)
  return [...(near ?? []).map(({ personId }) => personId), ...(await groupHeads(turn, registration))]
}

/** "gửi chậm nhất thứ Ba 09/04/2024": until when it should stand. */
function untilText(turn: Turn, texts: Texts, { deadline, registration }: Case): string {
  const sentOn = dayOf(registration.submittedAt, turn.zone)
  const arrival = describeArrival(texts, deadline, { on: sentOn, lateReason: registration.lateReason })
  if (arrival !== '') return texts.t('register.tell.arrived', { arrival })
  const lastDay = deadline?.deadline.lastDay
  if (!lastDay || lastDay < turn.today) return '.'
  return texts.t('register.tell.until', { day: formatDay(texts, workdayOnOrBefore(turn.calendar, lastDay)) })
}

/** A registration was sent (again): those for whom it waits now. */
export async function tellWaiting(turn: Turn, about: Case): Promise<void> {
  const { registration, approvers } = about
  const name = await loadRegistrant(turn, registration)
  const there = await presentOf(turn.store, approvers.personIds, turn.today)
  await tellAll(turn, { about, name: 'waiting' }, there, (texts) => {
    const again = registration.version > 1 ? 'Again' : ''
    const values = {
      who: capitalise(nameRegistrant(texts, name)),
      code: registration.code,
      counts: toldCounts(texts, registration.body),
      until: untilText(turn, texts, about),
    }
    const text = texts.t(`register.tell.${approvers.by === 'head' ? 'waiting' : 'toReceive'}${again}`, values)
    const decide = approvers.by === 'head' ? [approveButton(texts, registration)] : []
    const buttons = [...decide, viewButton(texts, registration), returnButton(texts, registration)]
    return withFiles(texts, message(text, buttons), registration)
  })
}

/** "2 nội dung"; of a registration for the year what it counts. */
const toldCounts = (texts: Texts, body: Registration['body']): string =>
  body.shape === 'yearly'
    ? describeCounts(texts, body)
    : texts.t('register.shown.contents', { count: countsOf(body).contents })

/** The files that came with it go along: one with the message itself, several behind a button. */
function withFiles(texts: Texts, said: Message, registration: Registration): Message {
  const [only, ...more] = registration.body.attachments
  if (!only) return said
  if (more.length === 0) return { ...said, attachment: only }
  return { ...said, buttons: [...said.buttons, filesButton(texts, registration)] }
}

/** Somebody else typed it: who registers hears of it, with what they may do. */
export async function tellTypedFor(turn: Turn, about: Case): Promise<void> {
  const { registration } = about
  const { personId, code } = registration
  if (personId === null || personId === turn.person?.id) return
  const plan = await turn.store.plans.byId(registration.planId)
  const by = turn.person?.name ?? ''
  await tellAll(turn, { about, name: 'typed' }, [personId], (texts) =>
    message(
      texts.t('register.tell.typedFor', {
        by,
        code,
        plan: plan?.shortName ?? '',
        counts: describeCounts(texts, registration.body),
      }),
      [reviewButton(texts, registration), editButton(texts, registration)],
    ),
  )
}

/** It was changed after approval: the admins, who had it to take in or had taken it in, hear that it waits again. */
export async function tellReopened(turn: Turn, about: Case, was: Registration['state']): Promise<void> {
  const { registration, approvers } = about
  if (was !== 'approved' && was !== 'received') return
  const name = await loadRegistrant(turn, registration)
  const told = (await adminsOf(turn, registration)).filter((id) => !approvers.personIds.includes(id))
  await tellAll(turn, { about, name: 'reopened' }, told, (texts) => {
    const values = { who: capitalise(nameRegistrant(texts, name)), code: registration.code }
    return message(texts.t('register.tell.reopened', values), [viewButton(texts, registration)])
  })
}

/** The head approved: the authors hear of it with the paper step, and the admins have it to take in. */
export async function tellApproved(turn: Turn, about: Case): Promise<void> {
  const { registration, deadline } = about
  const name = await loadRegistrant(turn, registration)
  const by = turn.person?.name ?? ''
  await tellAll(turn, { about, name: 'approved' }, authorsOf(registration), (texts) => {
    const done = texts.t('register.tell.approved', { code: registration.code, by })
    const through = splitRecipient(deadline?.deadline.recipient ?? null)?.through
    const paper = isWritten(about) ? texts.t('register.receipt.paperNow', { office: through ?? '' }) : ''
    return message([done, paper].filter(Boolean).join('\n'), [reviewButton(texts, registration)])
  })
  await tellAll(turn, { about, name: 'toReceive' }, await adminsOf(turn, registration), (texts) => {
    const values = { who: nameRegistrant(texts, name), code: registration.code, by }
    return message(texts.t('register.tell.approvedToReceive', values), [
      viewButton(texts, registration),
      nextButton(texts, ''),
    ])
  })
}

/** Asked for completion: the authors, with the reason. */
export async function tellReturned(turn: Turn, about: Case): Promise<void> {
  const { registration, deadline } = about
  const lastDay = deadline?.deadline.lastDay
  await tellAll(turn, { about, name: 'returned' }, authorsOf(registration), (texts) => {
    const values = {
      code: registration.code,
      reason: registration.returnReason ?? '',
      day: lastDay ? formatDay(texts, workdayOnOrBefore(turn.calendar, lastDay)) : '',
    }
    const key = lastDay && lastDay >= turn.today ? 'register.tell.returnedUntil' : 'register.tell.returned'
    return message(texts.t(key, values), [editButton(texts, registration), reviewButton(texts, registration)])
  })
}

/** The admin took it in: "Đã tiếp nhận", with or without the signed paper. */
export async function tellReceived(turn: Turn, about: Case): Promise<void> {
  const { registration, deadline } = about
  const name = await loadRegistrant(turn, registration)
  const recipient = splitRecipient(deadline?.deadline.recipient ?? null)
  await tellAll(turn, { about, name: 'received' }, authorsOf(registration), (texts) => {
    const signed = registration.paper === 'received'
    const owner = name.subject === 'unit' ? name.unit : texts.t('register.yours')
    const received = texts.t(signed ? 'register.tell.receivedSigned' : 'register.tell.received', {
      code: registration.code,
      owner,
      moment: formatMoment(texts, turn.now, turn.zone),
    })
    const council = recipient?.council ?? texts.t('register.council')
    const missing = isWritten(about) && !signed
    const rest = missing ? 'register.tell.stillPaper' : 'register.tell.nothingLeft'
    const next = texts.t(rest, { council, office: recipient?.through ?? '' })
    return message(`${received}\n${next}`, [reviewButton(texts, registration)])
  })
}

/** It was withdrawn: those who had it before them. */
export async function tellWithdrawn(turn: Turn, about: Case, was: Registration['state']): Promise<void> {
  const { registration, approvers } = about
  const name = await loadRegistrant(turn, registration)
  const had = was === 'waiting' ? approvers.personIds : await adminsOf(turn, registration)
  const told = [...had, ...(registration.decidedBy ? [registration.decidedBy] : []), ...authorsOf(registration)]
  await tellAll(turn, { about, name: 'withdrawn' }, told, (texts) =>
    message(texts.t('register.tell.withdrawn', { who: nameRegistrant(texts, name), code: registration.code }), [
      viewButton(texts, registration),
    ]),
  )
}

/** The signed paper was reported sent (to the admins) or has arrived (to the authors). */
export async function tellPaper(turn: Turn, about: Case, paper: 'reported' | 'received'): Promise<void> {
  const { registration } = about
  const name = await loadRegistrant(turn, registration)
  const told = paper === 'reported' ? await adminsOf(turn, registration) : authorsOf(registration)
  await tellAll(turn, { about, name: `paper.${paper}` }, told, (texts) => {
    const values = { who: nameRegistrant(texts, name), code: registration.code }
    return message(texts.t(`register.tell.paper.${paper}`, values), [viewButton(texts, registration)])
  })
}
