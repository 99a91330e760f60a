import type { Cue } from './cue.ts'
import { hideDecoys } from './decoys.ts'
import type { Point } from './point.ts'
import { readPoints } from './read-points.ts'
import type { Every, Stretch } from './stretch.ts'
import { readSurroundings, type Surroundings } from './surroundings.ts'
import { readWeekday, weekdayWords } from './weekday.ts'

/** How many letters before a time can bear on it. */
const nearBy = 240
/** "đến", "-": what stands between the ends of a span. */
const spanLink =
  /^\s*(?:\([^)]{0,20}\)\s*)?,?\s*(?:cho\s+)?(?:đến|tới|-|–|—)\s*(?:hết\s+|hết$|cuối\s+)?(?:sáng|chiều|tối)?\s*(?:ngày[”"]?\s*)?$/iu
/** ", ", "và cả": what stands between the days of a list. */
const listLink = /^\s*(?:,|và|,\s*và|&)\s*(?:cả\s+)?(?:sáng|chiều|tối)?\s*(?:ngày\s*)?$/iu
/** "từ ngày 08 đến ngày" before "10 tháng 5", "Ngày 16," before "17/5/2023", "từ ngày 02 -" before "11/8/2023". */
const dayPrefix =
  /(?:ngày|từ)\s+(\d{1,2})\s*(?:(?:,|và)\s*\d{1,2}\s*)*(?:đến|tới|-|–|,|và)\s*(?:hết\s+)?(?:(?:cả\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?$/iu
const sinceNow =
  /(?:kể\s+)?từ\s+(?:nay|(?:khi|ngày)\s+(?:ban hành|ký)[^,;.]{0,40}?)\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?$/iu
const untilEvent = /^\s*,?\s*(?:cho\s+)?(?:đến|tới)\s+(?:khi|lúc)\s+([^.;]+)/iu
const onward = /^\s*(?:và|đến)\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau|tới|tiếp)|^\s*trở đi/iu
const yearlyTail =
  /^\s*(?:của\s+)?(?:\(?(?:hằng|hàng|mỗi|từng)\s+năm\)?|năm\s+(?:xét tặng|sau|kế tiếp|tiếp theo|liền (?:kề|sau)(?:\s+(?:đánh giá|sau|tiếp theo))?|đánh giá|báo cáo))(?!\p{L})/iu
const weekdayTail = new RegExp(String.raw`^\s*[,(]\s*(?:tức\s+)?(${weekdayWords})\s*\)?`, 'iu')
const tentativeTail = /^\s*\(\s*dự kiến\s*\)/iu

const linked = (text: string, a: Point, b: Point): 'span' | 'list' | null => {
  const between = text.slice(a.end, b.index)
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

/** "… sau ngày 20/5 sẽ không được xem xét", "… không giải quyết": what comes later is not taken. */
const refusesLater = /^[^.;]{0,80}?không\s+(?:được\s+)?(?:tiếp\s+)?(?:nhận|xem xét|xét|giải quyết|tổng hợp|chấp nhận)/iu

/** "Sau ngày 20/5" binds nobody, save where what comes later is not taken. */
const cueOf = (cue: Cue, after: string): Cue => (cue === 'after' && refusesLater.test(after) ? 'by' : cue)

function readTail(after: string) {
  const event = untilEvent.exec(after)
  const weekday = weekdayTail.exec(after)
  const yearly = yearlyTail.exec(after.slice(weekday?.[0].length ?? 0))
  const open = onward.exec(after)
  const length = event?.[0].length ?? open?.[0].length ?? (weekday?.[0].length ?? 0) + (yearly?.[0].length ?? 0)
  return {
    length,
    untilEvent: event?.[1]?.trim() ?? null,
    openEnded: open !== null,
    every: (yearly ? 'year' : null) as Every | null,
    weekday: weekday ? readWeekday(weekday[1] ?? '') : null,
    tentative: tentativeTail.test(after.slice(length)),
  }
}

function readStretch(text: string, { points, cue }: Group): Stretch | null {
  const [a, z] = [points[0], points.at(-1)]
  if (!a || !z) return null
  const start = readStart(text, a)
  const around = surroundingsAt(text, start.index)
  const tail = readTail(text.slice(z.end, z.end + 400))
  const first = start.first ?? (points.length > 1 ? a : null)
  const { weekday, tentative, length, ...rest } = tail
  const index = start.first === 'issue' ? start.index : Math.min(around.index, a.index)
  return {
    ...around,
    ...rest,
    cue: start.first === 'issue' ? 'until' : cueOf(cue ?? around.cue, text.slice(z.end, z.end + 120)),
    index,
    end: z.end + length,
    first,
    last: z,
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
