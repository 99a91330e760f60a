import type { Cue } from './cue.ts'
import { hideDecoys } from './decoys.ts'
import { limitCue } from './limit-cue.ts'
import type { Point } from './point.ts'
import { readPoints } from './read-points.ts'
import type { Every, Stretch } from './stretch.ts'
import { readSurroundings, type Surroundings } from './surroundings.ts'
import { readWeekday, weekdayWords } from './weekday.ts'

/** How many letters before a time can bear on it. */
const nearBy = 240
/** "đến", "-": what stands between the ends of a span. */
const spanLink =
  /^\s*(?:\([^)]{0,20}\)\s*)?,?\s*(?:cho\s+)?(?:đến|tới|-|–|—)\s*(?:hết\s+|hết$|cuối\s+)?(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d\d)?\s*(?:phút|['’′])?,?\s*)?(?:sáng|chiều|tối)?\s*(?:(?:thứ\s*(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật),?\s*)?(?:ngày[”"]?\s*)?$/iu
/** ". đến ngày: ": the same with stops that a scan has put into it. */
const spottedLink = /^\s*[.,:;]?\s*(?:đến|tới)\s*[.,:;]?\s*(?:hết\s+)?ngày\s*[.,:;]?\s*$/iu
/** ", ", "và cả": what stands between the days of a list. */
const listLink = /^\s*(?:\([^)]{0,60}\)\s*)?(?:,|và|,\s*và|&)\s*(?:cả\s+)?(?:sáng|chiều|tối)?\s*(?:ngày\s*)?$/iu
/** "từ ngày 08 đến ngày" before "10 tháng 5", "Ngày 16," before "17/5/2023", "từ ngày 02 -" before "11/8/2023". */
const dayPrefix =
  /(?:ngày|từ)\s+(\d{1,2})\s*(?:(?:,|và)\s*\d{1,2}\s*)*(?:đến|tới|-|–|,|và)\s*(?:hết\s+)?(?:(?:cả\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?$/iu
const sinceNow =
  /(?:kể\s+)?từ\s+(?:nay|(?:khi|ngày)\s+(?:ban hành|ký)[^,;.]{0,40}?)\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?$/iu
/** "từ ngày phát động đến hết ngày": begins with an event. */
const sinceEvent = /(?:kể\s+)?từ\s+(?:khi|ngày)\s+(?:phát động|triển khai|khai mạc|công bố)[^,;.\d]{0,40}?\s*$/iu
const untilEvent = /^\s*,?\s*(?:cho\s+)?(?:đến|tới)\s+(?:khi|lúc)\s+([^.;]+)/iu
const onward = /^\s*(?:và|đến)\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau|tới|tiếp)|^\s*trở đi/iu
const yearlyTail =
  /^\s*(?:của\s+)?(?:\(?(?:hằng|hàng|mỗi|từng)\s+năm\)?|năm\s+(?:xét tặng|đánh giá|báo cáo|liền (?:kề|sau)(?:\s+(?:đánh giá|sau|tiếp theo))?))(?!\p{L})/iu
/** "ngày 31/01 năm sau", "tháng 01 của năm kế tiếp". */
const nextYearTail = /^\s*(?:của\s+)?năm\s+(?:sau|tới|kế tiếp|tiếp theo)(?!\p{L})/iu
const weekdayTail = new RegExp(String.raw`^\s*[,(]\s*(?:tức\s+)?(${weekdayWords})\s*\)?`, 'iu')
const tentativeTail = /^\s*\(\s*dự kiến\s*\)/iu

/** "bắt đầu từ ngày 01/4/2023 và kết thúc vào ngày": both ends have their own verb. */
const endLink =
  /^\s*(?:\([^)]{0,20}\)\s*)?(?:,|và|,\s*và)?\s*kết\s+thúc\s*:?\s*(?:(?:vào|trong|hết)\s+)*(?:ngày\s*)?$/iu
const begins = /(?:từ|bắt đầu)\s*(?:vào\s+)?(?:ngày\s*)?$/iu

const linked = (text: string, a: Point, b: Point): 'span' | 'list' | null => {
  const between = text.slice(a.end, b.index)
  if (spottedLink.test(between) && a.precision === 'day' && b.precision === 'day') return 'span'
  if (endLink.test(between) && begins.test(text.slice(Math.max(0, a.index - 30), a.index))) return 'span'
  if (spanLink.test(between) && (a.precision === b.precision || /đến|tới/iu.test(between))) return 'span'
  return listLink.test(between) && a.precision === b.precision ? 'list' : null
}

type Group = { points: Point[]; cue: Cue | null }

/** Points that belong to one time: the ends of a span, the days of a list. "trước ngày 15/6 và 15/12" are two, with one cue. */
function groupPoints(text: string, points: Point[]): Group[] {
  const groups: Group[] = []
  for (const point of points) {
    const group = groups.at(-1)
    const previous = group?.points.at(-1)
    const link = previous && linked(text, previous, point)
    const cue = link === 'list' && group ? (group.cue ?? surroundingsAt(text, group.points[0]?.index ?? 0).cue) : null
    const shared = cue === 'before' || cue === 'by' ? cue : null
    if (group && link && !shared) group.points.push(point)
    else groups.push({ points: [point], cue: shared })
  }
  return groups
}

/** What stands around a place; no cue is longer than the window before it. */
function surroundingsAt(text: string, index: number): Surroundings {
  const from = Math.max(0, index - nearBy)
  const around = readSurroundings(text.slice(from, index))
  return { ...around, index: around.index + from }
}

/** The first of a span whose own year or month is left out, and where the words of the whole time begin. */
function readStart(text: string, last: Point): { first: Point | 'issue' | null; index: number } {
  const from = Math.max(0, last.index - nearBy)
  const before = text.slice(from, last.index)
  const since = sinceNow.exec(before)
  if (since) return { first: 'issue', index: from + since.index }
  const prefix = last.precision === 'day' ? dayPrefix.exec(before) : null
  if (!prefix || Number(prefix[1]) > 31 || Number(prefix[1]) < 1) return { first: null, index: last.index }
  const index = from + prefix.index + (/^từ/iu.test(prefix[0]) ? 2 : 0)
  return { first: { ...last, day: Number(prefix[1]), index }, index }
}

function readTail(after: string) {
  const event = untilEvent.exec(after)
  const weekday = weekdayTail.exec(after)
  const yearly = yearlyTail.exec(after.slice(weekday?.[0].length ?? 0))
  const next = yearly ? null : nextYearTail.exec(after.slice(weekday?.[0].length ?? 0))
  const open = onward.exec(after)
  const behind = (yearly ?? next)?.[0].length ?? 0
  const length = event?.[0].length ?? open?.[0].length ?? (weekday?.[0].length ?? 0) + behind
  return {
    length,
    untilEvent: event?.[1]?.trim() ?? null,
    openEnded: open !== null,
    every: (yearly ? 'year' : null) as Every | null,
    nextYear: next !== null,
    weekday: weekday ? readWeekday(weekday[1] ?? '') : null,
    tentative: tentativeTail.test(after.slice(length)),
  }
}

/** Of a span the hour at its end: "từ 8h00 ngày 01/4 đến 17h00 ngày 20/4"; the first minute of a day says nothing. */
function endTime(text: string, points: Point[], start: string | null): string | null {
  const z = points.at(-1)
  const end = readSurroundings(text.slice(points.at(-2)?.end, z?.index)).time
  return end ?? (start === '00:00' ? null : start)
}

/** "bắt đầu từ 8h00 ngày 18/3": the hour at which it begins, on that day. */
const opensAt = /^bắt đầu\s+(?:từ|lúc|vào)/iu

function readStretch(text: string, { points, cue }: Group): Stretch | null {
  const [a, z] = [points[0], points.at(-1)]
  if (!a || !z) return null
  const start = readStart(text, a)
  const around = surroundingsAt(text, start.index)
  const tail = readTail(text.slice(z.end, z.end + 400))
  const opened = opensAt.test(text.slice(around.index, a.index)) && around.time ? 'during' : around.cue
  const first = start.first ?? (points.length > 1 ? a : null)
  const { weekday, tentative, length, ...rest } = tail
  const since = sinceEvent.exec(text.slice(Math.max(0, around.index - nearBy), around.index))
  const own = since && around.cue === 'until' ? around.index - since[0].length : around.index
  const index = start.first === 'issue' ? start.index : Math.min(own, a.index)
  return {
    ...around,
    ...rest,
    cue: start.first === 'issue' ? 'until' : limitCue(first ? around.cue : (cue ?? opened), text, around.index, z),
    index,
    end: z.end + length,
    first,
    last: z,
    misread:
      around.misread || points.some((point, i) => i > 0 && /[.:;]/.test(text.slice(points[i - 1]?.end, point.index))),
    time: points.length > 1 ? endTime(text, points, around.time) : around.time,
    part: around.part && !/^cuối\s+ngày/iu.test(text.slice(Math.max(0, a.index - 5), a.end)),
    weekday: weekday ?? around.weekday,
    tentative: tentative || around.tentative,
  }
}

/** Every time that a sentence names by calendar, in order: single, span or list; what only looks like one is left out. */
export function readStretches(sentence: string): Stretch[] {
  const text = hideDecoys(sentence)
  const stretches = groupPoints(text, readPoints(text)).flatMap((group) => readStretch(text, group) ?? [])
  const named = ({ last }: Stretch) => untilEvent.exec(sentence.slice(last?.end))?.[1]?.trim() ?? null
  return stretches.map((stretch) => (stretch.untilEvent ? { ...stretch, untilEvent: named(stretch) } : stretch))
}
