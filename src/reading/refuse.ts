import { hasSecretMark } from './secret-mark.ts'
import { readTypeWord } from './type-words.ts'

export type TextRefusal = 'secret' | 'not_administrative' | 'empty'

/** Why a document's words are not read at all; null where they are. Decided on the raw text, before anything else. */
export function refusalOf(text: string): TextRefusal | null {
  const plain = text.normalize('NFC')
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'empty'
  if (hasSecretMark(plain)) return 'secret'
  return isAdministrative(plain) ? null : 'not_administrative'
}

const types =
  'kế hoạch|công văn|quyết định|thông tư|hướng dẫn|thông báo|công điện|chỉ thị|nghị quyết|nghị định|quy định|quy chế|quy trình|kết luận|tờ trình|báo cáo|chương trình|phương án|đề án|giấy mời|thể lệ|lời kêu gọi|phụ lục'
// KẾ HOẠCH · **QUYẾT ĐỊNH** · ## Kế hoạch: the word fills its line
const typeLine = new RegExp(`^[^\\p{L}\\n]*(${types})[^\\p{L}\\n]*$`, 'imu')
// KẾ HOẠCH Phát động phong trào …: capitals open the line
const typeStart = new RegExp(`^[^\\p{L}\\n]*(${types.toUpperCase()})(?!\\p{L})`, 'mu')
// V/v hướng dẫn …
const about = /(?<!\p{L})V\/v(?!\p{L})/iu
// Số: 12/KH-UBND · Số: /QĐ-SYT · Số:      /HD – HĐTĐKT (an empty or misread number as well)
const numberLine = /^[^\p{L}\n]*S\p{L}\s*[:.]?\s*[^\s\p{L}]{0,12}[\d\p{L}]{0,8}\s*[/-]\s*[\d/]*\p{Lu}{2,}/mu

const bodies =
  'ubnd|hđnd|ủy ban|uỷ ban|hội đồng|sở|phòng|ban (?:chỉ đạo|tổ chức|tuyên giáo|dân vận|thi đua|quản lý|ngành|chấp hành|thường vụ)|văn phòng|cơ quan|đơn vị|địa phương|đoàn thể|mặt trận|đảng ủy|chi bộ|cụm,? khối|khối thi đua|thôn|buôn|tổ dân phố|trường|trạm|công an|hội (?:nông dân|phụ nữ|liên hiệp|cựu chiến binh)|thủ trưởng|trưởng (?:phòng|thôn|buôn|ban)|bộ'
const orders = 'yêu cầu|đề nghị|giao(?: cho)?|chỉ đạo|phân công|giao nhiệm vụ(?: cho)?'
const duties =
  'có trách nhiệm|chịu trách nhiệm|chủ trì|tham mưu|gửi (?:báo cáo|hồ sơ|đăng ký|bản|về|kết quả)|báo cáo (?:về|kết quả|ubnd|tình hình)|đăng ký|tổ chức (?:thực hiện|triển khai|phát động|tổng kết|sơ kết)|triển khai|phối hợp|phải'
const word = (choices: string) => `(?<!\\p{L})(?:${choices})(?!\\p{L})`
// đề nghị các thôn … · giao Phòng Nội vụ …
const orderToBody = new RegExp(`${word(orders)}[^.;\\n]{0,30}?${word(bodies)}`, 'iu')
// các đơn vị … gửi báo cáo … · Sở Nội vụ chủ trì …
const bodyHasDuty = new RegExp(`${word(bodies)}[^.;]{0,90}?${word(duties)}`, 'iu')

/** Does it have a type word, a number line or a sentence that orders a body to do something? Excerpts and articles have at least the last. */
function isAdministrative(text: string): boolean {
  const signs = [typeLine, typeStart, about, numberLine]
  if (signs.some((sign) => sign.test(text)) || text.split('\n').some((line) => readTypeWord(line) !== null)) return true
  const sentences = text.replace(/\s+/g, ' ')
  return orderToBody.test(sentences) || bodyHasDuty.test(sentences)
}
