import { readClock } from './clock-time.ts'
import { type Cue, readCue } from './cue.ts'
import { readWeekday, weekdayWords } from './weekday.ts'

/** What stands around a point of time and changes its meaning. */
export type Surroundings = {
  cue: Cue
  index: number
  /** Its word of time was made out wrongly: "tước ngày". */
  misread: boolean
  time: string | null
  weekday: number | null
  /** "đầu tháng", "tuần thứ hai của tháng": a part that has no exact days. */
  part: boolean
  /** "dự kiến". */
  tentative: boolean
  /** "trường hợp đặc biệt". */
  exceptional: boolean
}

const halfDay = /(?:(?:cả\s+)?(?:buổi\s+)?(?<!\p{L})(?:sáng|chiều|tối|trưa)\s*)?(?:ngày)?\s*$/iu
/** "trong ngày hôm nay (10/3/2023)". */
const today = /(?:ngày\s+)?hôm\s+nay\s*[,(]?\s*(?:ngày)?\s*$/iu
const weekdayBefore = new RegExp(
  String.raw`\(?${weekdayWords}(?:\s+tuần\s+(?:này|sau|tới))?\)?\s*,?\s*\(?(?:ngày)?\s*$`,
  'iu',
)
const partBefore =
  /(?<!\p{L})(?:đầu|giữa|(?<!hạn\s+)cuối|trung tuần|thượng tuần|hạ tuần|tuần\s+(?:đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+(?:\p{L}+|\d)|\d|[IVX]+)(?:\s+của)?|tuần lễ\s+\p{L}+(?:\s+của)?)\s*$/iu
/** "hết giờ làm việc ngày", "trước khi kết thúc giờ hành chính", "cuối giờ chiều ngày": by the end of that day. */
const officeEnd =
  /(?:(?:trước|chậm nhất|đến)\s+(?:là\s+)?(?:khi\s+)?)?(?:hết|cuối|kết thúc|trước)\s+giờ(?:\s+(?:làm việc|hành chính|sáng|chiều))*\s*,?\s*(?:của\s+)?$/iu
const afternoon = /(?:chiều|tối)\s*(?:ngày)?\s*$/iu

/** "5h chiều" is 17:00. */
function hourOf(time: string | null, before: string): string | null {
  const hour = Number(time?.slice(0, 2))
  return time && hour > 0 && hour < 12 && afternoon.test(before) ? `${hour + 12}${time.slice(2)}` : time
}

/** "Thời gian dự kiến: 8h00 ngày 12/5/2023" is how a schedule is headed; "khai mạc dự kiến ngày 12/5" may yet change. */
const tentativeBefore = /(?:(?<!thời\s+gian\s+)dự kiến|khoảng)(?:(?!trước|chậm nhất)[^.;,]){0,25}$/iu
const exceptionalBefore = /trường hợp\s+(?:đặc biệt|bất khả kháng|có lý do)[^.;]{0,40}$/iu

/** Reads leftwards from a point of time: half day, weekday, hour, part of a month, then the cue itself. */
export function readSurroundings(before: string): Surroundings {
  let rest = before.replace(today, '').replace(halfDay, '')
  const weekday = weekdayBefore.exec(rest)?.[0] ?? null
  if (weekday) rest = rest.slice(0, -weekday.length).replace(halfDay, '')
  const clock = readClock(rest)
  if (clock) rest = rest.slice(0, clock.index)
  const part = partBefore.exec(rest)
  if (part) rest = rest.slice(0, part.index)
  const office = officeEnd.exec(rest)
  const { cue, index, misread } = office ? { cue: 'by' as const, index: office.index, misread: false } : readCue(rest)
  const lead = before.slice(0, index)
  return {
    cue,
    index,
    misread,
    time: hourOf(clock?.time ?? null, before),
    weekday: weekday ? readWeekday(weekday) : null,
    part: part !== null,
    tentative: tentativeBefore.test(lead),
    exceptional: exceptionalBefore.test(lead),
  }
}
