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
const weekdayBefore = new RegExp(String.raw`\(?${weekdayWords}\)?\s*,?\s*(?:\(?ngày)?\s*$`, 'iu')
const partBefore =
  /(?<!\p{L})(?:đầu|giữa|(?<!hạn\s+)cuối|trung tuần|thượng tuần|hạ tuần|tuần\s+(?:đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+(?:\p{L}+|\d)|\d|[IVX]+)(?:\s+của)?|tuần lễ\s+\p{L}+(?:\s+của)?)\s*$/iu
/** "Thời gian dự kiến: 8h00 ngày 12/5/2023" is how a schedule is headed; "khai mạc dự kiến ngày 12/5" may yet change. */
const tentativeBefore = /(?:(?<!thời\s+gian\s+)dự kiến|khoảng)(?:(?!trước|chậm nhất)[^.;,]){0,25}$/iu
const exceptionalBefore = /trường hợp\s+(?:đặc biệt|bất khả kháng|có lý do)[^.;]{0,40}$/iu

/** Reads leftwards from a point of time: half day, weekday, hour, part of a month, then the cue itself. */
export function readSurroundings(before: string): Surroundings {
  let rest = before.replace(halfDay, '')
  const weekday = weekdayBefore.exec(rest)?.[0] ?? null
  if (weekday) rest = rest.slice(0, -weekday.length).replace(halfDay, '')
  const clock = readClock(rest)
  if (clock) rest = rest.slice(0, clock.index)
  const part = partBefore.exec(rest)
  if (part) rest = rest.slice(0, part.index)
  const { cue, index, misread } = readCue(rest)
  const lead = before.slice(0, index)
  return {
    cue,
    index,
    misread,
    time: clock?.time ?? null,
    weekday: weekday ? readWeekday(weekday) : null,
    part: part !== null,
    tentative: tentativeBefore.test(lead),
    exceptional: exceptionalBefore.test(lead),
  }
}
