import type { Deadline, Period, PlanDraft } from '../domain/plan.ts'
import { buildDeadline, buildUndated } from './build-deadline.ts'
import { checkYears } from './check-years.ts'
import { contextOf, type DeadlineFacts } from './deadline-facts.ts'
import { deadlinesOfRow } from './deadlines-of-row.ts'
import type { DocumentText } from './document.ts'
import { fillOffsets } from './fill-offsets.ts'
import { fold } from './fold.ts'
import { isDeadline } from './is-deadline.ts'
import { kindOfTask } from './kind-of-task.ts'
import type { Passage } from './passage.ts'
import { clip } from './quote.ts'
import { readPeriod } from './read-period.ts'
import { splitPassages } from './split-passages.ts'
import { type Doubt, warned } from './time/doubt.ts'
import { readTimes, saysYearly } from './time/read-times.ts'
import { readReference } from './time/references.ts'
import { blankReading, type TimeContext, type TimeReading } from './time/time-reading.ts'
import { findUndatedOrders } from './undated-orders.ts'
import { namesRound } from './weigh-period.ts'

type Warning = PlanDraft['warnings'][number]

/** The campaign's own time is no deadline, where it is stated and where it is repeated. */
function isPeriod(passage: Passage, { index, from, on }: TimeReading, period: Period): boolean {
  const same = from === period.start && on === period.end
  const here = passage.clause.section.startsWith(period.section) && period.quote !== ''
  const stated = here && clip(passage.text) === period.quote
  if (stated && (same || on === period.end || (from !== null && from === period.start))) return true
  const round = here && from !== null && namesRound(passage.text.slice(0, index))
  if (round) return period.start === null || from >= period.start
  return same && from !== null && on !== null
}

/** "Thời hạn gửi hồ sơ: theo khoản 3 Mục V Kế hoạch số …": the day stands in another document. */
function readingByReference({ text }: Passage): TimeReading | null {
  const found = /thời\s+(?:gian|hạn)/iu.test(text) ? readReference(text) : null
  if (!found) return null
  return { ...blankReading(text.length, text.length), reference: found.reference, doubts: ['reference_unread'] }
}

/** "đăng ký danh hiệu năm 2023, gửi … trước ngày 12/5": a bare year beside other times parts no tasks. */
const isAside = ({ cue, precision }: TimeReading, all: readonly TimeReading[]): boolean =>
  all.length > 1 && cue === 'bare' && precision === 'year'

function datedIn(passage: Passage, context: TimeContext, period: Period): Deadline[] {
  if (passage.clause.row) return deadlinesOfRow(passage, context, period)
  const yearly =
    context.yearly || passage.clause.headings.some((heading) => saysYearly(heading)) || saysYearly(passage.sentence)
  const times = readTimes(passage.text, { ...context, yearly }).filter(
    (time, _at, all) => !isPeriod(passage, time, period) && !isAside(time, all),
  )
  const found = times.flatMap((time, i) => {
    const kind = kindOfTask(passage, time, { previousEnd: times[i - 1]?.end ?? 0, hasNext: i < times.length - 1 })
    return isDeadline(passage, time, kind, context.issuedOn) ? [buildDeadline(passage, time, kind)] : []
  })
  const elsewhere = found.length || period.quote === clip(passage.text) ? null : readingByReference(passage)
  const kind = elsewhere ? kindOfTask(passage, elsewhere, { previousEnd: 0, hasNext: false }) : 'other'
  return elsewhere && kind !== 'other' ? [buildDeadline(passage, elsewhere, kind)] : found
}

const isOf = (one: Deadline, { kind, actor }: Deadline): boolean =>
  one.kind === kind && one.actor !== null && fold(one.actor) === fold(actor ?? '')

/** "không nhận hồ sơ sau ngày 15/6", "hồ sơ nộp sau ngày 15/6 không được xem xét". */
const cutsOff =
  /không\s+(?:được\s+)?(?:tiếp\s+)?(?:nhận|xem xét|xét|giải quyết|tổng hợp|chấp nhận)[^.;]*(?:sau|quá)\s|(?<!\p{L})sau\s[^.;]*không\s+(?:được\s+)?(?:tiếp\s+)?(?:nhận|xem xét|xét|giải quyết|tổng hợp|chấp nhận)/iu

/** A cut-off that only repeats the day of a deadline is none of its own. */
function withoutRepeats(deadlines: Deadline[]): Deadline[] {
  const repeats = (one: Deadline): boolean =>
    cutsOff.test(one.quote) && deadlines.some((other) => other.on === one.on && !cutsOff.test(other.quote))
  return deadlines.filter((one) => !one.on || one.relation !== 'by' || !repeats(one))
}

function warningsOf(deadlines: Deadline[]): Warning[] {
  return deadlines
    .filter(({ reason }) => warned.includes(reason as Doubt))
    .map(({ reason, section, quote }) => ({ code: reason ?? '', section, quote }))
}

/**
 * What a document wants done by when, each with the words it stands in; then what it orders without a day. A day is
 * never invented: what is unsure has a confidence below 0.8 and a reason.
 */
export function readDeadlines(doc: DocumentText, facts: DeadlineFacts): { deadlines: Deadline[]; warnings: Warning[] } {
  const period = readPeriod(doc, facts)
  const context = { ...contextOf(facts), period: { start: period.start, end: period.end } }
  const passages = splitPassages(doc)
  const read = new Map(passages.map((passage) => [passage, datedIn(passage, context, period)] as const))
  const dated = fillOffsets(checkYears(withoutRepeats([...read.values()].flat()), facts.issuedOn), facts.issuedOn)
  const undated = findUndatedOrders(passages, new Set(passages.filter((passage) => read.get(passage)?.length)))
    .map(buildUndated)
    .filter((order) => !dated.some((one) => (one.on ?? one.recurrence) && isOf(one, order)))
  return { deadlines: [...dated, ...undated], warnings: warningsOf(dated) }
}
