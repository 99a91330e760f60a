import type { Deadline } from '../../domain/plan.ts'
import { readCue } from './cue.ts'
import type { Every } from './stretch.ts'
import { readSurroundings } from './surroundings.ts'
import { blankReading, recurring, type TimeReading } from './time-reading.ts'
import { readWeekday, weekdayWords } from './weekday.ts'

type Relation = NonNullable<Deadline['relation']>
type Found = { every: Every; day?: number; weekday?: number | null; of?: 'last_month'; unclear?: boolean }

const each = '(?:hằng|hàng|mỗi|từng)'
const everyOf: Record<string, Every> = { ngày: 'day', tuần: 'week', tháng: 'month', quý: 'quarter', năm: 'year' }
const everyMonths: Record<number, Every> = { 1: 'month', 3: 'quarter', 6: 'half_year', 12: 'year' }
const digits: Record<string, number> = { một: 1, ba: 3, sáu: 6 }
const every = (word: string | undefined): Every => everyOf[word?.toLowerCase() ?? ''] ?? 'year'

/** "của tháng cuối thuộc kỳ báo cáo": which round is meant stands elsewhere in the sentence, or nowhere. */
function roundNamed(sentence: string): Pick<Found, 'every' | 'unclear'> {
  if (/quý/iu.test(sentence)) return { every: 'quarter' }
  if (/(?:0?6|sáu)\s+tháng/iu.test(sentence)) return { every: 'half_year' }
  return { every: 'quarter', unclear: true }
}

/** Phrase families, the more telling first. */
const families: { pattern: RegExp; read: (match: RegExpExecArray, sentence: string) => Found | null }[] = [
  {
    // ngày 17 của tháng cuối quý · ngày 20 của tháng cuối thuộc kỳ báo cáo
    pattern: new RegExp(
      String.raw`ngày\s+(?:m[ùồ]ng\s+)?(\d{1,2})(?:\s+của)?\s+tháng\s+cuối(?:\s+cùng)?\s+(?:của\s+|thuộc\s+)?(?:${each}\s+)?(quý|kỳ|nửa năm)(?:\s+báo cáo)?`,
      'giu',
    ),
    read: (match, sentence) => {
      const round = /quý/iu.test(match[2] ?? '') ? { every: 'quarter' as const } : roundNamed(sentence)
      return { ...round, day: Number(match[1]), of: 'last_month' }
    },
  },
  {
    // ngày 05 của tháng đầu quý sau
    pattern: new RegExp(
      String.raw`ngày\s+(?:m[ùồ]ng\s+)?(\d{1,2})(?:\s+của)?\s+tháng\s+đầu(?:\s+tiên)?\s+(?:của\s+)?(?:${each}\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp))?`,
      'giu',
    ),
    read: (match) => ({ every: 'quarter', day: Number(match[1]), unclear: true }),
  },
  {
    // ngày làm việc cuối cùng của tháng: which day of the month it is differs
    pattern: new RegExp(
      String.raw`ngày\s+(?:làm việc\s+)?cuối(?:\s+cùng)?\s+(?:của\s+)?(?:${each}\s+)?(tháng|quý|tuần)(?!\s*\d|\s+[IVX]|\p{L})`,
      'giu',
    ),
    read: (match) => ({ every: every(match[1]), unclear: true }),
  },
  {
    // ngày 25 hằng tháng · ngày 05 của tháng sau
    pattern: new RegExp(
      String.raw`ngày\s+(?:m[ùồ]ng\s+)?(\d{1,2})\s+(?:của\s+)?(?:${each}\s+tháng|tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề))`,
      'giu',
    ),
    read: (match) => ({ every: 'month', day: Number(match[1]) }),
  },
  {
    // hằng tháng, … trước ngày 25
    pattern: new RegExp(
      String.raw`(?<=${each}\s+tháng[^.;]{0,200})(?:trước|nhất(?:\s+(?:là|vào|đến))?|vào)\s+ngày\s+(\d{1,2})(?!\s*(?:/|tháng|\d|-|–|ngày|và|,\s*\d))`,
      'giu',
    ),
    read: (match) => ({ every: 'month', day: Number(match[1]) }),
  },
  {
    // báo cáo tháng gửi trước ngày 20
    pattern:
      /(?<=báo cáo\s+tháng(?!\s*\d)[^.;,\d]{0,60})(?:trước|nhất(?:\s+(?:là|vào|đến))?|vào)\s+ngày\s+(\d{1,2})(?!\s*(?:[/.-]\s?\d|tháng|\d|–|ngày|và|,\s*\d|của))/giu,
    read: (match) => ({ every: 'month', day: Number(match[1]) }),
  },
  {
    // thứ Sáu hằng tuần
    pattern: new RegExp(String.raw`(${weekdayWords})\s+(?:${each}\s+tuần)`, 'giu'),
    read: (match) => ({ every: 'week', weekday: readWeekday(match[1] ?? '') }),
  },
  {
    // hằng tuần, … trước thứ Năm
    pattern: new RegExp(
      String.raw`(?<=${each}\s+tuần[^.;]{0,200})(?:trước|vào|nhất(?:\s+(?:là|vào|đến))?)(?:\s+(?:sáng|chiều|ngày))*\s+(${weekdayWords})`,
      'giu',
    ),
    read: (match) => ({ every: 'week', weekday: readWeekday(match[1] ?? '') }),
  },
  {
    // trước 13 giờ hằng ngày · trước 19h00’ hằng ngày
    pattern: new RegExp(
      String.raw`(?<=\d\s*(?:giờ|h|g)\s*(?:\d\d)?\s*(?:phút|['’′])?\s*)${each}\s+ngày(?!\p{L})`,
      'giu',
    ),
    read: () => ({ every: 'day' }),
  },
  {
    // định kỳ 06 tháng một lần · 3 tháng/lần
    pattern: /(?:định kỳ\s+)?(?<!\d)(?:0?([136]|12)|(một|ba|sáu))\s+tháng\s*(?:\/\s*lần|(?:một|1|01)\s+lần)/giu,
    read: (match) => {
      const round = everyMonths[match[1] ? Number(match[1]) : (digits[match[2]?.toLowerCase() ?? ''] ?? 0)]
      return round ? { every: round } : null
    },
  },
  {
    // định kỳ hằng quý · mỗi năm một lần; not "định kỳ 06 tháng (trước ngày 05 tháng 6)", whose day says more
    pattern: new RegExp(
      String.raw`định kỳ\s+(?:${each}\s+)?(năm|quý|tháng|tuần)(?!\p{L})|mỗi\s+(năm|quý|tháng|tuần)\s+(?:họp\s+|báo cáo\s+)?(?:một|1|01)\s+lần`,
      'giu',
    ),
    read: (match) => ({ every: every(match[1] ?? match[2]) }),
  },
  {
    // định kỳ 06 tháng
    pattern: /định kỳ\s+(?:0?6|sáu)\s+tháng(?!\s*\(|\s+(?:đầu|cuối))/giu,
    read: () => ({ every: 'half_year' }),
  },
]

const listedDays = new RegExp(
  String.raw`ngày\s+\d{1,2}(?:\s*(?:,|và|&)\s*(?:ngày\s+)?\d{1,2})+\s+${each}\s+tháng`,
  'giu',
)

const relations: Partial<Record<string, Relation>> = { before: 'before', by: 'by', until: 'by', during: 'on' }

function reading(sentence: string, match: RegExpExecArray, found: Found): TimeReading | null {
  if (found.day !== undefined && (found.day < 1 || found.day > 31)) return null
  const inner = /^(?:trước|nhất|vào)/iu.exec(match[0])?.[0].length ?? 0
  const before = sentence.slice(0, match.index + inner)
  const around = inner ? { ...readCue(before), time: null } : readSurroundings(before)
  const dated = found.day !== undefined || found.weekday || around.time
  const relation = dated ? (relations[around.cue] ?? 'on') : null
  const { every: round, unclear, ...known } = found
  return {
    ...blankReading(Math.min(around.index, match.index), match.index + match[0].length),
    cue: dated ? around.cue : 'bare',
    relation,
    time: around.time,
    recurrence: recurring(round, { ...known, relation }),
    doubts: unclear ? ['round_unclear'] : [],
  }
}

/** "ngày 15 và 30 hằng tháng", "các ngày 10, 20, 30 hàng tháng": each is a round. */
function readListedDays(sentence: string): TimeReading[] {
  return [...sentence.matchAll(listedDays)].flatMap((match) =>
    (match[0].match(/\d{1,2}/g) ?? []).flatMap((day) => {
      const one = reading(sentence, match, { every: 'month', day: Number(day) })
      return one ? [one] : []
    }),
  )
}

/** What comes round by the day, week, month, quarter or half year, and rounds without a day of their own. */
export function readRounds(sentence: string): TimeReading[] {
  const found = readListedDays(sentence)
  for (const { pattern, read } of families) {
    for (const match of sentence.matchAll(pattern)) {
      const one = read(match, sentence)
      const round = one && reading(sentence, match, one)
      if (round && found.every((other) => round.end <= other.index || round.index >= other.end)) found.push(round)
    }
  }
  return found
}
