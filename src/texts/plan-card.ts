import type { Calendar } from '../domain/calendar.ts'
import type { Deadline, PlanDraft } from '../domain/plan.ts'
import { isDated } from '../domain/plan-review.ts'
import { sentenceCase } from '../domain/sentence-case.ts'
import { capitalise } from './capitalise.ts'
import { formatClause } from './clauses.ts'
import { formatFull } from './days.ts'
import { formatDeadline, formatLastDayShort } from './deadlines.ts'
import { formatPeriod } from './periods.ts'
import type { Texts } from './texts.ts'

/** Items shown of a long list in a chat, and the letters of each. */
const [mostItems, mostLetters] = [12, 240]

/** Letters of a task in a heading. */
const mostOfHeading = 60

/** The first words of a quotation, as many as a chat shows at a glance. */
export const clip = (text: string, most = mostLetters): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', most), 1))}…`

/** What is to be done, in the document's words or those of its kind. */
export const formatTask = (texts: Texts, { task, kind }: Deadline): string =>
  clip(capitalise((task ?? texts.t(`deadlines.kind.${kind}`)).replace(/[.;\s]+$/u, '')), 120)

/** The same in a heading: a long task gives way to the name of its kind, unless that says nothing of it. */
export function shortTask(texts: Texts, deadline: Deadline): string {
  const task = formatTask(texts, deadline)
  return task.length <= mostOfHeading || deadline.kind === 'other'
    ? task
    : capitalise(texts.t(`deadlines.kind.${deadline.kind}`))
}

/** Name, number and day, theme, slogan and time of a plan, line by line. */
export function formatPlanHead(texts: Texts, shortName: string, draft: PlanDraft): string[] {
  const { t } = texts
  const { number, issuer, place, issuedOn, theme, slogan, period } = draft
  const issued = issuedOn ? t('plans.plan.issued', { day: formatFull(issuedOn) }) : ''
  const facts = {
    number: number ? t('plans.summary.number', { number }) : t('plans.summary.blank.number'),
    issuer: issuer ? sentenceCase(issuer, place) : t('plans.summary.blank.issuer'),
  }
  const time = formatPeriod(texts, period)
  return [
    capitalise(shortName),
    t('plans.plan.number', facts) + issued,
    theme ? t('plans.plan.theme', { theme: clip(theme) }) : '',
    slogan && slogan !== theme ? t('plans.plan.slogan', { slogan: clip(slogan) }) : '',
    time && period ? t('plans.plan.period', { period: time, clause: formatClause(texts, period.section) }) : '',
  ].filter((line) => line !== '')
}

/** The deadlines of a plan, those with a time first. */
export function formatPlanDeadlines(texts: Texts, calendar: Calendar, deadlines: Deadline[]): string[] {
  const saysWhen = (one: Deadline) => isDated(one) || one.recurrence !== null
  const timed = deadlines.filter(saysWhen)
  const byDay = timed.sort((one, other) => ((one.lastDay ?? '9999') < (other.lastDay ?? '9999') ? -1 : 1))
  return [
    ...(deadlines.some(isDated) ? [texts.t('plans.plan.deadlines')] : [texts.t('plans.plan.noDeadlines')]),
    ...lines(texts, calendar, byDay),
    ...undatedLines(
      texts,
      deadlines.filter((one) => !saysWhen(one)),
    ),
  ]
}

/** Orders without a day shown of a plan, and the letters of each. */
const [mostUndated, mostOfOrder] = [4, 90]

function undatedLines(texts: Texts, deadlines: Deadline[]): string[] {
  const items = deadlines.map((one) => ({
    task: clip(formatTask(texts, one), mostOfOrder),
    clause: formatClause(texts, one.section),
  }))
  const once = [...new Map(items.map((item) => [`${item.task}|${item.clause}`, item])).values()]
  if (once.length === 0) return []
  const shown = once
    .slice(0, mostUndated)
    .map((item, index) => texts.t('plans.plan.undatedLine', { number: index + 1, ...item }))
  const count = once.length - shown.length
  return [texts.t('plans.plan.undated'), ...shown, ...(count > 0 ? [texts.t('plans.plan.cut', { count })] : [])]
}

/** One order that is of two kinds (register, and put up the dossier) is listed once. */
function lines(texts: Texts, calendar: Calendar, deadlines: Deadline[]): string[] {
  const all = deadlines.map((deadline) => ({
    ...deadlineValues(texts, calendar, deadline),
    task: shortTask(texts, deadline),
  }))
  const once = [...new Map(all.map((values) => [Object.values(values).join('|'), values])).values()]
  return once.map((values, index) => texts.t('plans.plan.deadline', { number: index + 1, ...values }))
}

function deadlineValues(texts: Texts, calendar: Calendar, deadline: Deadline) {
  const { lastDay } = deadline
  const last =
    lastDay === null
      ? ''
      : texts.t('plans.plan.deadlineLast', { last: formatLastDayShort(texts, calendar, { ...deadline, lastDay }) })
  const when = formatDeadline(texts, deadline)
  return { task: formatTask(texts, deadline), when, last, clause: formatClause(texts, deadline.section) }
}

type Item = { text: string; section: string }

function formatItems(texts: Texts, items: Item[]): string[] {
  const shown = items
    .slice(0, mostItems)
    .map(({ text, section }, index) =>
      texts.t('plans.plan.item', { number: index + 1, text: clip(text), clause: formatClause(texts, section) }),
    )
  const count = items.length - shown.length
  return count > 0 ? [...shown, texts.t('plans.plan.cut', { count })] : shown
}

/** What the campaign is about, item by item. */
export const formatContents = (texts: Texts, { contents }: PlanDraft): string[] =>
  contents.length === 0
    ? [texts.t('plans.plan.noContents')]
    : [texts.t('plans.plan.contents'), ...formatItems(texts, contents)]

/** Criteria by whom they are for, then the commendations. */
export function formatCriteria(texts: Texts, { criteria, commendations }: PlanDraft): string[] {
  if (criteria.length + commendations.length === 0) return [texts.t('plans.plan.noCriteria')]
  const groups = [...new Set(criteria.map(({ group }) => group))]
  const grouped = groups.flatMap((group) => [
    ...(group === '' ? [] : [capitalise(group)]),
    ...formatItems(
      texts,
      criteria.filter((one) => one.group === group),
    ),
  ])
  const awards = formatItems(
    texts,
    commendations.map(({ name, section }) => ({ text: name, section })),
  )
  return [
    ...(criteria.length > 0 ? [texts.t('plans.plan.criteria'), ...grouped] : []),
    ...(awards.length > 0 ? [texts.t('plans.plan.commendations'), ...awards] : []),
  ]
}

/** What one unit has to do: its deadlines, then the sentences that name it. */
export function formatUnitTasks(
  texts: Texts,
  calendar: Calendar,
  { unit, deadlines, assignments }: { unit: string; deadlines: Deadline[]; assignments: Item[] },
): string[] {
  const due = deadlines.map((deadline) => texts.t('plans.plan.mineDeadline', deadlineValues(texts, calendar, deadline)))
  const said = assignments
    .slice(0, mostItems)
    .map(({ text, section }) =>
      texts.t('plans.plan.mineQuote', { text: capitalise(clip(text)), clause: formatClause(texts, section) }),
    )
  return due.length + said.length === 0 ? [] : [texts.t('plans.plan.mine', { unit }), ...due, ...said]
}
