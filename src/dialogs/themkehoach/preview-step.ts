import { type Block, type Message, message } from '../../chat/message.ts'
import { announcement, type NewsPlan } from '../../chat/plan-news.ts'
import { readLadders } from '../../chat/read-ladders.ts'
import { sortNews } from '../../chat/tell-plan.ts'
import type { Turn } from '../../chat/turn.ts'
import type { AudienceMember } from '../../domain/audience.ts'
import { reminderDays } from '../../domain/ladder.ts'
import { type Ladders, ladderOf } from '../../domain/ladders.ts'
import { isAllPast, isPast } from '../../domain/plan-review.ts'
import type { RevisionDiff } from '../../domain/plan-revision.ts'
import { formatDay, formatDayShort } from '../../texts/days.ts'
import { formatDeadline } from '../../texts/deadlines.ts'
import { shortTask } from '../../texts/plan-card.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { type Answers, isRevision, type Reviewed, readOf } from './answers.ts'
import { bindingOf, keptInOrder, revisionOf, unitsOf } from './bind.ts'

type Bound = { item: Reviewed; id: string; deadline: Reviewed['deadline']; audience: AudienceMember[] }

/** The announcement as an official will read it, the days on which it will remind, and the one button that makes it public. */
export const preview: Step<Answers> = {
  ask: (asked) => show(asked),
  choices: ({ turn, answers }) => [
    { value: 'publish', label: turn.texts.t(isRevision(answers) ? 'plans.preview.replace' : 'plans.preview.publish') },
    // What changes a plan in force is wanted at once, or the people would go by the old text.
    ...(isRevision(answers) ? [] : [{ value: 'when', label: turn.texts.t('review.look.when') }]),
    { value: 'rehearsal', label: turn.texts.t('review.look.rehearsal') },
  ],
  async read(input, asked) {
    if (input.kind === 'choice') {
      const look = (['when', 'rehearsal'] as const).find((value) => value === input.value) ?? null
      return { ok: true, answers: { ...asked.answers, look, page: 0, publishAt: null } }
    }
    return { ok: false, message: await show(asked) }
  },
}

async function show({ turn, answers }: Asked<Answers>): Promise<Message> {
  const { t } = turn.texts
  const bound = await bindAll(turn, answers)
  const diff = await revisionOf(turn, answers)
  const name = answers.shortName ?? answers.known?.name ?? ''
  const head = [
    t(diff ? 'review.revisionHead' : 'plans.preview.head', { name }),
    ...pastLine(turn, bound),
    ...(diff ? diffLines(turn, diff) : []),
  ]
  const calendar = calendarLines(turn, bound, await readLadders(turn.store))
  const text = (lines: string[]): Block => ({ kind: 'text', text: lines.join('\n') })
  const news = diff ? [] : await newsBlocks(turn, answers, name, bound)
  return { blocks: [text(head), ...news, text([t('plans.preview.calendar'), ...calendar])], buttons: [] }
}

async function bindAll(turn: Turn, answers: Answers): Promise<Bound[]> {
  const units = await unitsOf(turn)
  return Promise.all(
    keptInOrder(answers).map(async (item) => {
      const { rows } = await bindingOf(turn, answers, item, units)
      return { item, id: String(item.place), deadline: item.deadline, audience: rows }
    }),
  )
}

function pastLine({ texts, today }: Turn, bound: Bound[]): string[] {
  const deadlines = bound.map(({ deadline }) => deadline)
  if (!isAllPast(deadlines, today)) return []
  const last =
    deadlines
      .flatMap(({ lastDay }) => lastDay ?? [])
      .sort()
      .at(-1) ?? today
  return [texts.t('plans.summary.allPast', { day: formatDay(texts, last) })]
}

/** The news of whoever has most to do, word for word. */
async function newsBlocks(turn: Turn, answers: Answers, name: string, bound: Bound[]): Promise<Block[]> {
  const { texts, calendar, today, store } = turn
  const news = sortNews(bound, await store.people.memberships(), today)
  const [most] = [...news.values()].sort((one, other) => other.length - one.length)
  if (!most) return message(texts.t('plans.preview.newsNobody')).blocks
  const { draft, file } = readOf(answers)
  const plan: NewsPlan = { id: '', shortName: name, number: draft.number, hasFile: file !== null }
  const { blocks } = announcement(texts, calendar, plan, most)
  return [
    { kind: 'text', text: texts.t('plans.preview.news', { count: news.size }) },
    ...blocks.map(({ text }): Block => ({ kind: 'quote', text })),
  ]
}

/** Mornings shown of a deadline's reminders. */
const mostDays = 6

function calendarLines(turn: Turn, bound: Bound[], ladders: Ladders): string[] {
  const { texts, calendar, today } = turn
  const lines = bound.flatMap(({ deadline, audience }) => {
    if (audience.length === 0 || isPast(deadline, today)) return []
    if (deadline.lastDay === null) return undatedLine(texts, deadline)
    const days = reminderDays(calendar, deadline.lastDay, ladderOf(ladders, deadline.kind))
      .map(({ day }) => day)
      .filter((day) => day > today)
    const shown = days.slice(0, mostDays).map((day) => formatDayShort(texts, day))
    const more = days.length > mostDays ? [texts.t('plans.preview.more', { count: days.length - mostDays })] : []
    const values = {
      task: shortTask(texts, deadline),
      when: formatDeadline(texts, deadline),
      days: [...shown, ...more].join(', '),
    }
    return [texts.t('plans.preview.line', values)]
  })
  return lines.length > 0 ? lines : [texts.t('plans.preview.noReminders')]
}

/** What comes again, and what waits for the day of an event, remind too, on mornings that are not known yet. */
function undatedLine(texts: Turn['texts'], deadline: Reviewed['deadline']): string[] {
  const values = { task: shortTask(texts, deadline), when: formatDeadline(texts, deadline) }
  if (deadline.recurrence) return [texts.t('plans.preview.rounds', values)]
  return deadline.event || deadline.offset ? [texts.t('plans.preview.event', values)] : []
}

function diffLines({ texts }: Turn, { same, added, gone }: RevisionDiff): string[] {
  const said = (deadline: Reviewed['deadline']) => ({
    task: shortTask(texts, deadline),
    when: formatDeadline(texts, deadline),
  })
  const lines = [
    ...same
      .filter(({ moved }) => moved)
      .map(({ deadline, was }) =>
        texts.t('plans.preview.moved', { ...said(deadline), was: formatDeadline(texts, was) }),
      ),
    ...added.map((deadline) => texts.t('plans.preview.added', said(deadline))),
    ...gone.map(({ deadline }) => texts.t('plans.preview.gone', said(deadline))),
  ]
  const what = lines.length > 0 ? lines : [texts.t('plans.preview.unchanged')]
  return [texts.t('plans.preview.diff'), ...what, texts.t('plans.preview.kept'), texts.t('review.when.revision')]
}
