import { startsWithBody } from './bodies.ts'
import type { Passage } from './passage.ts'
import type { TimeReading } from './time/time-reading.ts'
import { readPartners, readUnitPhrase } from './unit-phrase.ts'

/** A subject stands at the head of its sentence. */
const longestLead = 600
const marker = /^\s*(?:[-–+•*~_]\s*)*(?:(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])(?:\s*[.)]|[-/](?=\s))\s*)?(?:\*\s*)?/u
/** Words before the one who acts: "Hằng năm,", "Căn cứ kế hoạch này,", "Kết thúc đợt thi đua,", "Sau đó". */
const lead =
  /^(?:(?:(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)|định kỳ[^,]{0,30}|căn cứ[^,]*|trên cơ sở[^,]*|kết thúc[^,]*|(?:ngay\s+)?sau khi[^,]*|khi\s[^,]*|đồng thời|ngoài ra|riêng)\s*,\s*|sau đó\s+|riêng\s+)/iu
const order = /^(?:Giao|Đề nghị|Yêu cầu|Phân công|Trách nhiệm(?: của)?|Đối với)\s+(?:cho\s+)?/iu
/** "…, đề nghị Ủy ban nhân dân các huyện …", "kết thúc Tháng hành động các đơn vị báo cáo". */
const inside =
  /(?:(?:[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao(?:\s+cho)?)\s+(?=\p{Lu}|các\s)|(?<=\p{L}\s|[,:]\s)(?=(?:các|những|mỗi)\s+(?:cơ quan|lớp|khoa|tổ|chi|cơ sở|thành viên|công đoàn|doanh nghiệp|huyện|liên đội|hộ|đơn vị|địa phương|phòng|ban|sở|xã|huyện|ngành|trường|tổ chức|đoàn thể|cụm|khối|hội|thôn)[\p{L}\s,]{0,120}?\s(?:gửi|báo cáo|nộp|lập|tổng hợp|xây dựng|hoàn thành|đăng ký|tổ chức)))/u
const label =
  /^(?:Cơ quan|Đơn vị|Bộ phận)\s+(?:chủ trì|thực hiện|tham mưu)[^:]{0,40}:\s*|^(?:Phân công thực hiện|Người thực hiện|Thành phần(?: tham dự| tham gia)?)\s*:\s*/iu

/** "Đối với khen thưởng tổng kết năm: Các cơ quan …": whom it is for stands before the one who acts. */
const forWhom = /^Đối với[^:;.]{0,120}:\s*(?=\p{Lu})/u
const noBody =
  /^(?:các|những)\s+(?:văn bản|nội dung|quy định|phong trào|tiêu chí|nhiệm vụ|chỉ tiêu|hoạt động|danh hiệu|hình thức|hồ sơ|kế hoạch|báo cáo)|khen thưởng\s+(?:đối với|cho|các)|^cấp trên khen/iu
/** "đề nghị Chủ tịch UBND tỉnh xét khen thưởng" proposes to a body, it orders none. */
const asksReward = /^\s*(?:xem xét|xét|khen thưởng|tặng|quyết định|công nhận|phê duyệt)/iu

/** "Ban Thường vụ không đồng ý, vẫn giữ thời hạn …" decides for others. */
const rules = /^\s*(?:không\s+)?(?:đồng ý|thống nhất)(?!\p{L})/iu

/** "UBND xã ban hành kế hoạch như sau:" names who speaks, not who acts. */
const leadIn =
  /(?:thông báo|ban hành|hướng dẫn|quy định|xây dựng|triển khai)[^:]*(?:như sau|sau đây|sau)\s*:?\s*$|(?:yêu cầu|đề nghị|thông báo)\s*:$/iu

/** What a body's name cannot go on with: a time, a verb that `readUnitPhrase` does not know. */
const behindUnit =
  /\s+(?:(?:ký|họp|chấm|bình xét|suy tôn|tự|công bố|gửi|nộp)(?!\p{L})|(?:tr?ước|chậm nhất|từ|vào|đến hết|trong)\s+(?:ngày|tháng|quý|\d)).*$|\s+(?:khi|có văn bản|chưa|không|còn)$/u

/** "Phòng Nội vụ đề nghị các đơn vị gửi …": those who are asked act, not the one who asks. */
function orderedBy(words: string): string {
  const asked = /^[^,;:.]{3,80}?\s(?:đề nghị|yêu cầu|giao(?:\s+cho)?)\s+(?=\p{Lu}|các\s)/u.exec(words)
  const rest = asked ? words.slice(asked[0].length) : ''
  return rest && !asksReward.test(readUnitPhrase(rest)?.rest ?? '') ? rest : words
}

function actorAt(source: string): string | null {
  const words = source.slice(0, longestLead)
  const plain = orderedBy(words.replace(marker, '').replace(lead, '').replace(forWhom, '').replace(order, ''))
  if (!startsWithBody(plain)) return null
  const phrase = readUnitPhrase(plain)
  const unit = phrase?.unit.replace(behindUnit, '') ?? ''
  if (!phrase || unit.length < 3 || noBody.test(unit) || rules.test(phrase.rest)) return null
  const partners = /^\s*chủ trì/u.test(phrase.rest) ? readPartners(phrase.rest.slice(0, 300)) : []
  return partners.length ? `${unit}, phối hợp với ${partners.join(', ')}` : unit
}

function actorInside(text: string): string | null {
  const match = inside.exec(text)
  const words = match ? text.slice(match.index + match[0].length) : ''
  return words && !asksReward.test(readUnitPhrase(words)?.rest ?? '') ? actorAt(words) : null
}

function actorBeside({ siblings }: Passage): string | null {
  for (const { text } of siblings) {
    const plain = text.replace(marker, '')
    const match = label.exec(plain)
    if (match) return plain.slice(match[0].length).split(/[(;.]/)[0]?.trim() || null
  }
  return null
}

/** Who is to act: behind the time ("Trước ngày …: Các đơn vị …"), before the verb, in a heading above or a label beside; else null. */
export function readActor(passage: Passage, reading: Pick<TimeReading, 'index' | 'end'> | null): string | null {
  const behind = reading ? passage.text.slice(reading.end).replace(/^[\s:,)*.-]+/, '') : ''
  const isFirst = reading !== null && passage.text.slice(0, reading.index).replace(marker, '').trim() === ''
  const sources = isFirst ? [behind, passage.text, passage.sentence] : [passage.text, behind, passage.sentence]
  for (const source of sources) {
    const actor = actorAt(source) ?? (source === behind ? null : actorInside(source))
    if (actor) return actor
  }
  const headings = passage.clause.headings.filter((heading) => !leadIn.test(heading))
  const above = [passage.clause.text, ...headings.toReversed()]
  for (const source of above) {
    const actor = actorAt(source)
    if (actor) return actor
  }
  return actorBeside(passage)
}
