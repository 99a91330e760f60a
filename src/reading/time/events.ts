import { blankReading, type TimeReading } from './time-reading.ts'

/** "ngay sau khi kết thúc đợt thi đua", "khi tổng kết Đợt thi đua", "sau khi … được ban hành", "đến khi … hoàn thành". */
const pattern =
  /(?<!\p{L})(?:(?:ngay\s+)?sau\s+khi|(?:cho\s+)?đến\s+khi|ngay\s+khi|trước\s+(?:khi|dịp\s+(?=Tết)|(?=Tết\s))|khi\s+(?=(?:sơ kết|tổng kết|kết thúc|tổ chức thành công|hoàn thành)))\s*([^.;]{3,300})/giu

/** "Thời gian thực hiện: sau khi …": the event is the rest of the line; elsewhere it ends with its comma. */
const timeLine = /thời\s+(?:gian|hạn)[^.;]{0,40}$/iu

/** Times that are named by what must happen first, with no day at all. */
export function readEvents(sentence: string): TimeReading[] {
  return [...sentence.matchAll(pattern)].map((match) => {
    const labelled = timeLine.test(sentence.slice(0, match.index))
    const event = (labelled ? match[0] : (match[0].split(',')[0] ?? '')).trim()
    return {
      ...blankReading(match.index, match.index + event.length),
      relation: /^trước/iu.test(event) ? ('before' as const) : ('on' as const),
      precision: 'event' as const,
      event,
    }
  })
}
