import type { Agency } from '../domain/agency.ts'
import { workdayOnOrBefore } from '../domain/calendar.ts'
import { weekdayOf } from '../domain/day.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay, formatDayShort, formatDaysLeft, formatToldDay } from '../texts/days.ts'
import { formatDeadline, formatDeadlineShort, formatDeed, formatLastBeside } from '../texts/deadlines.ts'
import { formatLocalDays } from '../texts/local-days.ts'
import { formatPlanRound } from '../texts/rounds.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import { formatList, formatWhose } from '../texts/whose.ts'
import type { Matter, Reader } from './reminder-matters.ts'

/** What the lines of a reminder are written from beside its matters. */
export type Writing = Reader & { agency: Agency | null }

/** Deed, deadline and last safe day of a matter, seen from today. */
export function wordsOf(matter: Matter, { texts, calendar, today }: Writing) {
  const { kind, plan, round, deadline, lastDay } = matter
  return {
    deed: formatDeed(texts, kind, formatPlanRound(texts, plan, round)),
    deadline: formatDeadline(texts, deadline),
    last: formatLastBeside(texts, calendar, { ...deadline, kind, lastDay }, today),
  }
}

/** "Còn 4 ngày (2 ngày làm việc) để …", and on the last day that it is the last. */
export function leftLine(matter: Matter, writing: Writing): string {
  const { texts, calendar, today } = writing
  const told = workdayOnOrBefore(calendar, matter.lastDay)
  const left = capitalise(formatDaysLeft(texts, calendar, today, told))
  const words = wordsOf(matter, writing)
  return today >= told ? texts.t('reminders.today', words) : texts.t('reminders.left', { left, ...words })
}

/** "⚠ Đã qua thời hạn … (trước ngày 10/04/2024, thứ Tư)." */
export function pastLine(matter: Matter, writing: Writing): string {
  const { texts } = writing
  const { deadline } = matter
  const words = wordsOf(matter, writing)
  const weekday = deadline.on && texts.t(`dates.weekday.${weekdayOf(deadline.on)}` as TextKey)
  const named =
    deadline.precision === 'day'
      ? texts.t('reminders.dayAndWeekday', { deadline: words.deadline, weekday })
      : words.deadline
  return texts.t('reminders.past', { deed: words.deed, deadline: named })
}

/** "Kính gửi đồng chí …: thời hạn … là …", to whom the word "overdue" is not said. */
export const courteousLine = (matter: Matter, writing: Writing): string => {
  const { texts, member } = writing
  // Once the day is past it is not said that there is time until then.
  return texts.t(matter.isPast ? 'reminders.courteousPast' : 'reminders.courteous', {
    title: member.position || member.name,
    ...wordsOf(matter, writing),
  })
}

/** How many in the reader's charge are missing, when it is late also who; null where nobody is. */
export function missingLine(matter: Matter, { texts }: Writing): string | null {
  const { missing, missingNames } = matter
  if (missing === 0) return null
  return missingNames.length > 0
    ? namedLine('missingNamed', matter, texts)
    : texts.t('reminders.missing', { count: missing })
}

/** Who of the unit has not reacted; null where everybody has. */
export const silentLine = (matter: Matter, { texts }: Writing): string | null =>
  matter.silentNames.length > 0 ? namedLine('silent', matter, texts) : null

/** Names shown of a longer list; all are under the digest. */
const mostNames = 5

/** A line that counts and names people. */
export function namedLine(line: 'missingNamed' | 'courteousMissing' | 'silent', matter: Matter, texts: Texts): string {
  const names = line === 'silent' ? matter.silentNames : matter.missingNames
  const shown = formatList(texts, names.slice(0, mostNames))
  const values = { what: texts.t(`reminders.what.${matter.kind}`), count: names.length }
  return texts.t(`reminders.${line}`, { ...values, names: names.length > mostNames ? `${shown}…` : shown })
}

/** A leader's extension for the unit, and the day it set for itself. */
export const localLines = (texts: Texts, { local }: Matter): string[] =>
  local.flatMap((one) => formatLocalDays(texts, one))

/** What is not recorded, and how far its draft has come. */
export function unrecorded(texts: Texts, matter: Matter): string {
  const whose = formatWhose(texts, matter)
  const { draft } = matter
  if (matter.returned) return texts.t('reminders.returned', { whose: capitalise(whose) })
  if (!draft) return texts.t('reminders.unrecorded', { whose })
  return draft.of === null
    ? texts.t('reminders.unrecordedBegun', { whose })
    : texts.t('reminders.unrecordedDraft', { whose, ...draft })
}

/** The same when it is late, with what can still be done. */
export function unrecordedPast(texts: Texts, matter: Matter): string {
  const whose = formatWhose(texts, matter)
  if (matter.returned) return texts.t('reminders.returnedPast', { whose: capitalise(whose) })
  return texts.t('reminders.pastUnrecorded', { whose })
}

/** The same, said courteously. */
export function courteousUnrecorded(texts: Texts, matter: Matter): string {
  const whose = formatWhose(texts, matter)
  if (matter.returned) return texts.t('reminders.courteousReturned', { whose: capitalise(whose) })
  return texts.t(matter.units.length > 0 ? 'reminders.courteousUnrecorded' : 'reminders.courteousOwn', { whose })
}

/** The line above a list of several. */
export function headOf(matters: Matter[], { texts, calendar, today, member }: Writing): string {
  const due = matters.filter(({ isPast }) => !isPast)
  const past = matters.length - due.length
  const lastDay = (due[0] ?? matters[0])?.lastDay ?? today
  const nearest = formatToldDay(texts, calendar, lastDay, (told) => formatDayShort(texts, told))
  const values = { today: formatDay(texts, today), nearest, past, title: member.position || member.name }
  if (matters.some(({ courteous }) => courteous))
    return texts.t('reminders.several.courteous', { ...values, count: matters.length })
  if (due.length === 0) return texts.t('reminders.several.past', { ...values, count: past })
  return texts.t(past > 0 ? 'reminders.several.both' : 'reminders.several.due', { ...values, count: due.length })
}

/** One line of a list. */
export function itemOf(matter: Matter, number: number, writing: Writing): string {
  const { texts } = writing
  const { deed, last } = wordsOf(matter, writing)
  const values = { number, deed: capitalise(deed), deadline: formatDeadlineShort(texts, matter.deadline), last }
  const item = texts.t(
    matter.isPast && !matter.courteous ? 'reminders.several.itemPast' : 'reminders.several.item',
    values,
  )
  const count = matter.missing || matter.silentNames.length
  return count > 0 ? texts.t('reminders.several.itemMissing', { item, count }) : item
}
