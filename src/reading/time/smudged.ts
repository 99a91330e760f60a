import { readPoints } from './read-points.ts'
import { readSurroundings } from './surroundings.ts'
import { blankReading, type TimeReading } from './time-reading.ts'

/** What stands where digits should: "2?", "…", "__", "1S". */
const lost = String.raw`[\d?*#~_.…□lIOoSsBbZzgqf|!\]\[(]{1,12}`
const blank = String.raw`[.…_?*\s]*`
/** Shapes of a day of which not every digit can be told. */
const shapes = [
  // 2?/11/2025 · .../.../2025 · 1S/11/2025 · 32/10/2025
  String.raw`(?:${lost})?\s?/\s?(?:${lost})?\s?/{1,2}\s?(?:[2zZ?][0oO?]\S{2}|[.…_]{2,}|\d{4})`,
  // 20/42025 · 20,4/2025
  String.raw`\d{1,2}\s?/\s?\d{1,2}20\d\d(?!\d)|\d{1,2}[,;\\]\d{1,2}[\\/]20\d\d(?!\d)`,
  // 2?/11 · …/11
  String.raw`(?=[^\s/]*[?…_*#.])${lost}\s?/\s?\d{1,2}(?![\d/])`,
]
const shapesOfDay = [
  ...shapes,
  // 11/2025: the day itself is gone
  String.raw`\d{1,2}\s?/\s?20\d\d(?![\d/])`,
  // … tháng 11 năm 2025 · áy 4b tháng 11
  String.raw`(?:(?:[^\s,;:/()]{1,3}\s+)?[^\s,;:/()]{0,3}[\d?*#…_.][^\s,;:/()]{0,3}|${blank})\s*tháng\s*(?:\d{1,2}(?!\d)|[.…_?*]+\d?|(?=năm\s*20))(?:\s*,?\s*năm\s*(?:20\S{2}|[.…_]{2,}))?`,
]
const pattern = new RegExp(
  String.raw`(?<=(?<!\p{L})ngày:?)\s*(?:${shapesOfDay.join('|')})|(?<=(?<!\p{L})(?:trước|nhất|hết)\s|(?:^|hạn[^.;:]{0,40}):\s)\s*(?:${shapes.join('|')})`,
  'giu',
)
const relations = { before: 'before', by: 'by', until: 'by' } as const
/** A cell of a table's column of times, as it is handed in. */
const isCell = (before: string): boolean => before === ': '
/** "từ ngày …/…/2025 đến ngày …/…/2025": the end of a span that is blank as a whole. */
const inSpan = /(?<!\p{L})từ\s[^,;]{0,40}$/iu
const isBinding = (cue: string): cue is keyof typeof relations => cue in relations

/**
 * Days behind a word of time whose digits were lost or left blank: "trước ngày 2?/11/2025", "chậm nhất ngày … tháng 11". No day
 * is guessed: it is null, and the review asks.
 */
export function readSmudged(sentence: string): TimeReading[] {
  const found = [...sentence.matchAll(pattern)]
  const days = found.length ? readPoints(sentence).filter(({ precision }) => precision === 'day') : []
  return found.flatMap((match) => {
    const [index, end] = [match.index, match.index + match[0].length]
    const before = sentence.slice(0, index)
    const { cue: said, time, index: begins } = readSurroundings(before)
    const cue = isCell(before) ? 'by' : said
    if (!isBinding(cue) || (cue === 'until' && inSpan.test(before.slice(0, begins)))) return []
    if (days.some((day) => day.index < end && day.end > index)) return []
    const place = blankReading(begins, end)
    return [
      { ...place, cue, relation: relations[cue], time, precision: 'day' as const, doubts: ['torn_digits' as const] },
    ]
  })
}
