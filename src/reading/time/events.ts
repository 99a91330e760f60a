import { blankReading, type TimeReading } from './time-reading.ts'

/** "ngay sau khi kết thúc đợt thi đua", "khi tổng kết Đợt thi đua", "sau khi … được ban hành", "đến khi … hoàn thành". */
const pattern =
  /(?<!\p{L})(?:(?:ngay\s+)?sau\s+khi|(?:cho\s+)?đến\s+khi|ngay\s+khi|trước\s+khi|khi\s+(?=(?:sơ kết|tổng kết|kết thúc|tổ chức thành công|hoàn thành)))\s*([^.;,]{3,300})/giu

/** Times that are named by what must happen first, with no day at all. */
export function readEvents(sentence: string): TimeReading[] {
  return [...sentence.matchAll(pattern)].map((match) => ({
    ...blankReading(match.index, match.index + match[0].trimEnd().length),
    relation: /trước/iu.test(match[0].slice(0, 8)) ? ('before' as const) : ('on' as const),
    precision: 'event' as const,
    event: match[0].trim(),
  }))
}
