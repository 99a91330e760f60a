import type { Agency } from '../domain/agency.ts'
import { workdayOnOrBefore } from '../domain/calendar.ts'
import { weekdayOf } from '../domain/day.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatDay, formatDayShort, formatDaysLeft } from '../texts/days.ts'
import { formatDeadline, formatDeadlineShort, formatDeed, formatLastDayNear } from '../texts/deadlines.ts'
import { formatLocalDays } from '../texts/local-days.ts'
import type { TextKey, Texts } from '../texts/texts.ts'
import { formatWhose } from '../texts/whose.ts'
import { lastDayMarks } from './last-day-marks.ts'
import { type Button, button, type Message, markDays, message } from './message.ts'
import type { Matter, Reader } from './reminder-matters.ts'

/** The command whose actions are a reminder's buttons. */
const topic = 'nhac'
const mostWorkButtons = 5

/** With a zone the days it speaks of are marked. */
type Writing = Reader & { agency: Agency | null; zone?: string }

/** The reminder of one person and morning: one matter told in full, several as a list. */
export function writeReminder(matters: Matter[], writing: Writing): Message | null {
  const said = writeWords(matters, writing)
  const { zone } = writing
  if (!said || zone === undefined) return said
  return markDays(
    said,
    matters.flatMap(({ lastDay }) => lastDayMarks({ ...writing, zone }, lastDay)),
  )
}

function writeWords(matters: Matter[], writing: Writing): Message | null {
  const [first, ...others] = matters
  if (!first) return null
  if (others.length > 0) return writeSeveral(matters, writing)
  if (!first.own && first.units.length + first.standsFor.length === 0) return writeForHead(first, writing)
  if (first.courteous) return writeCourteous(first, writing)
  return first.isPast ? writePast(first, writing) : writeOne(first, writing)
}

const says = (lines: (string | null)[], buttons: Button[]) =>
  message(lines.filter((line) => line !== null).join('\n'), buttons)

const press = (texts: Texts, name: string, args: Record<string, unknown>) =>
  button(texts.t(`reminders.button.${name}` as TextKey), topic, name, args)

const seeRule = (texts: Texts, { deadlineId }: Matter) =>
  button(texts.t('reminders.button.rule'), 'hanchot', 'open', { deadline: deadlineId })

/** Registrations and reports are made here; other papers are reported sent. */
function act(texts: Texts, { kind, planId, deadlineId, draft, own, units }: Matter): Button[] {
  // Who only stands in for somebody sees to it that it is done, and does not register or report in their place.
  if (!own && units.length === 0) return []
  if (kind === 'report')
    return [button(texts.t('reports.button.begin'), 'baocao', 'begin', { deadlineId, round: null })]
  if (kind !== 'registration') return []
  return draft
    ? [button(texts.t('reminders.button.continue'), 'dangky', 'resume')]
    : [button(texts.t('reminders.button.register'), 'dangky', 'begin', { plan: planId })]
}

/** Deed, deadline and last safe day of a matter, seen from today. */
function wordsOf(matter: Matter, { texts, calendar, today }: Writing) {
  const { kind, plan, deadline, lastDay } = matter
  return {
    deed: formatDeed(texts, kind, plan),
    deadline: formatDeadline(texts, deadline),
    last: formatLastDayNear(texts, calendar, today, { kind, precision: deadline.precision, lastDay }),
  }
}

function missingLine({ missing }: Matter, { texts }: Writing): string | null {
  return missing > 0 ? texts.t('reminders.missing', { count: missing }) : null
}

function writeOne(matter: Matter, writing: Writing): Message {
  const { texts, calendar, today } = writing
  const { deadlineId } = matter
  const told = workdayOnOrBefore(calendar, matter.lastDay)
  const left = capitalise(formatDaysLeft(texts, calendar, today, told))
  const words = wordsOf(matter, writing)
  return says(
    [
      today >= told ? texts.t('reminders.today', words) : texts.t('reminders.left', { left, ...words }),
      ...localLines(texts, matter),
      unrecorded(texts, matter),
      texts.t(matter.deadline.written ? 'reminders.reportPaper' : 'reminders.reportSent'),
      missingLine(matter, writing),
    ],
    [
      ...act(texts, matter),
      seeRule(texts, matter),
      ...(isMine(matter)
        ? [press(texts, 'later', { deadlineIds: [deadlineId] }), press(texts, 'sent', { deadlineId })]
        : []),
    ],
  )
}

/** Something of the reader's own, to be put off or reported sent; not only of somebody they stand in for. */
const isMine = ({ own, units }: Matter): boolean => own || units.length > 0

/** A leader's extension for the unit, and the day it set for itself. */
const localLines = (texts: Texts, { local }: Matter): string[] => local.flatMap((one) => formatLocalDays(texts, one))

function unrecorded(texts: Texts, matter: Matter): string {
  const whose = formatWhose(texts, matter)
  const { draft } = matter
  if (!draft) return texts.t('reminders.unrecorded', { whose })
  return draft.of === null
    ? texts.t('reminders.unrecordedBegun', { whose })
    : texts.t('reminders.unrecordedDraft', { whose, ...draft })
}

function writePast(matter: Matter, writing: Writing): Message {
  const { texts } = writing
  const { deadlineId, deadline } = matter
  const words = wordsOf(matter, writing)
  const weekday = deadline.on && texts.t(`dates.weekday.${weekdayOf(deadline.on)}` as TextKey)
  const named =
    deadline.precision === 'day'
      ? texts.t('reminders.dayAndWeekday', { deadline: words.deadline, weekday })
      : words.deadline
  return says(
    [
      texts.t('reminders.past', { deed: words.deed, deadline: named }),
      texts.t('reminders.pastUnrecorded', { whose: formatWhose(texts, matter) }),
    ],
    [...act(texts, matter), ...(isMine(matter) ? [press(texts, 'sent', { deadlineId })] : []), seeRule(texts, matter)],
  )
}

function writeCourteous(matter: Matter, writing: Writing): Message {
  const { texts, member, agency } = writing
  const { deadlineId, planId, units } = matter
  return says(
    [
      texts.t('reminders.courteous', { title: member.position || member.name, ...wordsOf(matter, writing) }),
      texts.t(units.length > 0 ? 'reminders.courteousUnrecorded' : 'reminders.courteousOwn', {
        whose: formatWhose(texts, matter),
      }),
      missingLine(matter, writing),
      agency && texts.t('reminders.contact', agency),
    ],
    [
      button(texts.t('reminders.button.plan'), 'kehoach', 'open', { plan: planId }),
      ...(units.length > 0 ? [press(texts, 'assign', { deadlineId })] : []),
      press(texts, 'sent', { deadlineId }),
    ],
  )
}

function writeForHead(matter: Matter, writing: Writing): Message {
  const { texts } = writing
  const { deadlineId, missing } = matter
  const nudge = button(texts.t('reminders.button.nudge', { count: missing }), topic, 'nudge', { deadlineId })
  return says(
    [texts.t('reminders.headLeft', { count: missing, ...wordsOf(matter, writing) })],
    [nudge, button(texts.t('reminders.button.progress'), 'tiendo', 'show', {})],
  )
}

function writeSeveral(matters: Matter[], writing: Writing): Message {
  const { texts } = writing
  const items = matters.map((matter, index) => itemOf(matter, index + 1, writing))
  const work = matters
    .slice(0, mostWorkButtons)
    .map(({ deadlineId }, index) =>
      button(texts.t('reminders.button.work', { number: index + 1 }), topic, 'work', { deadlineId }),
    )
  const later = press(texts, 'later', { deadlineIds: matters.map(({ deadlineId }) => deadlineId) })
  const contact = matters.some(({ courteous }) => courteous) && writing.agency
  return says(
    [headOf(matters, writing), ...items, contact ? texts.t('reminders.contact', contact) : null],
    [...work, later],
  )
}

function headOf(matters: Matter[], { texts, calendar, today, member }: Writing): string {
  const due = matters.filter(({ isPast }) => !isPast)
  const past = matters.length - due.length
  const lastDay = (due[0] ?? matters[0])?.lastDay ?? today
  const nearest = formatDayShort(texts, workdayOnOrBefore(calendar, lastDay))
  const values = { today: formatDay(texts, today), nearest, past, title: member.position || member.name }
  if (matters.some(({ courteous }) => courteous))
    return texts.t('reminders.several.courteous', { ...values, count: matters.length })
  if (due.length === 0) return texts.t('reminders.several.past', { ...values, count: past })
  return texts.t(past > 0 ? 'reminders.several.both' : 'reminders.several.due', { ...values, count: due.length })
}

function itemOf(matter: Matter, number: number, writing: Writing): string {
  const { texts } = writing
  const { deed, last } = wordsOf(matter, writing)
  const values = { number, deed: capitalise(deed), deadline: formatDeadlineShort(texts, matter.deadline), last }
  const item = texts.t(
    matter.isPast && !matter.courteous ? 'reminders.several.itemPast' : 'reminders.several.item',
    values,
  )
  return matter.missing > 0 ? texts.t('reminders.several.itemMissing', { item, count: matter.missing }) : item
}
