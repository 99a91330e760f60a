import type { TextKey, Texts } from '../texts/texts.ts'
import { lastDayMarks } from './last-day-marks.ts'
import { type Button, button, type Message, markDays, message } from './message.ts'
import {
  courteousLine,
  courteousUnrecorded,
  headOf,
  itemOf,
  leftLine,
  localLines,
  missingLine,
  namedLine,
  pastLine,
  silentLine,
  unrecorded,
  unrecordedPast,
  type Writing,
  wordsOf,
} from './reminder-lines.ts'
import type { Matter, Task } from './reminder-matters.ts'

/** The command whose actions are a reminder's buttons. */
const topic = 'nhac'
const mostWorkButtons = 5

/** The reminder of one person and morning: one matter told in full, several as a list. */
export function writeReminder(matters: Matter[], writing: Writing): Message | null {
  const said = writeWords(matters, writing)
  if (!said) return said
  return markDays(
    said,
    matters.flatMap(({ lastDay }) => lastDayMarks(writing, lastDay)),
  )
}

function writeWords(matters: Matter[], writing: Writing): Message | null {
  const [first, ...others] = matters
  if (!first) return null
  if (others.length > 0) return writeSeveral(matters, writing)
  if (!first.own && first.units.length + first.standsFor.length === 0)
    return first.missing > 0 ? writeForHead(first, writing) : writeForDeputy(first, writing)
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
function act(texts: Texts, { kind, planId, deadlineId, round, draft, own, units, silentNames }: Matter): Button[] {
  // Who only stands in for somebody sees to it that it is done, and does not register or report in their place.
  if (!own && units.length + silentNames.length === 0) return []
  if (kind === 'report') return [button(texts.t('reports.button.begin'), 'baocao', 'begin', { deadlineId, round })]
  if (kind !== 'registration') return []
  return draft
    ? [button(texts.t('reminders.button.continue'), 'dangky', 'resume')]
    : [button(texts.t('reminders.button.register'), 'dangky', 'begin', { plan: planId })]
}

/** The task as the buttons of a message name it. */
const taskOf = ({ deadlineId, round }: Matter): Task => ({ deadlineId, round })
const inRound = ({ deadlineId, round }: Matter) => ({ deadlineId, ...(round !== null && { round }) })

function writeOne(matter: Matter, writing: Writing): Message {
  const { texts } = writing
  return says(
    [
      leftLine(matter, writing),
      ...localLines(texts, matter),
      unrecorded(texts, matter),
      texts.t(matter.deadline.written ? 'reminders.reportPaper' : 'reminders.reportSent'),
      missingLine(matter, writing),
      silentLine(matter, writing),
    ],
    [
      ...act(texts, matter),
      seeRule(texts, matter),
      ...(isMine(matter)
        ? [press(texts, 'later', { tasks: [taskOf(matter)] }), press(texts, 'sent', inRound(matter))]
        : []),
    ],
  )
}

/** Something of the reader's own, to be put off or reported sent; not only of somebody they stand in for. */
const isMine = ({ own, units }: Matter): boolean => own || units.length > 0

function writePast(matter: Matter, writing: Writing): Message {
  const { texts } = writing
  return says(
    [pastLine(matter, writing), unrecordedPast(texts, matter), missingLine(matter, writing)],
    [...act(texts, matter), ...(isMine(matter) ? [press(texts, 'sent', inRound(matter))] : []), seeRule(texts, matter)],
  )
}

function writeCourteous(matter: Matter, writing: Writing): Message {
  const { texts, agency } = writing
  const { planId, units } = matter
  return says(
    [
      courteousLine(matter, writing),
      courteousUnrecorded(texts, matter),
      missingLine(matter, writing),
      silentLine(matter, writing),
      agency && texts.t('reminders.contact', agency),
    ],
    [
      button(texts.t('reminders.button.plan'), 'kehoach', 'open', { plan: planId }),
      ...(units.length > 0 ? [press(texts, 'assign', inRound(matter))] : []),
      press(texts, 'sent', inRound(matter)),
    ],
  )
}

/** Before it is late how many are missing; when it is late, who. */
function writeForHead(matter: Matter, writing: Writing): Message {
  const { texts } = writing
  const { missing, isPast, courteous } = matter
  const before = () => texts.t('reminders.headLeft', { count: missing, ...wordsOf(matter, writing) })
  const late = () =>
    courteous
      ? [courteousLine(matter, writing), namedLine('courteousMissing', matter, texts)]
      : [pastLine(matter, writing), namedLine('missingNamed', matter, texts)]
  return says(
    [...(isPast ? late() : [before()]), silentLine(matter, writing)],
    [
      button(texts.t('reminders.button.nudge', { count: missing }), topic, 'nudge', inRound(matter)),
      button(texts.t('reminders.button.progress'), 'tiendo', 'show', {}),
    ],
  )
}

/** A focal point hears of the people of the unit who have not reacted, and may register and report for them. */
const writeForDeputy = (matter: Matter, writing: Writing): Message =>
  says(
    [leftLine(matter, writing), silentLine(matter, writing), writing.texts.t('reminders.deputyAsk')],
    [...act(writing.texts, matter), seeRule(writing.texts, matter)],
  )

function writeSeveral(matters: Matter[], writing: Writing): Message {
  const { texts } = writing
  const items = matters.map((matter, index) => itemOf(matter, index + 1, writing))
  const work = matters
    .slice(0, mostWorkButtons)
    .map((matter, index) =>
      button(texts.t('reminders.button.work', { number: index + 1 }), topic, 'work', inRound(matter)),
    )
  const ahead = matters.filter((matter) => isMine(matter) && !matter.isPast)
  const later = ahead.length > 0 ? [press(texts, 'later', { tasks: ahead.map(taskOf) })] : []
  const contact = matters.some(({ courteous }) => courteous) && writing.agency
  return says(
    [headOf(matters, writing), ...items, contact ? texts.t('reminders.contact', contact) : null],
    [...work, ...later],
  )
}
