import type { Period } from '../domain/plan.ts'
import { contextOf, type DeadlineFacts } from './deadline-facts.ts'
import type { DocumentText } from './document.ts'
import type { Passage } from './passage.ts'
import { clip } from './quote.ts'
import { splitPassages } from './split-passages.ts'
import { placeStretch } from './time/place-stretch.ts'
import { readStretches } from './time/read-stretches.ts'
import { readReference } from './time/references.ts'
import type { Stretch } from './time/stretch.ts'
import type { TimeContext } from './time/time-reading.ts'
import { namesRound, weighPeriod } from './weigh-period.ts'

type Ends = Pick<Period, 'start' | 'startPrecision' | 'end' | 'endPrecision' | 'endEvent' | 'openEnded'>

/** No word on the campaign's time. */
const noPeriod: Period = {
  start: null,
  startPrecision: 'none',
  end: null,
  endPrecision: 'none',
  endEvent: null,
  openEnded: false,
  reference: null,
  section: '',
  quote: '',
}

/** "từ ngày ban hành Kế hoạch đến khi hoàn thành …": no calendar day at all. */
const issueToEvent = /từ\s+(?:khi|ngày)\s+(?:ban hành|ký)[^.;]{0,60}?\s(?:đến|tới)\s+khi\s+([^.;]+)/iu

function endsOf(stretch: Stretch, context: TimeContext): Ends {
  const placed = placeStretch(stretch, context)
  const { first, last, cue, untilEvent, openEnded } = stretch
  const precision = last?.precision ?? 'none'
  const opens = openEnded || untilEvent !== null || (cue === 'from' && first === null)
  const closesOnly = first === null && ['until', 'by', 'before'].includes(cue)
  const start = closesOnly ? null : first === 'issue' ? placed.from : (placed.from ?? (opens ? null : placed.on))
  const startPrecision = first === 'issue' ? 'day' : (first?.precision ?? precision)
  return {
    start,
    startPrecision: start ? startPrecision : 'none',
    end: opens ? null : placed.on,
    endPrecision: opens ? (untilEvent ? 'event' : 'none') : placed.on ? precision : 'none',
    endEvent: untilEvent,
    openEnded,
  }
}

function readEventEnd(passage: Passage, { issuedOn }: DeadlineFacts): Ends | null {
  const match = issueToEvent.exec(passage.text)
  if (!match) return null
  const start = issuedOn
  return {
    ...noPeriod,
    start,
    startPrecision: start ? 'day' : 'none',
    endPrecision: 'event',
    endEvent: match[1]?.trim() ?? null,
  }
}

type Candidate = { weight: number; period: Period; isRound: boolean }

function candidates(passage: Passage, facts: DeadlineFacts): Candidate[] {
  const cited = { section: passage.clause.section, quote: clip(passage.text) }
  const labelled = weighPeriod(passage, null)
  const reference = labelled ? (readReference(passage.text)?.text ?? null) : null
  const isRound = false
  const toEvent = readEventEnd(passage, facts)
  const context = { ...contextOf(facts), yearly: false }
  const found = readStretches(passage.text).flatMap((stretch) => {
    const weight = weighPeriod(passage, stretch)
    const isRound = namesRound(passage.text.slice(0, stretch.index))
    return weight ? [{ weight, isRound, period: { ...endsOf(stretch, context), reference, ...cited } }] : []
  })
  if (toEvent && labelled) found.push({ weight: labelled + 3, isRound, period: { ...toEvent, reference, ...cited } })
  if (!found.length && reference)
    found.push({ weight: labelled, isRound, period: { ...noPeriod, reference, ...cited } })
  return found
}

/** `III.1` and `III.2` stand beside each other, as do the items of one section. */
export const isBeside = (one: string, other: string): boolean => {
  const above = (section: string): string => section.replace(/\.?[^.]*$/, '')
  return one === other || (above(one) !== '' && above(one) === above(other))
}

/** Rounds of one section are one campaign, from the start of the first to the end of the last. */
function joinRounds(best: Candidate, all: Candidate[]): Period {
  const rounds = all.filter(({ isRound, period }) => isRound && isBeside(period.section, best.period.section))
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (!best.isRound || !first || !last) return best.period
  const { end, endPrecision, endEvent, openEnded } = last.period
  return { ...first.period, end, endPrecision, endEvent, openEnded }
}

/** The campaign's own time, from the sentence that states it; all empty where none does. */
export function readPeriod(doc: DocumentText, facts: DeadlineFacts): Period {
  const all = splitPassages(doc)
    .filter(({ clause }) => !clause.row)
    .flatMap((passage) => candidates(passage, facts))
  const best = all.reduce<Candidate | null>((top, one) => (top && top.weight >= one.weight ? top : one), null)
  return best ? joinRounds(best, all) : noPeriod
}
