import { listsOf } from '../../chat/known-lists.ts'
import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { lateArrival } from '../../domain/late-arrival.ts'
import type { Deadline, PlanDraft } from '../../domain/plan.ts'
import { isDated, isOver, isUnsure, whomToAsk } from '../../domain/plan-review.ts'
import { sentenceCase } from '../../domain/sentence-case.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatClause } from '../../texts/clauses.ts'
import { formatFull } from '../../texts/days.ts'
import { formatWarning } from '../../texts/doubts.ts'
import { formatFormerOf } from '../../texts/former-bodies.ts'
import { formatPeriod } from '../../texts/periods.ts'
import { clip } from '../../texts/plan-card.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Step } from '../engine/dialog.ts'
import { type Answers, readOf } from './answers.ts'
import { inPlace } from './in-place.ts'
import { expiredLine, referenceLine, timing, unreadLine } from './summary-lines.ts'

/** What was understood: the unsure first, then the facts, then what only looks like a deadline. */
export const summary: Step<Answers> = {
  ask: async ({ turn, answers }) => inPlace(turn, await summarize(turn, answers)),
  choices: ({ turn, answers }) => [
    { value: 'go', label: turn.texts.t('plans.summary.go') },
    ...looks
      .filter(({ is }) => is(turn, answers))
      .map(({ value }) => ({ value, label: turn.texts.t(`review.look.${value}`) })),
  ],
  async read(input, { turn, answers }) {
    if (input.kind !== 'choice') return { ok: false, message: await summarize(turn, answers) }
    const look = looks.find(({ value }) => value === input.value)?.value ?? null
    return { ok: true, answers: { ...answers, look, page: 0 } }
  },
}

/** What can be looked at before going through the deadlines. */
const looks = [
  {
    value: 'request',
    is: ({ today, calendar }: Turn, { deadlines }: Answers) =>
      lateArrival(
        deadlines.map(({ deadline }) => deadline),
        today,
        calendar,
      ) !== null,
  },
  { value: 'repairs', is: (_turn: Turn, answers: Answers) => readOf(answers).draft.repairs.length > 0 },
] as const

async function summarize(turn: Turn, answers: Answers): Promise<Message> {
  const { draft } = readOf(answers)
  const deadlines = answers.deadlines.map(({ deadline }) => deadline)
  const lines = [
    found(turn, deadlines, draft),
    ...timing(turn, deadlines),
    warnings(turn.texts, draft),
    expiredLine(turn.texts, draft, turn.today, (await listsOf(turn)).documents),
    referenceLine(turn.texts, deadlines),
    turn.texts.t('plans.summary.head', { title: titleOf(turn.texts, draft) }),
    numberLine(turn.texts, draft),
    periodLine(turn.texts, draft),
    decoys(turn.texts, draft),
    draft.repairs.length > 0 ? turn.texts.t('plans.summary.repairs', { count: draft.repairs.length }) : '',
    unreadLine(turn.texts, draft),
  ]
  return message(lines.filter((line) => line !== '').join('\n'))
}

const titleOf = ({ t }: Texts, { title, place }: PlanDraft): string =>
  title === null ? t('plans.summary.untitled') : clip(sentenceCase(title, place), mostOfTitle)

/** Letters of a title. */
const mostOfTitle = 160

function found({ texts, today }: Turn, deadlines: Deadline[], draft: PlanDraft): string {
  const { t } = texts
  const dated = deadlines.filter((one) => isDated(one) || isUnsure(one))
  const unsure = dated.filter(isUnsure).length
  const count = dated.length
  const undated = new Set(
    deadlines.filter((one) => !dated.includes(one)).map(({ section, task, kind }) => `${section} ${task ?? kind}`),
  ).size
  const rest = undated > 0 ? [t('plans.summary.undated', { count: undated })] : []
  if (count === 0)
    return [
      t('plans.summary.none'),
      ...noneLines(texts, deadlines, draft),
      ...formerLines(texts, deadlines, today),
      ...rest,
    ].join('\n')
  const head =
    unsure > 0
      ? t('plans.summary.found', { count, sure: count - unsure, unsure })
      : t('plans.summary.foundSure', { count })
  return [head, ...rest].join(' ')
}

/** Whom such a plan names to send to may be no more. */
const formerLines = (texts: Texts, deadlines: Deadline[], today: Turn['today']): string[] => [
  ...new Set(deadlines.flatMap((one) => formatFormerOf(texts, one, today))),
]

function noneLines(texts: Texts, deadlines: Deadline[], draft: PlanDraft): string[] {
  // What is to be reported tells best to whom the plan is owed.
  const first = deadlines.find(({ kind, recipient }) => kind === 'report' && recipient !== null) ?? deadlines[0]
  const names = whomToAsk(draft)
  return [
    ...(first
      ? [
          texts.t('plans.summary.noneQuote', {
            clause: capitalise(formatClause(texts, first.section)),
            quote: clip(first.quote.replace(/[.;,\s]+$/u, ''), mostOfTitle),
          }),
        ]
      : []),
    names.length > 0
      ? texts.t('plans.summary.noneAsk', { names: names.join('; ') })
      : texts.t('plans.summary.noneAskNobody'),
  ]
}

/** Blanks are told beside the number and the day. */
const toldElsewhere = new Set(['number_blank', 'issue_day_blank'])

function warnings(texts: Texts, draft: PlanDraft): string {
  const codes = draft.warnings.map(({ code }) => code).filter((code) => !toldElsewhere.has(code))
  const list = [...new Set(codes.map((code) => formatWarning(texts, code)))].join('; ')
  return list === '' ? '' : texts.t('plans.summary.warning', { list })
}

function numberLine({ t }: Texts, { number, issuer, place, issuedOn }: PlanDraft): string {
  return t('plans.summary.facts', {
    number: number ? t('plans.summary.number', { number }) : t('plans.summary.blank.number'),
    issuer: issuer ? sentenceCase(issuer, place) : t('plans.summary.blank.issuer'),
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
