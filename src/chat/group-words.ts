import type { Agency } from '../domain/agency.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import type { GroupCount, GroupDue } from '../domain/group-dues.ts'
import type { DeadlineKind } from '../domain/plan.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDeadline, formatDeadlineShort, formatDeed, formatLastDayNear } from '../texts/deadlines.ts'
import { formatPlanRound } from '../texts/rounds.ts'
import type { Texts } from '../texts/texts.ts'
import { lastDayMarks } from './last-day-marks.ts'
import { type Message, markDays, message } from './message.ts'

export type GroupWriting = { texts: Texts; calendar: Calendar; today: Day; zone: string; unit: string }

const verbs: Partial<Record<DeadlineKind, 'registration' | 'report' | 'commendation_dossier'>> = {
  ...{ registration: 'registration', report: 'report', commendation_dossier: 'commendation_dossier' },
}

/** `14/20 đơn vị đã đăng ký` */
const countWords = (texts: Texts, kind: DeadlineKind, { subject, ...numbers }: GroupCount): string =>
  texts.t(`groups.did.${verbs[kind] ?? 'other'}`, { whom: texts.t(`groups.whom.${subject}`, numbers) })

/** `14/20 đơn vị đã đăng ký; 30/52 người đã đăng ký`; empty where nothing may be counted. */
const countsWords = (texts: Texts, { kind, counts }: GroupDue): string =>
  counts.map((count) => countWords(texts, kind, count)).join('; ')

function wordsOf(due: GroupDue, { texts, calendar, today, unit }: GroupWriting) {
  const { kind, plan, round, deadline, lastDay } = due
  return {
    unit: capitalise(unit),
    deed: formatDeed(texts, kind, formatPlanRound(texts, plan, round)),
    counts: countsWords(texts, due),
    deadline: formatDeadline(texts, deadline),
    last: formatLastDayNear(texts, calendar, today, { kind, precision: deadline.precision, lastDay }),
  }
}

/** What a group is told of its unit's deadlines on one morning: counts, never names. */
export function writeGroupCount(dues: GroupDue[], writing: GroupWriting & { agency: Agency | null }): Message | null {
  const { texts, agency } = writing
  if (dues.length === 0) return null
  const told = dues.map((due) => {
    const words = wordsOf(due, writing)
    return texts.t(due.counts.length > 0 ? 'groups.count' : 'groups.deadline', words)
  })
  const help = agency ? ` ${texts.t('groups.help', { office: agency.office })}` : ''
  return markDays(
    message(`${told.join('\n\n')}${help}`),
    dues.flatMap(({ lastDay }) => lastDayMarks(writing, lastDay)),
  )
}

/** One line of a list: `1. Đăng ký thi đua …: trước ngày 10/04, gửi chậm nhất thứ Ba 09/04; 14/20 đơn vị đã đăng ký` */
export function groupLine(due: GroupDue, number: number, writing: GroupWriting): string {
  const { texts, today } = writing
  const words = wordsOf(due, writing)
  const sameYear = due.lastDay.slice(0, 4) === today.slice(0, 4)
  const deadline = sameYear ? formatDeadlineShort(texts, due.deadline) : words.deadline
  const line = texts.t('groups.list.line', { ...words, number, deed: capitalise(words.deed), deadline })
  return words.counts ? texts.t('groups.list.counted', { line, counts: words.counts }) : line
}
