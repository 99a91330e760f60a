import { addDays, type Day } from '../domain/day.ts'
import type { DeadlineKind } from '../domain/plan.ts'
import type { Passage } from './passage.ts'
import type { TimeReading } from './time/time-reading.ts'

/** Sections that say why, who or what for: a time in them is no order, save where something is to be sent. */
const aside = /mục đích|tiêu chuẩn|tiêu chí|đối tượng|nguyên tắc|kinh phí|hình thức (?:khen|thi)|danh hiệu|mục tiêu/iu
const timely = /nội dung|thời (?:gian|hạn)|thủ tục|tổ chức thực hiện|trách nhiệm|tiến độ|quy trình|trình tự|hồ sơ/iu
const goal = /đạt|phấn đấu|tỷ lệ|mục tiêu|chỉ tiêu|giải ngân|tăng trưởng|\d\s*%/iu
const past = /(?<!\p{L})(?:đã\s+(?!đăng ký|được giao|ký)|vừa qua|thời gian qua|ghi nhận|so với|cùng kỳ)/iu
const sends = /(?<!\p{L})(?:gửi|nộp|báo cáo|trình|đăng ký|tổng hợp|hoàn thành)(?!\p{L})/iu
/** Something changes hands. */
const hands = /(?<!\p{L})(?:gửi|nộp|báo cáo|trình|đăng ký)(?!\p{L})/iu
const acts =
  /(?<!\p{L})(?:gửi|nộp|báo cáo|trình|đăng ký|tổng hợp|hoàn thành|tổ chức|tổng kết|sơ kết|phát động|khai mạc|ký|họp|mít tinh|diễu hành|ra quân|tập huấn|thực hiện|triển khai|ban hành|xây dựng|kiểm tra|đánh giá|lập|xét|bình xét|thẩm định|công bố|thông báo|trao|chấm|tiến hành|rà soát|giao ban|cập nhật|niêm yết|tiếp nhận|nhận|bàn giao|tự|sao|diễn ra|phúc tra|khảo sát|thu thập|đề nghị|đăng tải|tham mưu|hội nghị|lễ|phê duyệt|khởi công|khánh thành|nghiệm thu|hoàn thiện|phát hành|tuyên truyền|ra mắt|bình chọn|hội giảng|hội thao|hội diễn|thi(?!\s+(?:đua|hành)))(?!\p{L})/iu
const gathers =
  /(?<!\p{L})(?:mít tinh|diễu hành|khai mạc|bế mạc|tổ chức|họp|tập huấn|ra quân|phát động|tổng kết|sơ kết|diễn ra|lễ|hội nghị|hội thi|giao ban|tọa đàm|trao thưởng|kiểm tra|công bố)(?!\p{L})/iu
const timeLabel = /thời\s+(?:gian|hạn|điểm)(?!\s+(?:qua|tới|vừa|trên|này|nêu trên|quy định))(?:[^.;]){0,90}$/iu
/** In a line as short as this the time is what it is about: "Phòng Nội vụ: trước ngày 12/5/2023". */
const shortLine = 90
const marker = /^[\s\d.)a-zđIVX(*_+•~-]{0,8}(?:Lúc|Đúng|Vào|Vào lúc)?\s*$/u
/** Where the time comes first, so many letters behind it say what happens. */
const opening = 60
const timeHeading =
  /^(?:[\p{L}\d.)]{0,6}\s+)?(?:về\s+)?(?:thời\s+(?:gian|hạn)|tiến độ|lịch|lộ trình|kế hoạch thời gian)/iu

/** "b) Đối với danh hiệu Cờ thi đua: trước ngày …": tells which of the cases it is. */
const whomFor = /^[\p{L}\d.)+•*–-]{0,4}\s*(?:Đối với|Trường hợp)\s/iu

/** The nearest heading that tells decides; the clause's own label ("3. Thời gian tổ chức …:") before all. */
function isAside({ clause }: Passage): boolean {
  const label = /^[^:]{0,90}:/u.exec(clause.text)?.[0] ?? ''
  const near = [label, ...clause.headings.toReversed()].filter((words) => words.length < 160 && !whomFor.test(words))
  const telling = near.find((words) => timely.test(words) || aside.test(words))
  return telling !== undefined && !timely.test(telling)
}

/** Does the time stand in a line or under a heading that is about time? */
function isLabelled(passage: Passage, reading: TimeReading): boolean {
  const before = passage.text.slice(0, reading.index)
  const heading = passage.clause.headings.at(-1) ?? ''
  return timeLabel.test(before) || (timeHeading.test(heading) && (before.length < 90 || /:\s*$/.test(before)))
}

/** "Tuần 12 (", "Tiết 1 sáng ": what a schedule may put before its day. */
const slot = /^[\s\d.)a-zđIVX(*_+•~-]{0,8}(?:Tuần|Tiết|Buổi|Đợt)\s+[\p{L}\d]{1,8}\s*[(:,]?\s*$/u

/** "Ngày 09/5/2023: …", "Từ ngày … đến ngày …, các đơn vị …": the time comes first. */
function isFirst(passage: Passage, reading: TimeReading): boolean {
  const after = passage.text.slice(reading.end)
  if (slot.test(passage.text.slice(0, reading.index)) && /^\s*\)?\s*:/u.test(after)) return true
  return (
    marker.test(passage.text.slice(0, reading.index)) &&
    /^\s*\)?\s*(?:\([^)]*\)\s*)?(?:[:,]|$|\p{Lu}|[.;]\s*$)/u.test(after)
  )
}

/** "báo cáo quý I/2023 về Sở": what the report covers. */
const covered =
  /(?<!\p{L})(?:báo cáo|kết quả|số liệu|tình hình|nhiệm vụ|kế hoạch|chương trình|chỉ tiêu|công tác|danh sách)\s*$/iu

function holdsWithin(passage: Passage, reading: TimeReading, labelled: boolean): boolean {
  const { text } = passage
  const before = text.slice(0, reading.index)
  if (reading.cue === 'bare' && reading.precision !== 'day' && covered.test(before)) return false
  const finished = /hoàn thành(?:,?\s+(?:xong|việc này|toàn bộ))?\s*\(?\s*$/iu.test(before)
  if (reading.precision === 'year' && goal.test(text) && !finished) return false
  const reviewed = reading.cue === 'during' && /(?<!\p{L})(?:sơ kết|tổng kết)[^.;,]{0,60}$/iu.test(before)
  if (reading.precision === 'year')
    return (
      reviewed || finished || (labelled && (reading.cue !== 'bare' || /:\s*$/.test(before) || text.length < shortLine))
    )
  if (finished || labelled) return true
  if (goal.test(text)) return false
  if (reading.cue === 'bare' && reading.precision === 'day' && !reading.from)
    return gathers.test(before) || (marker.test(before) && gathers.test(text.slice(reading.end, reading.end + opening)))
  if (reading.cue === 'bare' && reading.recurrence) return acts.test(text)
  return reading.cue !== 'bare' || reading.from !== null ? acts.test(text) : false
}

function binds(passage: Passage, reading: TimeReading): boolean {
  const labelled = isLabelled(passage, reading) || isFirst(passage, reading)
  if (reading.offset) return labelled || acts.test(passage.text)
  if (reading.recurrence && reading.recurrence.every !== 'year' && reading.relation) return acts.test(passage.text)
  if (reading.recurrence && reading.relation === null) return gathers.test(passage.text) || sends.test(passage.text)
  const opens =
    reading.cue === 'bare' && !isLabelled(passage, reading) && !/^\s*:/.test(passage.text.slice(reading.end))
  if (reading.precision === 'year') return holdsWithin(passage, reading, labelled && !opens)
  if (reading.cue === 'before' || reading.cue === 'by')
    return labelled || acts.test(passage.text) || passage.text.length < shortLine
  if (reading.cue === 'until' && !reading.from)
    return labelled || (reading.precision === 'day' && !goal.test(passage.text))
  if (reading.cue === 'from' && !reading.on && !reading.recurrence) return labelled
  return holdsWithin(passage, reading, labelled)
}

const ends = /(?<!\p{L})(?:gửi|nộp|báo cáo|trình|đăng ký|tổng hợp|hoàn thành|xong)(?!\p{L})/iu
const endsIn = /(?<!\p{L})(?:gửi|nộp|trình|hoàn thành|xong)(?!\p{L})[^.;]{0,80}$/iu
/** "hoàn thành trước khi kết thúc năm học". */
const lastEvent = /^trước khi\s+(?:kết thúc|tổng kết|bế mạc|khai mạc|bế giảng|khai giảng|nghỉ)/iu

function bindsByEvent(passage: Passage, reading: TimeReading, kind: DeadlineKind): boolean {
  const before = passage.text.slice(0, reading.index)
  if (reading.relation === 'before')
    return (
      (/Tết/u.test(reading.event ?? '') && ends.test(passage.text)) ||
      (lastEvent.test(reading.event ?? '') && endsIn.test(before))
    )
  if (timeLabel.test(before)) return true
  const telling = /^(?:ngay\s+)?(?:sau khi|khi)\s+(?:kết thúc|sơ kết|tổng kết|hoàn thành|tổ chức)/iu.test(
    reading.event ?? '',
  )
  return telling && kind !== 'other' && sends.test(passage.text)
}

/** "đơn vị thành lập trước ngày …", "tại Hội nghị ngày …": said of someone or something, no order. */
const states =
  /(?:thành lập|tuyển dụng|bổ nhiệm|sinh|nghỉ hưu|công tác|hy sinh|từ trần|cư trú|tham gia|nhập ngũ|được\s+(?:tặng|phong tặng|công nhận|cấp|ban hành|phê duyệt|khen thưởng|xét|giao))\s*$|(?:tại|theo|sau|phục vụ|chuẩn bị(?:\s+cho)?)\s[^,.;]{0,40}(?:hội nghị|cuộc họp|phiên họp|buổi làm việc)[^,.;]{0,40}$/iu

/** "Các đơn vị đã gửi báo cáo trước ngày … được biểu dương": what was done in time. */
const done =
  /(?<!\p{L})đã\s+(?:gửi|nộp|hoàn thành|báo cáo|tổ chức|triển khai)(?:(?!gửi|nộp|hoàn thành|phải|đề nghị|yêu cầu)[^.;,:]){0,60}$/iu
/** "nhập học trước ngày 05/9 được tính", "có mặt trước ngày 01/4 thì vẫn xét": a condition, save where something is handed in. */
const conditional = /^\s*(?:thì|được|vẫn|mà|nhưng)(?!\p{L})/iu
const isCondition = ({ text }: Passage, { index, end }: TimeReading): boolean =>
  conditional.test(text.slice(end)) && !hands.test(text.slice(0, index).replace(/(?:được|đã)\s+đăng ký/giu, ''))

/** "(từ 01/01 đến 31/10) không xét": whom rules leave out. */
const leavesOut = /^\s*\)?\s*,?\s*(?:thì\s+)?(?:không|chưa)\s+(?:được\s+)?(?:xét|tính|bình xét|đề nghị|công nhận)/iu

/** So long before the issue, a day belongs to history. */
const longAgo = 400
const isHistory = ({ on }: TimeReading, issuedOn: Day | null): boolean =>
  on !== null && issuedOn !== null && on < addDays(issuedOn, -longAgo)

/** "Ngày 20/8/2026, Ban Quản lý có Công văn …", "Ngày …, cơ quan họp và thống nhất …": tells what was done. */
const narrates = (passage: Passage, { index, end, cue }: TimeReading): boolean =>
  cue === 'bare' &&
  marker.test(passage.text.slice(0, index)) &&
  /^,[^,.;:]{3,120}?\s(?:có\s+(?:công văn|văn bản|kế hoạch|thông báo|□)|ban hành|nhận được|đã|họp,?\s+(?:và\s+)?thống nhất)/iu.test(
    passage.text.slice(end),
  )

/** A bare day before the issue tells of what was, it orders nothing. */
const isBygone = ({ cue, on, from }: TimeReading, issuedOn: Day | null): boolean =>
  cue === 'bare' && on !== null && from === null && issuedOn !== null && on < issuedOn

/** Is a time that was read a time by which someone is to act? Where it is doubtful, no. */
export function isDeadline(passage: Passage, reading: TimeReading, kind: DeadlineKind, issuedOn: Day | null): boolean {
  const told =
    past.test(passage.text.slice(0, reading.index)) ||
    /^[^.;]{0,30}\s(?:đã|ghi nhận)\s/iu.test(passage.text.slice(reading.end))
  if (told && !['before', 'by'].includes(reading.cue)) return false
  if (!['before', 'by'].includes(reading.cue) && leavesOut.test(passage.text.slice(reading.end))) return false
  if (reading.cue === 'after' || narrates(passage, reading)) return false
  if (isBygone(reading, issuedOn) && !isLabelled(passage, reading) && !isFirst(passage, reading)) return false
  const before = passage.text.slice(0, reading.index)
  if (states.test(before) || done.test(before) || isCondition(passage, reading) || isHistory(reading, issuedOn))
    return false
  if (/phấn đấu/iu.test(passage.text) && !hands.test(passage.text.replace(/đăng ký/giu, ''))) return false
  const firm = ['before', 'by'].includes(reading.cue) && hands.test(passage.text)
  if (isAside(passage) && !firm) return false
  if (reading.precision === 'event' && !reading.offset && !reading.from) return bindsByEvent(passage, reading, kind)
  return binds(passage, reading)
}
