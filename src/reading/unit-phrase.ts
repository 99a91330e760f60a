import { squeeze } from './fold.ts'

/** What a body is told to do begins with one of these, in small letters; `các tổ chức`, `cơ quan, tổ chức` are bodies. */
const doing =
  'chủ trì|chủ động|chủ yếu|phối hợp|có trách nhiệm|có nhiệm vụ|có kế hoạch|chịu trách nhiệm|chịu sự|căn cứ|tham mưu|tham gia|hướng dẫn|xây dựng|(?<!các |những |của |hoặc |và |, )tổ chức|triển khai|đẩy mạnh|tăng cường|thực hiện|tuyên truyền|nghiên cứu|tiếp tục|tiếp nhận|kêu gọi|quán triệt|phổ biến|thường xuyên|theo dõi|theo chức năng|lựa chọn|chỉ đạo|phát huy|phát động|phát hiện|tổng hợp|tổng kết|sơ kết|báo cáo|đăng ký|đôn đốc|kiểm tra|giám sát|rà soát|bố trí|cân đối|bảo đảm|đảm bảo|vận động|xem xét|xét|thẩm định|kịp thời|cụ thể hóa|cụ thể hoá|quan tâm|nâng cao|gửi|lập|trình|đề xuất|đề nghị|trên cơ sở|là cơ quan|là đơn vị|là đầu mối|giúp(?! việc)|ban hành|cử|phân công|tích cực|nghiêm túc|khẩn trương|duy trì|hoàn thành|được giao|thông báo|sử dụng|khuyến khích|đăng tải|phản ánh|tập trung|tùy theo|tuỳ theo|định kỳ|hằng năm|hàng năm|hằng quý|trực tiếp|góp phần|phải|cần|nhằm|để|đánh giá|đưa|hỗ trợ|quản lý|ngoài|với chức năng|lồng ghép|làm|tiến hành|bám sát|biểu dương|bình xét|in|cung cấp|phân bổ|huy động|chuẩn bị|điều hành|chi trả|nộp|bổ sung|công khai|giải quyết|khắc phục|cập nhật|soạn thảo|giới thiệu|đóng góp|niêm yết|trao tặng|tạo điều kiện|thẩm tra|đồng ý|thống nhất|chú trọng|tập hợp|hoàn chỉnh|hoàn thiện|kiện toàn|thanh toán|quyết toán|khảo sát|tôn vinh|tặng thưởng|chấm điểm|không(?! thuộc| chuyên| hoàn thành)|vẫn|nhắc nhở|trang trí|trích|lấy ý kiến|mở|kết nạp|sưu tầm|cụ thể'

const firstDoing = new RegExp(String.raw`(?<![\p{L}])(?:${doing})(?![\p{L}])`, 'u')

/** `Giao cho`, `Đề nghị`, `Yêu cầu`: the order itself, before the body that it goes to. */
const order = /^(?:(?:Giao|Đề nghị|Yêu cầu|Phân công|Ủy quyền|Trách nhiệm(?: của)?)\s+(?:cho\s+)?|Đối với\s+)/u

const startsWithDoing = new RegExp(String.raw`^(?:${doing})(?![\p{L}])`, 'iu')

/** Words that a body begins with. */
const bodyWord =
  '(?:cán bộ|công chức|viên chức|phòng|sở|bộ|ban|UBND|HĐND|Ủy ban|Hội đồng|trung tâm|trưởng|văn phòng|hội(?! thi| nghị| thảo| diễn)|đoàn|đơn vị|cơ quan|công an|trường(?! hợp)|trạm|đài|thủ trưởng|chủ tịch|giám đốc|hiệu trưởng|bí thư|chi bộ|cấp ủy|khối|cụm|các|mỗi)(?!\\p{L})'

/** Does it begin with the name of a body: `công chức chuyên môn`, `các phòng`? */
export const startsWithBody = (text: string): boolean => new RegExp(`^${bodyWord}`, 'iu').test(text)

/** `Căn cứ chức năng được giao, các sở, ngành …`: circumstances before the body. */
const circumstance = new RegExp(
  String.raw`^(?:Căn cứ|Trên cơ sở|Theo|Trong|Khi|Sau khi|Để|Hằng năm|Hàng năm|Định kỳ)(?!\p{L})[^.;:]{0,200}?,\s+(?=${bodyWord})`,
  'iu',
)

export type UnitPhrase = { unit: string; rest: string }

/** `Giao Sở Nội vụ chủ trì, phối hợp …` → `Sở Nội vụ` and the rest; null where it begins with the doing or names nobody. */
export function readUnitPhrase(words: string): UnitPhrase | null {
  if (/^Trong quá trình/.test(words)) return null
  const named = words.replace(circumstance, '').replace(order, '')
  if (
    startsWithDoing.test(named) ||
    /^(?:Trong|Theo|Khi|Nếu|Trường hợp|Ngoài|Việc|Kinh phí|Nguồn|Thời (?:gian|hạn)|Hồ sơ|Kết quả|Hội thi|Hội nghị)(?!\p{L})/u.test(
      named,
    )
  )
    return null
  const colon = named.indexOf(':')
  const at = [firstDoing.exec(named)?.index ?? named.length, colon < 0 ? named.length : colon]
  const end = Math.min(...at)
  const unit = squeeze(named.slice(0, end))
    .replace(/[\s,;.–-]+$/, '')
    .replace(/\s+(?:để|thì|sẽ|được|có|chưa|còn|đã)$/, '')
  return /^\p{L}/u.test(unit) && unit.length >= 4 && unit.length <= 300 && !/[.;]\s/.test(unit)
    ? { unit, rest: named.slice(end) }
    : null
}

const together = /phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+(.*)$/su

/** `…, phối hợp với Văn phòng A và các cơ quan, đơn vị liên quan theo dõi …` → `Văn phòng A`, `các cơ quan, đơn vị liên quan`. */
export function readPartners(rest: string): string[] {
  const list = together.exec(rest.slice(0, 600))?.[1]
  if (!list) return []
  const bodies = list.slice(0, firstDoing.exec(list)?.index ?? list.length).split(/[.;:]/)[0] ?? ''
  return bodies
    .split(/,\s+(?=\p{Lu}|các\s|những\s)|\s+(?:và|cùng)\s+(?=các\s|những\s)/u)
    .map((body) => squeeze(body).replace(/^(?:và|với)\s+|[\s,]+$/g, ''))
    .filter((body) => body.length > 2)
}
