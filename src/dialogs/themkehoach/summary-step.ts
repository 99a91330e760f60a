import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { workdaysBetween } from '../../domain/calendar.ts'
import type { Deadline, PlanDraft } from '../../domain/plan.ts'
import { isAllPast, isDated, isOver, isUnsure, nextDeadline, whomToAsk } from '../../domain/plan-review.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatClause } from '../../texts/clauses.ts'
import { formatDay, formatDaysLeft, formatFull } from '../../texts/days.ts'
import { formatDeadlineShort } from '../../texts/deadlines.ts'
import { formatWarning } from '../../texts/doubts.ts'
import { formatPeriod } from '../../texts/periods.ts'
import { clip } from '../../texts/plan-card.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import { type Answers, readOf } from './answers.ts'
import { inPlace } from './in-place.ts'

/** Working days left from which a plan has arrived near its deadline. */
const nearDays = 3

/** What was understood: the unsure first, then the facts, then what only looks like a deadline. */
export const summary: Step<Answers> = {
  ask: ({ turn, answers }) => inPlace(turn, summarize(turn, answers)),
  choices: ({ turn }) => [{ value: 'go', label: turn.texts.t('plans.summary.go') }],
  read: (input, asked) =>
    input.kind === 'choice'
      ? { ok: true, answers: asked.answers }
      : { ok: false, message: summarize(asked.turn, asked.answers) },
}

function summarize(turn: Turn, answers: Answers): Message {
  const { draft } = readOf(answers)
  const deadlines = answers.deadlines.map(({ deadline }) => deadline)
  const lines = [
    found(turn.texts, deadlines, draft),
    ...timing(turn, deadlines),
    warnings(turn.texts, draft),
    turn.texts.t('plans.summary.head', { title: draft.title ?? turn.texts.t('plans.summary.untitled') }),
    numberLine(turn.texts, draft),
    periodLine(turn.texts, draft),
    decoys(turn.texts, draft),
    draft.repairs.length > 0 ? turn.texts.t('plans.summary.repairs', { count: draft.repairs.length }) : '',
  ]
  return message(lines.filter((line) => line !== '').join('\n'))
}

function found(texts: Texts, deadlines: Deadline[], draft: PlanDraft): string {
  const { t } = texts
  const dated = deadlines.filter((one) => isDated(one) || isUnsure(one))
  const unsure = dated.filter(isUnsure).length
  const count = dated.length
  const undated = deadlines.length - count
  const rest = undated > 0 ? [t('plans.summary.undated', { count: undated })] : []
  if (count === 0) return [t('plans.summary.none'), ...noneLines(texts, deadlines, draft), ...rest].join('\n')
  const head =
    unsure > 0
      ? t('plans.summary.found', { count, sure: count - unsure, unsure })
      : t('plans.summary.foundSure', { count })
  return [head, ...rest].join(' ')
}

function noneLines(texts: Texts, deadlines: Deadline[], draft: PlanDraft): string[] {
  const [first] = deadlines
  const names = whomToAsk(draft)
  return [
    ...(first
      ? [
          texts.t('plans.summary.noneQuote', {
            clause: capitalise(formatClause(texts, first.section)),
            quote: clip(first.quote),
          }),
        ]
      : []),
    names.length > 0
      ? texts.t('plans.summary.noneAsk', { names: names.join('; ') })
      : texts.t('plans.summary.noneAskNobody'),
  ]
}

/** A plan all in the past, or one that has come near its deadline, says so. */
function timing({ texts, today, calendar }: Asked<Answers>['turn'], deadlines: Deadline[]): string[] {
  if (isAllPast(deadlines, today)) {
    const last =
      deadlines
        .flatMap(({ lastDay }) => lastDay ?? [])
        .sort()
        .at(-1) ?? today
    return [texts.t('plans.summary.allPast', { day: formatDay(texts, last) })]
  }
  const next = nextDeadline(
    deadlines.filter(({ actor }) => actor !== null),
    today,
  )
  if (!next?.lastDay || workdaysBetween(calendar, today, next.lastDay) > nearDays) return []
  const left = formatDaysLeft(texts, calendar, today, next.lastDay)
  return [
    texts.t('plans.summary.near', { today: formatDay(texts, today), when: formatDeadlineShort(texts, next), left }),
  ]
}

function warnings(texts: Texts, draft: PlanDraft): string {
  const list = [...new Set(draft.warnings.map(({ code }) => formatWarning(texts, code)))].join('; ')
  return list === '' ? '' : texts.t('plans.summary.warning', { list })
}

function numberLine({ t }: Texts, { number, issuer, issuedOn }: PlanDraft): string {
  return t('plans.summary.facts', {
    number: number ? t('plans.summary.number', { number }) : t('plans.summary.blank.number'),
    issuer: issuer ?? t('plans.summary.blank.issuer'),
    day: issuedOn ? t('plans.summary.day', { day: formatFull(issuedOn) }) : t('plans.summary.blank.day'),
  })
}

function periodLine(texts: Texts, { period }: PlanDraft): string {
  const words = formatPeriod(texts, period)
  return words && period
    ? texts.t('plans.summary.period', { period: words, clause: formatClause(texts, period.section) })
    : ''
}

const firsts = (names: string[]): string => [...new Set(names)].slice(0, 3).join(', ')

/** Days and documents that are mentioned and bind nobody, in one line. */
function decoys({ t }: Texts, { anniversaries, legalBases, issuedOnGuess, deadlines }: PlanDraft): string {
  const over = deadlines.filter(isOver).length
  const list = [
    anniversaries.length > 0 &&
      t('plans.summary.decoy.anniversaries', {
        count: anniversaries.length,
        names: firsts(anniversaries.map(({ name, date }) => (date ? formatFull(date) : name))),
      }),
    legalBases.length > 0 &&
      t('plans.summary.decoy.documents', {
        count: legalBases.length,
        names: firsts(legalBases.map(({ number }) => number)),
      }),
    over > 0 && t('plans.summary.decoy.over', { count: over }),
    issuedOnGuess !== null && t('plans.summary.decoy.stamp', { day: formatFull(issuedOnGuess) }),
  ].filter((one) => one !== false)
  return list.length === 0 ? '' : t('plans.summary.decoys', { list: list.join('; ') })
}
