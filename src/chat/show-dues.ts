import { isMine, localDaysOf } from '../domain/due.ts'
import { isNearOrPast } from '../domain/late-arrival.ts'
import { isOpen, type Obligation } from '../domain/obligation.ts'
import type { Role } from '../domain/person.ts'
import { canTypeFor } from '../domain/rights.ts'
import { isUrgedKind } from '../domain/urging.ts'
import type { Plan, PlanDeadline } from '../store/plan-rows.ts'
import { capitalise } from '../texts/capitalise.ts'
import { formatClauseCard } from '../texts/clause-card.ts'
import { formatClause } from '../texts/clauses.ts'
import { formatDues, formatSummary } from '../texts/due-list.ts'
import { formatFormerOf } from '../texts/former-bodies.ts'
import { formatLocalDays } from '../texts/local-days.ts'
import { agencyWords } from './agency-words.ts'
import { type DueFilter, findDues } from './find-dues.ts'
import { lastDayMarks } from './last-day-marks.ts'
import { type Button, button, commandButton, markDays, message } from './message.ts'
import type { Turn } from './turn.ts'

/** How many entries fit on a phone beside the other buttons. */
const entriesAPage = 4
const mostButtons = 6

/** Answers with what is due; a single entry that was asked for opens at once; a plan without a day says so. */
export async function showDues(turn: Turn, filter: DueFilter, offset = 0): Promise<void> {
  if (!turn.person) return
  const dues = await findDues(turn, turn.person.id, filter)
  const narrowed = filter.planIds !== null || filter.kinds !== null
  const dated = dues.filter(({ deadline: { lastDay } }) => lastDay !== null)
  if (narrowed && dated.length === 1 && dated[0]) return showClause(turn, dated[0].deadlineId)
  if (narrowed && dated.length === 0) return showNone(turn, filter)
  if (dues.length === 0) return turn.say(filter.range ? 'deadlines.none.inRange' : 'deadlines.none.atAll')

  const shown = dues.slice(offset, offset + entriesAPage)
  const list = formatDues(turn, shown, offset + 1)
  const text =
    offset === 0 && filter.unitId === null
      ? `${formatSummary(turn, dues, narrowed || filter.range !== null)}\n\n${list}`
      : list
  turn.reply(
    message(
      text,
      listButtons(turn, filter, {
        shown: shown.map(({ deadlineId }) => deadlineId),
        offset,
        total: dues.length,
        toDo: nearestToDo(dues),
      }),
    ),
  )
}

type Due = Awaited<ReturnType<typeof findDues>>[number]
const canRegister = (due: Due) => isMine(due) && due.deadline.kind === 'registration'
const canReport = (due: Due) => isMine(due) && due.deadline.kind === 'report' && due.deadline.lastDay !== null

/** What can be done here and now: the nearest that is not past, else what is. */
function nearestToDo(dues: Due[]): Due | null {
  const open = dues.filter((due) => canRegister(due) || canReport(due))
  return open.find(({ group }) => group !== 'overdue') ?? open[0] ?? null
}

const reportButton = ({ texts }: Turn, { deadlineId, round }: { deadlineId: string; round: string | null }): Button =>
  button(texts.t('reports.button.begin'), 'baocao', 'begin', { deadlineId, round })

const toDoButton = (turn: Turn, due: Due): Button =>
  canReport(due)
    ? reportButton(turn, due)
    : button(turn.texts.t('deadlines.button.register'), 'dangky', 'begin', { plan: due.planId })

type Page = { shown: string[]; offset: number; total: number; toDo: Due | null }

function listButtons(turn: Turn, filter: DueFilter, { shown, offset, total, toDo }: Page): Button[] {
  const { texts } = turn
  const open = shown.map((deadline, index) =>
    button(texts.t('deadlines.button.open', { number: offset + index + 1 }), 'hanchot', 'open', { deadline }),
  )
  const next = offset + shown.length
  const more =
    next < total ? [button(texts.t('deadlines.button.more'), 'hanchot', 'page', { filter, offset: next })] : []
  const shownFirst = [...(toDo ? [toDoButton(turn, toDo)] : []), ...open, ...more]
  // The calendar is the first to give way.
  const calendar = commandButton(texts.t('deadlines.button.calendar'), 'lich')
  return shownFirst.length < mostButtons ? [...shownFirst, calendar] : shownFirst
}

/** The card of one deadline; kindly, where it is gone. */
export async function showClause(turn: Turn, deadlineId: string): Promise<void> {
  const found = await turn.store.plans.deadlineById(deadlineId)
  const plan = found && (await turn.store.plans.byId(found.planId))
  if (!found || !plan || found.status !== 'live' || plan.status !== 'in_force') return turn.say('deadlines.gone')
  const { texts } = turn
  const mine = turn.person
    ? await turn.store.obligations.find({ personId: turn.person.id, deadlineIds: [deadlineId] })
    : []
  const buttons = [
    ...(found.deadline.kind === 'registration' && mine.length > 0
      ? [button(texts.t('deadlines.button.register'), 'dangky', 'begin', { plan: plan.id })]
      : []),
    ...(found.deadline.kind === 'report' && mine.length > 0 ? [reportButton(turn, { deadlineId, round: null })] : []),
    button(texts.t('deadlines.button.quote'), 'hanchot', 'quote', { deadline: deadlineId }),
    ...(plan.file ? [button(texts.t('deadlines.button.original'), 'kehoach', 'original', { plan: plan.id })] : []),
  ]
  const local = localDaysOf(mine).flatMap((one) => formatLocalDays(texts, one))
  const words = [formatClauseCard({ ...turn, plan: plan.shortName }, found.deadline), ...local].join('\n')
  const card = message(words, [...buttons, ...localButtons(turn, found, mine)])
  const { lastDay } = found.deadline
  turn.reply(lastDay === null ? card : markDays(card, lastDayMarks(turn, lastDay)))
}

/** Heads set a day for their own unit; admins record what a leader agreed to; who draws up papers asks for more time when it is late. */
function localButtons(
  turn: Turn,
  { id: deadline, deadline: { lastDay, kind } }: PlanDeadline,
  mine: Obligation[],
): Button[] {
  const { texts, person, today, calendar } = turn
  const holdsAny = (role: Role) => person?.memberships.some((one) => one.role === role) ?? false
  const dated = mine.some((one) => one.lastDay !== null)
  const isLate = lastDay !== null && isUrgedKind(kind) && isNearOrPast(lastDay, today, calendar)
  const drawsUp = mine.some((one) => isOpen(one) && person !== null && canTypeFor(person, one.unitId))
  const mayAsk = drawsUp || holdsAny('admin')
  return [
    ...(dated && holdsAny('head')
      ? [button(texts.t('office.internal.button'), 'hanchot', 'internal', { deadline })]
      : []),
    ...(holdsAny('admin') ? [button(texts.t('office.extension.button.extend'), 'dondoc', 'extend', { deadline })] : []),
    ...(mayAsk && isLate ? [button(texts.t('letters.moreTime.button'), 'hanchot', 'moreTime', { deadline })] : []),
  ]
}

/** The sentence a deadline stands in, word for word. */
export async function showQuote(turn: Turn, deadlineId: string): Promise<void> {
  const found = await turn.store.plans.deadlineById(deadlineId)
  const plan = found && (await turn.store.plans.byId(found.planId))
  if (!found || !plan) return turn.say('deadlines.gone')
  const { texts } = turn
  const source = texts.t('deadlines.quote', {
    clause: formatClause(texts, found.deadline.section),
    plan: plan.shortName,
  })
  const buttons = plan.file
    ? [button(texts.t('deadlines.button.original'), 'kehoach', 'original', { plan: plan.id })]
    : []
  turn.reply({
    blocks: [
      { kind: 'text', text: source },
      { kind: 'quote', text: found.deadline.quote },
    ],
    buttons,
  })
}

/** "Kế hoạch không ghi ngày báo cáo": which sentence orders it all the same, and whom to ask. */
async function showNone(turn: Turn, { planIds, kinds }: DueFilter): Promise<void> {
  const { texts } = turn
  const plans = (await turn.store.plans.list()).filter(({ id }) => planIds === null || planIds.includes(id))
  const [plan] = plans
  const kind = kinds?.[0] ?? null
  const asked = kind ? texts.t(`deadlines.asked.${kind}`) : texts.t('deadlines.asked.any')
  const { contact } = await agencyWords(turn.store, texts)
  if (!plan || planIds === null) return turn.say('deadlines.none.ofKind', { asked, contact })
  const ordered = await orderedWithoutDay(turn, plan, kinds)
  const quote = ordered
    ? texts.t('deadlines.none.orders', {
        clause: capitalise(formatClause(texts, ordered.section)),
        quote: ordered.quote,
        former: ordered.former.map((sentence) => `\n${sentence}`).join(''),
      })
    : ''
  turn.say('deadlines.none.inPlan', { plan: plan.shortName, asked, quote, contact }, [
    ...(ordered ? [button(texts.t('deadlines.button.quote'), 'hanchot', 'quote', { deadline: ordered.id })] : []),
    button(texts.t('deadlines.button.plan'), 'kehoach', 'open', { plan: plan.id }),
  ])
}

async function orderedWithoutDay(turn: Turn, plan: Plan, kinds: DueFilter['kinds']) {
  const all = await turn.store.plans.deadlinesOf(plan.id)
  const found = all.find(
    ({ deadline }) => deadline.lastDay === null && (kinds === null || kinds.includes(deadline.kind)),
  )
  if (!found) return null
  const { section, quote } = found.deadline
  return {
    id: found.id,
    section,
    former: formatFormerOf(turn.texts, found.deadline, turn.today),
    quote: quote.length <= 160 ? quote.replace(/[.;,]$/, '') : `${quote.slice(0, 160).replace(/\s+\S*$/, '')}…`,
  }
}
