import type { DeadlineKind } from '../domain/plan.ts'
import { kindsIn, readKind } from './deadline-kind.ts'
import type { Passage } from './passage.ts'
import type { TimeReading } from './time/time-reading.ts'

const timeOnly =
  /^(?:[\p{L}\d.)]{0,5}\s+)?(?:về\s+)?thời\s+(?:gian|hạn)(?!\s+(?:nộp|gửi|báo cáo|đăng ký|phát động|trình|xét|đề nghị))|^tiến độ/iu
const own =
  /(?<!\p{L})(?:xây dựng|kiểm tra|tổ chức|lập|ban hành|triển khai|rà soát|đánh giá|họp|thông báo|tự|chấm|trao|tập huấn|sao|tổng hợp)(?!\p{L})/iu

/** "gửi báo cáo về … trước ngày": the words from the last sending on say best what is sent. */
function sentKind(before: string): DeadlineKind {
  const at = Math.max(before.lastIndexOf('gửi '), before.lastIndexOf('nộp '))
  if (at < 0) return 'other'
  const sent = before.slice(at)
  const kinds = kindsIn(sent).filter((kind) => kind !== 'report' || /báo cáo/iu.test(sent))
  return kinds[0] ?? 'other'
}

/** What a dated passage asks for; a bare time line ("Thời gian: …", "Hoàn thành trong …") asks what its headings say. */
export function kindOfTask({ text, clause }: Passage, reading: TimeReading): DeadlineKind {
  const sent = sentKind(text.slice(0, reading.index))
  if (sent !== 'other') return sent
  const here = readKind(text)
  if (here !== 'other' || own.test(text)) return here
  const above = clause.headings
    .slice(-3)
    .toReversed()
    .filter((heading) => heading.length < 200 && !timeOnly.test(heading))
  return above.map(readKind).find((kind) => kind !== 'other') ?? 'other'
}
