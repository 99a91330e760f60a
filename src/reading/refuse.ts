import { hasSecretMark } from './secret-mark.ts'
import { type DocType, readTypeWord, splitTypeWord } from './type-words.ts'

export type TextRefusal = 'secret' | 'not_administrative' | 'empty'

/** Why a document's words are not read at all; null where they are. Decided on the raw text, before anything else. */
export function refusalOf(text: string): TextRefusal | null {
  const plain = text.normalize('NFC')
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'empty'
  if (hasSecretMark(plain)) return 'secret'
  return isAdministrative(plain) ? null : 'not_administrative'
}

/** Kinds of paper that nobody but an office writes; a HƯỚNG DẪN or THÔNG BÁO may be about cooking. */
const firm: readonly DocType[] = ['plan', 'letter', 'regulation', 'circular']
// ## Kế hoạch · Hướng dẫn: – a type word in small letters fills its line
const smallType =
  /^[^\p{L}\n]*(kế hoạch|công văn|quyết định|thông báo|hướng dẫn|quy định|quy trình|thể lệ)[^\p{L}\n]*$/imu
// what only an official paper says around its type word
const official =
  /(?<!\p{L})(căn cứ|kính gửi|nơi nhận|ủy ban|uỷ ban|UBND|cộng h(?:òa|oà)|điều \d|ngày\s+\d*\s*tháng)(?!\p{L})/iu
// V/v hướng dẫn …
const about = /(?<!\p{L})V\/v(?!\p{L})/iu
// Số: 12/KH-UBND · Số: /QĐ-SYT · Số:      /HD – HĐTĐKT (an empty or misread number as well)
const numberLine = /^[^\p{L}\n]*S[ốôóáoỐÔÓ]\s*[:.]?\s*[^\s\p{L}]{0,12}[\d\p{L}]{0,8}\s*\/\s*[\d/]*\p{Lu}{2,}/mu

// UBND, Sở Nội vụ, Trường Tiểu học …: a kind of body and a name in capitals
const named =
  'UBND|HĐND|(?:Sở|Phòng|Bộ|Ban|Hội|Trường|Trạm|Trung tâm|Văn phòng|Ủy ban|Uỷ ban|Hội đồng|Công an|Đảng|Liên đoàn|Mặt trận)\\s(?=\\p{Lu})|Đảng ủy|Mặt trận'
// các phòng, các thôn, cơ quan, đơn vị …: bodies without a name
const unnamed =
  '[Cc]ác (?:sở|phòng|ban|ngành|cấp|xã|phường|thôn|buôn|trường|hội|cụm|khối|tổ)|[Cc]ơ quan|[Đđ]ơn vị(?! tính)|[Đđ]ịa phương|[Đđ]oàn thể|[Cc]hi bộ|[Cc]ụm,? [Kk]hối|[Tt]hủ trưởng|[Tt]rưởng (?:phòng|thôn|buôn|ban|các)'
const orders = '[Yy]êu cầu|[Đđ]ề nghị|[Gg]iao|[Cc]hỉ đạo|[Pp]hân công'
const duties =
  'có trách nhiệm|chịu trách nhiệm|chủ trì|tham mưu|đăng ký|rà soát|quán triệt|theo dõi, đôn đốc|(?:gửi|nộp|lập|tổng hợp|hoàn thành) (?:báo cáo|hồ sơ|danh sách|đăng ký|bản|về|kết quả|trước)|báo cáo (?:về|kết quả|UBND|tình hình|trước)'
// what "các đơn vị" do is an order; of a named body it may as well be news
const work = 'tổ chức|triển khai|thực hiện|tăng cường|xây dựng'
const until = (words: string) => `[^.;]{0,90}?(?<!\\p{L})(?:${words})(?!\\p{L})`
const orderly = [
  // đề nghị các thôn … · giao Phòng Nội vụ …
  new RegExp(`(?<!\\p{L})(?:${orders})[^.;]{0,30}?(?<!\\p{L})(?:${named}|${unnamed})`, 'u'),
  // Sở Nội vụ chủ trì …
  new RegExp(`(?<!\\p{L})(?:${named})${until(duties)}`, 'u'),
  // các đơn vị … gửi báo cáo …
  new RegExp(`(?<!\\p{L})(?:${unnamed})${until(`${duties}|${work}`)}`, 'u'),
]

/** Does it have a type word, a number line or a sentence that orders a body to do something? Excerpts and articles have at least the last. */
function isAdministrative(text: string): boolean {
  const types = text.split('\n').map((line) => readTypeWord(line) ?? splitTypeWord(line)?.type)
  if (types.some((type) => type && firm.includes(type)) || about.test(text) || numberLine.test(text)) return true
  if ((types.some(Boolean) || smallType.test(text)) && official.test(text)) return true
  const sentences = text.replace(/\s+/g, ' ')
  return orderly.some((order) => order.test(sentences))
}
