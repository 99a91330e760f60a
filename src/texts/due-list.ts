import type { Calendar } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { type Due, isMine } from '../domain/due.ts'
import { capitalise } from './capitalise.ts'
import { formatClause } from './clauses.ts'
import { formatDaysLeft } from './days.ts'
import { formatDeadline, formatDeadlineShort, formatDeed, formatLastDay, formatLastDayShort } from './deadlines.ts'
import { formatLocalDays } from './local-days.ts'
import { formatRound } from './rounds.ts'
import type { TextKey, Texts } from './texts.ts'
import { formatWhose } from './whose.ts'

export type DueWords = { texts: Texts; calendar: Calendar; today: Day }

const join = (texts: Texts, ...parts: (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join(texts.t('deadlines.list.comma'))

/** `Trước ngày 10/04, gửi chậm nhất thứ Ba 09/04, còn 14 ngày (10 ngày làm việc)`; nothing where the heading says that no day is named. */
function whenLine({ texts, calendar, today }: DueWords, { deadline, group }: Due): string {
  const { kind, precision, relation, time, lastDay } = deadline
  const sameYear = lastDay?.slice(0, 4) === today.slice(0, 4)
  const written = sameYear ? formatDeadlineShort(texts, deadline) : formatDeadline(texts, deadline)
  if (lastDay === null) return group === 'undated' ? '' : capitalise(written)
  const last = (sameYear ? formatLastDayShort : formatLastDay)(texts, calendar, { kind, precision, lastDay })
  const left = group === 'information' ? null : formatDaysLeft(texts, calendar, today, lastDay)
  // "chậm nhất ngày 03/02, gửi chậm nhất thứ Tư 03/02" would say one day twice.
  const saidByLast = relation === 'by' && precision === 'day' && time === null && calendar.isWorkday(lastDay)
  return capitalise(join(texts, saidByLast ? null : written, last, left))
}

function sourceLine({ texts }: DueWords, { deadline: { section, actor }, plan, group }: Due): string {
  const clause = texts.t('deadlines.list.source', { plan, clause: formatClause(texts, section) })
  if (group !== 'information') return clause
  return join(
    texts,
    clause,
    actor ? texts.t('deadlines.list.actor', { actor: shorten(actor) }) : texts.t('deadlines.list.noActor'),
  )
}

/** A long list of bodies is cut at a word; the clause's card has it whole. */
const shorten = (text: string, most = 80) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`

/** `Đăng ký nội dung thi đua – hệ thống chưa ghi nhận` */
function taskLine(
  { texts }: DueWords,
  { deadline: { kind, task: asked, lastDay, recurrence }, round, group, state, own, units }: Due,
): string {
  // Without a day the kind says too little: several such orders of one plan would read alike.
  const named =
    lastDay === null && asked !== null && (recurrence === null || kind === 'other')
      ? shorten(asked)
      : texts.t(`deadlines.kind.${kind}`)
  const ofRound =
    round === null ? named : texts.t('reports.occasion.round', { plan: named, round: formatRound(texts, round) })
  const kindWords = capitalise(ofRound)
  if (group === 'information') return kindWords
  const task =
    units.length > 0
      ? texts.t('deadlines.list.taskOf', { task: kindWords, whose: formatWhose(texts, { kind, own, units }) })
      : kindWords
  return texts.t('deadlines.list.task', { task, state: texts.t(`deadlines.state.${state}`) })
}

/** One numbered entry of the list. */
function formatDue(words: DueWords, due: Due, number: number): string {
  const local = (due.local ?? []).flatMap((one) => formatLocalDays(words.texts, one))
  const lines = [whenLine(words, due), ...local, sourceLine(words, due)]
  const below = lines.filter((line) => line !== '').map((line) => `   ${line}`)
  return [`${number}. ${taskLine(words, due)}`, ...below].join('\n')
}

/** The entries under the names of their groups, numbered from `first`. */
export function formatDues(words: DueWords, dues: Due[], first: number): string {
  const groups = Map.groupBy(dues, ({ group }) => group)
  const sections = [...groups].map(([group, those]) => {
    const lines = those.map((due) => formatDue(words, due, first + dues.indexOf(due)))
    return [words.texts.t(`deadlines.group.${group}`), ...lines].join('\n')
  })
  return sections.join('\n\n')
}

/** The first line: how much is to be done and what comes first. `narrowed`: the list is a part of what is due. */
export function formatSummary({ texts, calendar }: DueWords, dues: Due[], narrowed = false): string {
  const mine = dues.filter((due) => isMine(due) && due.deadline.lastDay !== null)
  const [first] = mine
  const key: TextKey =
    mine.length === 0
      ? narrowed
        ? 'deadlines.summary.noneOfThese'
        : 'deadlines.summary.none'
      : mine.length === 1
        ? 'deadlines.summary.one'
        : first?.group === 'overdue'
          ? 'deadlines.summary.severalPast'
          : 'deadlines.summary.several'
  if (!first?.deadline.lastDay) return texts.t(key)
  const { kind, precision, lastDay } = first.deadline
  const task = mine.length === 1 ? texts.t(`deadlines.kind.${kind}`) : formatDeed(texts, kind, first.plan)
  return texts.t(key, {
    count: mine.length,
    task,
    lastDay: formatLastDay(texts, calendar, { kind, precision, lastDay }),
  })
}
