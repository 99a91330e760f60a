import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import type { Digest, OwnPaper, Progress } from '../domain/digest.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay } from '../texts/days.ts'
import { formatDeadlineShort, formatDeed, formatLastBeside } from '../texts/deadlines.ts'
import { formatRound } from '../texts/rounds.ts'
import type { Texts } from '../texts/texts.ts'
import { formatList } from '../texts/whose.ts'
import { button, commandButton, type Message, message } from './message.ts'
import { formatDeedOf } from './write-coverage.ts'

/** `notes`: what else its reader is told, a line each. */
type Writing = { texts: Texts; calendar: Calendar; today: Day; unit: string; notes?: string[] }
type Deed = Digest['ahead'][number]

const mostFirst = 3

/** The digest in the order in which a head reads it: what waits, who is missing, our own paper, the days ahead, what came back. */
export function writeDigest(digest: Digest, writing: Writing): Message {
  const { texts } = writing
  const lines = [
    texts.t('reminders.digest.head', {
      unit: capitalise(writing.unit),
      day: formatDay(texts, writing.today),
      parts: partsOf(digest, texts),
    }),
    ...[...Map.groupBy(digest.progress, keyOf).values()].map((one) => progressLine(one, writing)),
    ...(digest.parts ? [texts.t('progress.parts', { whole: digest.parts.whole, count: digest.parts.all })] : []),
    ...ownLines(digest, writing),
    ...counted(digest, texts, ['returned']),
    ...(digest.unreachable > 0 ? [texts.t('reminders.digest.blocked', { count: digest.unreachable })] : []),
    ...(writing.notes ?? []),
  ]
  return message(lines.join('\n'), buttonsOf(digest, texts))
}

type Counted = 'waiting' | 'toReceive' | 'waitingReports' | 'toReceiveReports' | 'returned'

const counted = (digest: Digest, texts: Texts, names: Counted[]) =>
  names.filter((name) => digest[name] > 0).map((name) => texts.t(`reminders.digest.${name}`, { count: digest[name] }))

function partsOf(digest: Digest, texts: Texts): string {
  const { people, units, reader } = digest.missing
  const missing = !reader
    ? 'reminders.digest.missing'
    : people === 1
      ? 'reminders.digest.missingYou'
      : 'reminders.digest.missingWithYou'
  const both = people > 0 && units > 0
  const withYou = reader ? 'missingBothWithYou' : 'missingBoth'
  const parts = [
    ...counted(digest, texts, ['waiting', 'waitingReports', 'toReceive', 'toReceiveReports']),
    ...(people > 0 && !both ? [texts.t(missing, { count: people })] : []),
    ...(units > 0 && !both ? [texts.t('reminders.digest.missingUnits', { count: units })] : []),
    ...(both ? [texts.t(`reminders.digest.${withYou}`, { people, count: units })] : []),
  ]
  if (parts.length > 0) return formatList(texts, parts)
  const own = digest.own.filter(isOpen).length
  return own > 0 ? texts.t('reminders.digest.ownOpen', { count: own }) : texts.t('reminders.digest.nothing')
}

const keyOf = ({ deadlineId, round }: Deed) => `${deadlineId} ${round ?? ''}`
const isOpen = ({ state }: OwnPaper) => state === 'open'

function wordsOf(deed: Deed, { texts, calendar, today }: Writing) {
  const { kind, deadline, lastDay } = deed
  return {
    deed: formatDeedOf(texts, deed),
    deadline: formatDeadlineShort(texts, deadline),
    last: formatLastBeside(texts, calendar, { ...deadline, kind, lastDay }, today),
  }
}

/** How far one deadline is: of units, of people, or of both. */
function progressLine(progress: Progress[], writing: Writing): string {
  const { texts } = writing
  const [first] = progress
  if (!first) return ''
  const shares = progress.map(({ subject, done, total }) => texts.t(`progress.share.${subject}`, { done, total }))
  const key = first.isPast ? 'reminders.digest.linePast' : 'reminders.digest.line'
  return texts.t(key, { shares: formatList(texts, shares), ...wordsOf(first, writing) })
}

/** Our own papers, a line each; what is ahead follows the last of them. */
function ownLines(digest: Digest, writing: Writing): string[] {
  const lines = digest.own.map((one) => ownLine(one, digest, writing))
  return [...lines.slice(0, -1), [...lines.slice(-1), aheadLine(digest, writing)].join(' ')]
}

/** `báo cáo kết quả thi đua 120 năm, quý I/2024` */
function deedOf(texts: Texts, { kind, plan, round }: Deed): string {
  const deed = formatDeed(texts, kind, plan)
  return round === null ? deed : texts.t('progress.ofRound', { deed, round: formatRound(texts, round) })
}

/** `Bản của đơn vị: đã duyệt, chưa nhận bản ký.` The signed paper is spoken of where the plan wants it and something was sent. */
function ownLine(own: OwnPaper, digest: Digest, writing: Writing): string {
  const { texts } = writing
  if (isOpen(own) && !digest.progress.some((one) => keyOf(one) === keyOf(own))) return ownOpenLine(own, writing)
  const state = texts.t(`reminders.digest.state.${own.state}`)
  const paper = own.deadline.written && own.paper !== null ? texts.t(`reminders.digest.paper.${own.paper}`) : null
  const parts = paper === null ? state : formatList(texts, [state, paper])
  const isTheOne = [...digest.own, ...digest.progress].every(({ deadlineId }) => deadlineId === own.deadlineId)
  if (isTheOne && digest.progress.length > 0) return texts.t('reminders.digest.own', { parts })
  return texts.t('reminders.digest.ownOf', { deed: deedOf(texts, own), parts })
}

/** For what is not recorded the day matters most; when it is past it is not held against anybody. */
function ownOpenLine(own: OwnPaper, writing: Writing): string {
  const { deadline, last } = wordsOf(own, writing)
  const values = { deed: deedOf(writing.texts, own), deadline, last }
  return writing.texts.t(`reminders.digest.own${own.lastDay < writing.today ? 'Past' : 'Due'}`, values)
}

/** What else is ahead. That no report is due is said only where none stands above either. */
function aheadLine({ ahead, own, progress }: Digest, writing: Writing): string {
  const { texts } = writing
  if (ahead.length === 0) {
    const hasReport = [...own, ...progress].some(({ kind }) => kind === 'report')
    return texts.t(hasReport ? 'reminders.digest.nothingElseAhead' : 'reminders.digest.nothingAhead')
  }
  const items = ahead.map((one) => {
    const { deed, last } = wordsOf(one, writing)
    return texts.t('reminders.digest.aheadItem', { deed, last })
  })
  const list = items.reduce((left, right) => texts.t('reminders.digest.semicolon', { left, right }))
  return texts.t('reminders.digest.ahead', { list })
}

/** At most five, so that one more has room: what is done at once, then what shows more. */
function buttonsOf(digest: Digest, texts: Texts) {
  const { missing, progress } = digest
  const waiting = digest.waiting + digest.waitingReports
  const isOwnMissing = missing.reader && progress.some(({ kind, isPast }) => kind === 'registration' && !isPast)
  const approve = button(texts.t('reminders.button.approve', { count: waiting }), 'duyet', 'next', { after: '' })
  const register = commandButton(texts.t('reminders.button.register'), 'dangky')
  const own = digest.own.filter(isOpen)
  const isOurs = own.some(({ kind }) => kind === 'registration')
  const report = own.filter(({ kind }) => kind === 'report').map((one) => reportButton(one, texts))
  const nudges = progress.filter((one) => one.nudges > 0).map((one) => nudgeButton(one, texts))
  const letters = progress.filter(({ urges }) => urges).map((one) => letterButton(one, texts))
  const first = [
    ...(waiting > 0 ? [approve] : []),
    ...nudges.slice(0, 1),
    ...(isOwnMissing || isOurs ? [register] : []),
  ]
  const acts = [...first, ...report.slice(0, 1), ...letters.slice(0, 1), ...nudges.slice(1)].slice(0, mostFirst)
  return [
    ...acts,
    ...(progress.length > 0 ? [showing('list', texts)] : []),
    ...(hasChart(digest) ? [showing('chart', texts)] : []),
  ]
}

const ofRound = ({ round }: Deed) => (round === null ? {} : { round })

const nudgeButton = (one: Progress, texts: Texts) =>
  button(texts.t('reminders.button.nudge', { count: one.nudges }), 'nhac', 'nudge', {
    ...{ deadlineId: one.deadlineId, ...ofRound(one) },
  })

const reportButton = ({ deadlineId, round }: OwnPaper, texts: Texts) =>
  button(texts.t('reports.button.begin'), 'baocao', 'begin', { deadlineId, round })

const letterButton = (one: Progress, texts: Texts) =>
  button(texts.t('progress.button.letter'), 'dondoc', 'letter', { deadline: one.deadlineId, ...ofRound(one) })

const showing = (name: 'list' | 'chart', texts: Texts) => button(texts.t(`progress.button.${name}`), 'tiendo', name)

const hasChart = ({ progress, own, ahead }: Digest) => progress.length + own.length + ahead.length > 0
