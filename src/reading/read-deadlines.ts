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
import { bindAddressees } from './read-addressees.ts'
import { isBeside, readPeriod } from './read-period.ts'
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
  const beside = here || isBeside(passage.clause.section, period.section)
  const round = beside && from !== null && namesRound(passage.text.slice(0, index))
  if (round) return period.start === null || from >= period.start
  return same && from !== null && on !== null
}

/** "Thời hạn gửi hồ sơ: theo khoản 3 Mục V Kế hoạch số …": the day stands in another document. */
function readingByReference({ text }: Passage): TimeReading | null {
  const found = /thời\s+(?:gian|hạn)/iu.test(text) ? readReference(text) : null
  if (!found) return null
  return { ...blankReading(text.length, text.length), reference: found.reference, doubts: ['reference_unread'] }
}

/** "Sơ kết 6 tháng đầu năm: trước ngày 10/7", "Quý IV: bình xét (xong trước ngày 10/12)", "báo cáo quý I gửi trước ngày 25/3": what it is about, not when. */
const about = /(?:báo cáo|kết quả|sơ kết|tổng kết|số liệu|công tác|nhiệm vụ|kỳ)\s*$/iu

/** "đăng ký danh hiệu năm 2023, gửi … trước ngày 12/5": a bare year beside other times parts no tasks. */
const isAside = ({ text }: Passage, { index, cue, precision }: TimeReading, all: readonly TimeReading[]): boolean => {
  if (all.length < 2 || cue !== 'bare') return false
  if (precision === 'year') return true
  const others = all.filter((other) => other.index > index)
  if (precision === 'half_year' && others.length > 0 && about.test(text.slice(0, index))) return true
  const firm = others.some((other) => ['before', 'by'].includes(other.cue))
  const leads = index < 10 || about.test(text.slice(0, index))
  return firm && ['half_year', 'quarter', 'month'].includes(precision) && leads
}

/** "Đối với đề nghị xin lùi thời hạn đến ngày 30/9: không đồng ý": asked for, not granted. */
const refused = /(?<!\p{L})xin\s+(?:được\s+)?(?:lùi|gia hạn|kéo dài|chậm|hoãn)(?!\p{L})[^:;.]*$/iu

/** "Quý III: tiếp tục thực hiện các phong trào": goes on, ends at no time. */
const goesOn = ({ text }: Passage, { cue, end }: TimeReading): boolean =>
  cue === 'bare' && /^\s*[:,]?\s*tiếp tục\s/iu.test(text.slice(end))

/** "Ngày 18/8/2026, Ban Thường vụ họp nghe báo cáo …": what was, told before the first numbered section. */
const tells = (
  { clause, text }: Passage,
  { index, end, cue, on, from }: TimeReading,
  issuedOn: string | null,
): boolean =>
  cue === 'bare' &&
  clause.kind === 'paragraph' &&
  clause.section === '' &&
  on !== null &&
  from === null &&
  issuedOn !== null &&
  on <= issuedOn &&
  /^(?:Sáng|Chiều)?\s*$/iu.test(text.slice(0, index)) &&
  /^,\s/.test(text.slice(end))

function datedIn(passage: Passage, context: TimeContext, period: Period): Deadline[] {
  if (passage.clause.row) return deadlinesOfRow(passage, context, period)
  const yearly =
    context.yearly || passage.clause.headings.some((heading) => saysYearly(heading)) || saysYearly(passage.sentence)
  const times = readTimes(passage.text, { ...context, yearly }).filter(
    (time, _at, all) =>
      !isPeriod(passage, time, period) &&
      !isAside(passage, time, all) &&
      !goesOn(passage, time) &&
      !refused.test(passage.text.slice(0, time.index)) &&
      !tells(passage, time, context.issuedOn),
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

const sameTime = (one: Deadline, other: Deadline): boolean =>
  one.kind === other.kind &&
  one.section === other.section &&
  one.on === other.on &&
  one.from === other.from &&
  one.relation === other.relation

/** A cut-off that only repeats the day of a deadline is none of its own. */
function withoutRepeats(deadlines: Deadline[]): Deadline[] {
  const repeats = (one: Deadline): boolean =>
    cutsOff.test(one.quote) && deadlines.some((other) => other.on === one.on && !cutsOff.test(other.quote))
  const byQuote = Map.groupBy(deadlines, ({ quote }) => quote)
  const isFirst = (one: Deadline): boolean => byQuote.get(one.quote)?.find((other) => sameTime(other, one)) === one
  return deadlines.filter((one) => !one.on || ((one.relation !== 'by' || !repeats(one)) && isFirst(one)))
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
  const dated = fillOffsets(
    checkYears(withoutRepeats([...read.values()].flat()), facts.issuedOn, period.end),
    facts.issuedOn,
  )
  const undated = findUndatedOrders(passages, new Set(passages.filter((passage) => read.get(passage)?.length)))
    .map(buildUndated)
    .filter((order) => !dated.some((one) => (one.on ?? one.recurrence) && isOf(one, order)))
  return { deadlines: bindAddressees([...dated, ...undated], doc), warnings: warningsOf(dated) }
}
