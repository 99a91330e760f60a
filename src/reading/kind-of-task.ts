import type { DeadlineKind } from '../domain/plan.ts'
import { kindsIn, readKind } from './deadline-kind.ts'
import type { Passage } from './passage.ts'
import type { TimeReading } from './time/time-reading.ts'

const timeOnly =
  /^(?:[\p{L}\d.)]{0,5}\s+)?(?:về\s+)?thời\s+(?:gian|hạn)(?!\s+(?:nộp|gửi|báo cáo|đăng ký|phát động|trình|xét|đề nghị))|^tiến độ/iu
const acts =
  /(?<!\p{L})(?:xây dựng|kiểm tra|tổ chức|lập|ban hành|triển khai|rà soát|đánh giá|họp|thông báo|tự|chấm|trao|tập huấn|sao|tổng hợp)(?!\p{L})/iu

/** What can be sent, in small letters: "Phòng Kế hoạch - Tài chính" is a body. */
const noun = /báo cáo|danh sách|kế hoạch|số liệu|kết quả|biểu|phiếu|ý kiến|tài liệu/u
const sends = /(?<!\p{L})(?:gửi|nộp)(?!\p{L})/giu

/** "gửi báo cáo về … trước ngày": the words from the last sending on say best what is sent. */
function sentKind(before: string): DeadlineKind {
  const at = [...before.matchAll(sends)].at(-1)?.index
  if (at === undefined) return 'other'
  const sent = before.slice(at)
  const kinds = kindsIn(sent).filter((kind) => kind !== 'report' || noun.test(sent))
  return kinds[0] ?? 'other'
}

/** The words of one time of several: "gửi báo cáo sơ kết trước ngày … và báo cáo tổng kết trước ngày …" sends both. */
function wordsBefore(text: string, reading: TimeReading, previousEnd: number): string {
  const own = text.slice(previousEnd, reading.index)
  const sent = [...text.slice(0, previousEnd).matchAll(sends)].length > 0
  return sent && previousEnd > 0 && !/gửi|nộp/iu.test(own) ? `gửi ${own}` : own
}

/** "Hồ sơ gồm tờ trình, biên bản; gửi Ban Tổ chức trước ngày …": what is sent stands in the part before. */
const onlySends =
  /^(?:đối với[^,]{0,80},\s*)?(?:và\s+)?(?:các [\p{L}\s,]{0,40}\s)?(?:gửi|nộp|hoàn thành|trình)(?!\p{L})/iu
const kindBefore = ({ sentence, text }: Passage): DeadlineKind =>
  readKind(sentence.slice(0, Math.max(0, sentence.indexOf(text))))

const kindAbove = ({ clause }: Passage): DeadlineKind =>
  clause.headings
    .slice(-3)
    .toReversed()
    .filter((heading) => heading.length < 200 && !timeOnly.test(heading))
    .map(readKind)
    .find((kind) => kind !== 'other') ?? 'other'

/** "2. Thời hạn gửi hồ sơ:" above "a) Khen thưởng sơ kết 6 tháng: trước ngày …". */
const kindSentAbove = ({ clause }: Passage): DeadlineKind => {
  const heading = clause.headings.at(-1) ?? ''
  return /^thời\s+(?:gian|hạn)\s+(?:gửi|nộp|trình)|^(?:gửi|nộp)\s/iu.test(heading) ? readKind(heading) : 'other'
}

/** Where the times beside one in its sentence end and begin. */
export type Beside = { previousEnd: number; hasNext: boolean }

/**
 * What a dated passage asks for: what is sent, else what its own words say; a bare time line ("Thời gian: …") asks what
 * its headings say. Of several times in a sentence each has the words before it.
 */
export function kindOfTask(passage: Passage, reading: TimeReading, beside: Beside): DeadlineKind {
  const { text } = passage
  const own = wordsBefore(text, reading, beside.previousEnd)
  const near = sentKind(own)
  if (near !== 'other') return near
  const first = beside.previousEnd > 0 || beside.hasNext ? readKind(own) : 'other'
  if (first !== 'other') return first
  const behind = text.slice(reading.end).split(/,?\s(?:tuy nhiên|nhưng đến|đến nay)(?!\p{L})/iu)[0] ?? ''
  const words = `${text.slice(0, reading.index)} ${behind}`
  const leans = (onlySends.test(text) || reading.exceptional) && !noun.test(words)
  const earlier = leans ? kindBefore(passage) : 'other'
  if (earlier !== 'other') return earlier
  const sentAbove = kindSentAbove(passage)
  if (sentAbove !== 'other' && !acts.test(words) && !new RegExp(sends, 'iu').test(words)) return sentAbove
  const here = readKind(words)
  return here !== 'other' || acts.test(words) ? here : kindAbove(passage)
}
