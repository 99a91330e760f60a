import type { Period } from '../domain/plan.ts'
import { contextOf, type DeadlineFacts } from './deadline-facts.ts'
import { readKind } from './deadline-kind.ts'
import type { DocumentText } from './document.ts'
import type { Passage } from './passage.ts'
import { clip } from './quote.ts'
import { splitPassages } from './split-passages.ts'
import { placeStretch } from './time/place-stretch.ts'
import { readStretches } from './time/read-stretches.ts'
import { saysYearly } from './time/read-times.ts'
import { readReference } from './time/references.ts'
import type { Stretch } from './time/stretch.ts'
import type { TimeContext } from './time/time-reading.ts'

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

const campaign =
  /phong trào|đợt\s+(?:thi đua|cao điểm|phát động)|thi đua|chiến dịch|cuộc vận động|tháng\s+(?:hành động|cao điểm|thi đua)|cao điểm|hội thi|kế hoạch/iu
/** What a sentence must be about that states the time without a label. */
const movement =
  /phong trào|đợt\s+(?:thi đua|cao điểm|phát động)|chiến dịch|cuộc vận động|tháng\s+(?:hành động|cao điểm|thi đua)|cao điểm|hội thi/iu
const timeLabel =
  /thời\s+gian\s+(?:tổ chức|thực hiện|triển khai|thi đua|phát động|diễn ra|của|hưởng ứng)|^[\s\d.)a-zđIVX+•*-]{0,8}(?:về\s+)?thời gian\s*:/iu
const timeHeading =
  /^(?:về\s+)?thời\s+gian(?:\s+(?:tổ chức|thực hiện|triển khai|thi đua|phát động|diễn ra|và|hưởng ứng)|\s*[:,]?\s*$|\s*,)/iu
const runs = /(?:được\s+)?(?:triển khai|thực hiện|tổ chức|diễn ra|phát động|kéo dài|bắt đầu|tiến hành)[^.;]{0,160}$/iu
/** Labels beside a time that make it the time of one task. */
const taskLabel =
  /^[\s\d.)a-zđ+•*-]{0,8}(?:Cơ quan|Đơn vị|Thành phần|Địa điểm|Người)\s*(?:chủ trì|thực hiện|phối hợp|tham dự|tham gia)?[^:]{0,30}:/iu
const aside = /mục đích|yêu cầu|tiêu chuẩn|tiêu chí|đối tượng|nguyên tắc|kinh phí|căn cứ/iu
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

/** How surely a passage states the campaign's time; 0 where it states that of something else. */
function weigh(passage: Passage, stretch: Stretch | null): number {
  const { text, clause, siblings } = passage
  const before = text.slice(0, stretch?.index ?? text.length)
  const heading = clause.headings.at(-1) ?? ''
  const labelled = timeLabel.test(before) || timeHeading.test(heading)
  const spans = stretch !== null && (stretch.first !== null || stretch.openEnded || stretch.untilEvent !== null)
  const running = spans && movement.test(before) && runs.test(before)
  if (!labelled && !running) return 0
  // below a heading on time what names someone who acts is a task: "Hội đồng họp xét từ ngày …"
  if (stretch && !timeLabel.test(before) && !running && before.length > 25 && !movement.test(before)) return 0
  if (!timeLabel.test(before) && clause.headings.some((words) => aside.test(words) && !/thời gian/iu.test(words)))
    return 0
  if (stretch?.every || saysYearly(text)) return 0
  const ofTask = /^[-–+•*]/u.test(clause.marker ?? '') && !timeHeading.test(heading) && !campaign.test(text)
  if (ofTask) return 0
  const above = clause.headings.findLast((words) => !timeHeading.test(words)) ?? ''
  if (!campaign.test(text) && readKind(above) !== 'other') return 0
  if (siblings.some((other) => taskLabel.test(other.text))) return 0
  const kind = readKind(before.replace(/phong trào[^:;]{0,20}thi đua|đợt thi đua/giu, ''))
  if (kind !== 'other' && !(kind === 'launch' && spans)) return 0
  if (stretch?.tentative && !labelled) return 0
  return (labelled ? 2 : 0) + (running ? 2 : 0) + (campaign.test(text) ? 2 : 0) + (spans ? 2 : 0) + (stretch ? 1 : 0)
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

type Candidate = { weight: number; period: Period }

function candidates(passage: Passage, facts: DeadlineFacts): Candidate[] {
  const cited = { section: passage.clause.section, quote: clip(passage.text) }
  const labelled = weigh(passage, null)
  const reference = labelled ? (readReference(passage.text)?.text ?? null) : null
  const toEvent = readEventEnd(passage, facts)
  const context = { ...contextOf(facts), yearly: false }
  const found = readStretches(passage.text).flatMap((stretch) => {
    const weight = weigh(passage, stretch)
    return weight ? [{ weight, period: { ...endsOf(stretch, context), reference, ...cited } }] : []
  })
  if (toEvent && labelled) found.push({ weight: labelled + 3, period: { ...toEvent, reference, ...cited } })
  if (!found.length && reference) found.push({ weight: labelled, period: { ...noPeriod, reference, ...cited } })
  return found
}

/** The campaign's own time, from the sentence that states it; all empty where none does. */
export function readPeriod(doc: DocumentText, facts: DeadlineFacts): Period {
  const all = splitPassages(doc).flatMap((passage) => candidates(passage, facts))
  const best = all.reduce<Candidate | null>((top, one) => (top && top.weight >= one.weight ? top : one), null)
  return best?.period ?? noPeriod
}
