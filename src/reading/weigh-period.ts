import { readKind } from './deadline-kind.ts'
import type { Passage } from './passage.ts'
import { saysYearly } from './time/read-times.ts'
import type { Stretch } from './time/stretch.ts'

const campaign =
  /phong trào|đợt\s+(?:thi đua|cao điểm|phát động)|thi đua|chiến dịch|cuộc vận động|tháng\s+(?:hành động|cao điểm|thi đua)|cao điểm|hội thi|kế hoạch/iu
/** "Tháng hành động vì môi trường (từ ngày …": the time stands in brackets behind the name. */
const namedWithTime =
  /(?:đợt\s+(?:thi đua|cao điểm|phát động)|chiến dịch|tháng\s+(?:hành động|cao điểm|thi đua))[^.;()]{0,80}\(\s*$/iu
/** What a sentence must be about that states the time without a label. */
const movement =
  /phong trào|đợt\s+(?:thi đua|cao điểm|phát động)|chiến dịch|cuộc vận động|tháng\s+(?:hành động|cao điểm|thi đua)|cao điểm|hội thi/iu
const timeLabel =
  /thời\s+gian\s+(?:tổ chức|thực hiện|triển khai|tiến hành|thi đua|phát động|diễn ra|của|hưởng ứng)|^[\s\d.)a-zđIVX+•*-]{0,8}(?:về\s+)?thời gian\s*:/iu
const timeHeading =
  /^(?:về\s+)?thời\s+gian(?:\s+(?:tổ chức|thực hiện|triển khai|thi đua|phát động|diễn ra|và|hưởng ứng)|\s*[:,]?\s*$|\s*,)/iu
const runs = /(?:được\s+)?(?:triển khai|thực hiện|tổ chức|diễn ra|phát động|kéo dài|bắt đầu|tiến hành)[^.;]{0,160}$/iu
/** Labels beside a time that make it the time of one task. */
const taskLabel =
  /^[\s\d.)a-zđ+•*-]{0,8}(?:Cơ quan|Đơn vị|Thành phần|Địa điểm|Người)\s*(?:chủ trì|thực hiện|phối hợp|tham dự|tham gia)?[^:]{0,30}:/iu
const aside = /mục đích|yêu cầu|tiêu chuẩn|tiêu chí|đối tượng|nguyên tắc|kinh phí|căn cứ/iu
/** "từ ngày 0571 1/2023. đến ngày 09/12/2023": the first day was lost in scanning, the last was not. */
const tornStart = /từ ngày\s+[^;,]{4,16}$/iu
const acts = /(?:triển khai|thực hiện|tổ chức|diễn ra|phát động)/iu

/** How many letters back a sentence that stops have cut can begin. */
const furthest = 700

type Signs = {
  before: string
  /** The heading right above. */
  heading: string
  /** The words before the time call it a time. */
  labelled: boolean
  spans: boolean
  /** "Đợt thi đua được triển khai từ …": the campaign itself runs. */
  running: boolean
}

/** "từ ngày 10/11/2023. đến ngày: 10/12/2023": stops within the span itself. */
const isTorn = (stretch: Stretch | null): boolean => Boolean(stretch?.first && stretch.misread)

/** A scan that puts stops into a span ("10/11/2023. đến ngày: …") puts them into the sentence too: its beginning is looked for before them. */
function wordsBefore({ text, clause }: Passage, stretch: Stretch | null): string {
  const before = text.slice(0, stretch?.index ?? text.length)
  const at = isTorn(stretch) ? clause.text.indexOf(text) : 0
  return `${clause.text.slice(Math.max(0, at - furthest), Math.max(0, at))}${before}`
}

function readSigns(passage: Passage, stretch: Stretch | null): Signs {
  const { clause } = passage
  const before = wordsBefore(passage, stretch)
  const torn = isTorn(stretch) || (stretch?.cue === 'until' && tornStart.test(before))
  const open = stretch !== null && (stretch.first !== null || stretch.openEnded || stretch.untilEvent !== null)
  const verb = /^bắt đầu/iu.exec(passage.text.slice(stretch?.index))?.[0] ?? ''
  const running =
    (open && (namedWithTime.test(before) || (movement.test(before) && runs.test(`${before}${verb}`)))) ||
    (torn && movement.test(before) && acts.test(before))
  return {
    before,
    heading: clause.headings.slice(-2).find((words) => timeHeading.test(words)) ?? clause.headings.at(-1) ?? '',
    labelled: timeLabel.test(before),
    spans: open || torn,
    running,
  }
}

/** "- Thời gian thực hiện: …" below a task, beside its "Cơ quan chủ trì": the time of that task. */
function isOfTask({ text, clause, siblings }: Passage, { heading }: Signs): boolean {
  if (siblings.some((other) => taskLabel.test(other.text))) return true
  if (campaign.test(text)) return false
  const above = clause.headings.findLast((words) => !timeHeading.test(words)) ?? ''
  return readKind(above) !== 'other' || (/^[-–+•*]/u.test(clause.marker ?? '') && !timeHeading.test(heading))
}

/** "Thời gian gửi báo cáo", "Hội đồng họp xét từ ngày …": the time of something else. */
function isOfOther(stretch: Stretch | null, { before, labelled, spans, running }: Signs): boolean {
  const kind = readKind(before.replace(/phong trào[^:;]{0,20}thi đua|đợt thi đua/giu, ''))
  if (kind !== 'other' && !(kind === 'launch' && spans)) return true
  return stretch !== null && !labelled && !running && before.length > 25 && !movement.test(before)
}

/** "Đợt 1: từ ngày … đến ngày …": a campaign that runs in rounds. */
const roundLabel = /(?<!\p{L})(?:đợt|giai đoạn)\s+(?:\d{1,2}|[IVX]{1,3}|một|hai|ba|thứ\s+\p{L}+)(?!\p{L})/iu

/** Do the words before a time name a round of the campaign? */
export const namesRound = (before: string): boolean => roundLabel.test(before)

/** "Từ ngày … đến ngày …, các đơn vị có trách nhiệm tự kiểm tra": the time of a task that bodies are given. */
const givesTask = /^,\s+(?:các|mỗi|toàn thể|\p{Lu})[^.;]{0,200}?\s(?:có trách nhiệm|tự kiểm tra|tự đánh giá)(?!\p{L})/u

/** "Thời gian: 01 buổi, ngày 18/3/2023 (thứ Bảy)": the day of a meeting. */
const isOneDay = (stretch: Stretch | null): boolean =>
  stretch !== null &&
  !stretch.first &&
  (stretch.time !== null || (stretch.weekday !== null && ['bare', 'during', 'on'].includes(stretch.cue)))

/** How surely a passage, or a time in it, states the campaign's time; 0 where it does not. */
export function weighPeriod(passage: Passage, stretch: Stretch | null): number {
  const signs = readSigns(passage, stretch)
  const below = timeHeading.test(signs.heading)
  if (!signs.labelled && !below && !signs.running) return 0
  if (stretch && givesTask.test(passage.text.slice(stretch.end))) return 0
  const inAside = passage.clause.headings.some((words) => aside.test(words) && !/thời gian/iu.test(words))
  if (inAside && !signs.labelled) return 0
  if (
    isOneDay(stretch) ||
    stretch?.every ||
    saysYearly(passage.text) ||
    isOfTask(passage, signs) ||
    isOfOther(stretch, signs)
  )
    return 0
  if (stretch?.tentative && !signs.labelled && !below) return 0
  const two = [signs.labelled || below, signs.running, campaign.test(passage.text), signs.spans]
  return two.filter(Boolean).length * 2 + (stretch ? 1 : 0)
}
