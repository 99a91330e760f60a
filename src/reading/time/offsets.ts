import type { Deadline } from '../../domain/plan.ts'
import { numberOf, numberWords } from './number-words.ts'
import { blankReading, type TimeReading } from './time-reading.ts'

type Offset = NonNullable<Deadline['offset']>

const count = String.raw`(?:ít nhất\s+)?(?:sau\s+)?(\d{1,3}|(?<!\p{L})${numberWords})\s*(?:\([^)]{0,20}\)\s*)?ngày(\s+làm việc)?(?!\s+(?:đêm|cao điểm|thi đua))`
const tail = String.raw`(?:\s*[,(]?\s*(?:kể\s+)?(?:từ|sau)(?:\s+(?:ngày|khi|thời điểm))+\s+([^.,;()]+))?`

/** Phrase families: days after something, days before something. */
const families: { pattern: RegExp; sign: 1 | -1 }[] = [
  // trước 10 ngày · chậm nhất 05 ngày trước khi tổ chức hội nghị · trước khi tổ chức ít nhất 15 ngày
  {
    sign: -1,
    pattern:
      /(?:(?:chậm nhất|ít nhất|tối thiểu)\s+(?:là\s+)?)?(?<!\p{L})trước\s+(?:ít nhất\s+)?(\d{1,3})\s+ngày(\s+làm việc)?(?!\s+(?:hằng|hàng))(?:\s*,?\s*(?:trước|tính đến|so với)\s+(?:khi|ngày)\s+([^.,;()]+))?/giu,
  },
  {
    sign: -1,
    pattern:
      /(?:chậm nhất|ít nhất|tối thiểu)\s+(?:là\s+)?(?:trước\s+)?(\d{1,3})\s+ngày(\s+làm việc)?\s*,?\s*trước\s+(?:khi\s+|ngày\s+|thời điểm\s+)?([^.,;()]+)/giu,
  },
  {
    sign: -1,
    pattern:
      /trước\s+(?:khi|ngày)\s+((?:(?!trước)[^.,;()\d]){3,80}?)\s+(?:ít nhất|tối thiểu|chậm nhất)\s+(?:là\s+)?(\d{1,3})\s+ngày(\s+làm việc)?/giu,
  },
  // trong thời hạn 10 ngày làm việc · trong vòng 05 ngày kể từ ngày … · chậm nhất là 05 ngày sau khi …
  {
    sign: 1,
    pattern: new RegExp(
      String.raw`(?:trong\s+(?:thời\s+(?:hạn|gian)|vòng)|(?:chậm|muộn|trễ)\s+nhất(?:\s+(?:là|sau))*|không\s+quá)\s+${count}(?!\s+trước)${tail}`,
      'giu',
    ),
  },
  // trước ngày tổ chức hội nghị 15 ngày · trước khi tổ chức lễ 20 ngày
  {
    sign: -1,
    pattern:
      /[Tt]rước\s+(?:khi\s+|ngày\s+|(?=hội nghị|đại hội|lễ\s|buổi lễ|cuộc họp|kỳ họp|phiên họp|hội thi))((?:(?!trước)[^.,;()\d]){3,80}?)\s+(\d{1,3})\s+ngày(\s+làm việc)?(?!\s+\p{Lu})/gu,
  },
  // sau khi kết thúc đợt thi đua 10 ngày · sau khi kết thúc đợt, chậm nhất 10 ngày làm việc
  {
    sign: 1,
    pattern:
      /sau\s+khi\s+((?:(?!sau)[^.,;()\d]){3,80}?),?\s+(?:(?:chậm nhất|không quá|trong vòng)\s+(?:là\s+)?)?(\d{1,3})\s+ngày(\s+làm việc)?/giu,
  },
  // trong vòng 48 giờ kể từ khi kết thúc hội thi
  {
    sign: 1,
    pattern:
      /(?:trong\s+(?:thời\s+(?:hạn|gian)|vòng)|chậm nhất(?:\s+(?:là|sau))*|không\s+quá)\s+(24|48|72)\s*(?:giờ|h)((?!))?\s*,?\s*(?:kể\s+từ|từ|sau)(?:\s+(?:ngày|khi|thời điểm))*\s+([^.,;()]+)/giu,
  },
  // trong 03 ngày làm việc
  { sign: 1, pattern: new RegExp(String.raw`trong\s+(?=\S+(?:\s+\S+)?\s+ngày\s+làm)${count}${tail}`, 'giu') },
  // 25 ngày làm việc kể từ ngày nhận đủ hồ sơ · sau 15 ngày kể từ ngày phát động
  {
    sign: 1,
    pattern: new RegExp(
      String.raw`(?<![\d/])${count}\s*,?\s*(?:kể\s+từ|từ|sau)(?:\s+(?:ngày|khi|thời điểm))+\s+([^.,;()]+)`,
      'giu',
    ),
  },
]

/** What the days are counted from: the paper's issue, the campaign's launch, or an event. */
function anchorOf(words: string | null): Offset['from'] {
  if (!words) return 'event'
  if (
    /^(?:ban hành|ký|phát hành|có)\s*(?:ban hành\s*)?(?:(?:kế hoạch|văn bản|công văn|thông báo|hướng dẫn)(?:\s+này)?|quyết định này)?\s*$/iu.test(
      words,
    )
  )
    return 'issue'
  return /^(?:bắt đầu\s+)?(?:tổ chức\s+)?(?:lễ\s+)?phát động/iu.test(words) ? 'launch' : 'event'
}

/** "48 giờ" are two days. */
const hours = /^[^\d]*\d+\s*(?:giờ|h)(?!\p{L})/iu
const daysOf = (text: string, count: string): number => numberOf(count) / (hours.test(text) ? 24 : 1)

/** "Sau khi Bộ trưởng ký quyết định, trong thời hạn 10 ngày làm việc": the event stands before the count. */
const eventBefore = (before: string): string | null =>
  /(?:ngay\s+)?(?:sau\s+)?(?:khi|kể từ ngày)\s+([^.;]{3,160}?)\s*,\s*$/iu.exec(before)?.[1]?.trim() ?? null

function reading(sentence: string, match: RegExpExecArray, sign: 1 | -1): TimeReading {
  const turned = match[2] !== undefined && !Number.isNaN(numberOf(match[2]))
  const [days, working, words] = turned ? [match[2], match[3], match[1]] : [match[1], match[2], match[3]]
  const event = words?.trim() ?? eventBefore(sentence.slice(0, match.index))
  return {
    ...blankReading(match.index, match.index + match[0].trimEnd().length),
    cue: 'by',
    relation: 'by',
    precision: 'event',
    event,
    offset: { days: sign * daysOf(match[0], days ?? ''), working: working !== undefined, from: anchorOf(event) },
  }
}

/** Days counted from another day: "trong thời hạn 10 ngày làm việc", "trước 10 ngày", "sau 15 ngày kể từ ngày phát động". */
export function readOffsets(sentence: string): TimeReading[] {
  const found: TimeReading[] = []
  for (const { pattern, sign } of families) {
    for (const match of sentence.matchAll(pattern)) {
      const one = reading(sentence, match, sign)
      if (found.every((other) => one.end <= other.index || one.index >= other.end)) found.push(one)
    }
  }
  return found
}
