import { fold, squeeze } from '../fold.ts'
import type { Role } from './table-row.ts'

/** Heads of columns, in small letters without marks; the more telling first. */
const heads: { role: Role; pattern: RegExp }[] = [
  // STT · TT · Số TT
  { role: 'ordinal', pattern: /^(?:stt|tt|so tt|so thu tu)\.?$/ },
  // Đơn vị phối hợp · Phối hợp
  { role: 'partner', pattern: /phoi hop/ },
  // Nơi nhận báo cáo · Nơi gửi · Gửi về
  { role: 'recipient', pattern: /^(?:noi (?:nhan|gui)|(?:don vi|co quan) nhan|gui (?:ve|den))/ },
  // Thời gian thực hiện · Thời hạn · Hạn nộp · Tiến độ · Mốc thời gian
  {
    role: 'time',
    pattern:
      /^(?:thoi (?:gian|han|diem)|han(?: (?:nop|gui|cuoi|chot|hoan thanh|thuc hien|bao cao).*)?$|tien do|moc (?:thoi gian|hoan thanh)|ngay(?: (?:thuc hien|hoan thanh|gui|nop).*|, thang.*)?$|lich(?: thuc hien)?$)/,
  },
  // Nội dung công việc · Nhiệm vụ · Hoạt động
  {
    role: 'task',
    pattern:
      /^(?:noi dung|cong viec|nhiem vu|(?:cac )?hoat dong|dau viec|ten (?:cong viec|hoat dong|nhiem vu|bao cao)|loai bao cao|viec)/,
  },
  // Đơn vị chủ trì · Người phụ trách · Cơ quan thực hiện · Phân công
  {
    role: 'actor',
    pattern: /^(?:don vi|co quan|bo phan|nguoi|phan cong|trach nhiem|chu tri|to chuc|phong, ban|lanh dao|can bo)/,
  },
  // Ghi chú · Sản phẩm · Địa điểm
  { role: 'note', pattern: /^(?:ghi chu|san pham|ket qua|kinh phi|so luong|dia diem|hinh thuc|thanh phan|tai lieu)/ },
]

/** What a column holds, from the words at its head; null for words that head no column. */
export function columnRole(cell: string): Role | null {
  const words = fold(squeeze(cell)).replace(/[*:]/g, '').trim()
  if (!words || words.length > 60) return null
  return heads.find(({ pattern }) => pattern.test(words))?.role ?? null
}

/** Do these heads make a table of work with its times: a column of times, and one of work or of those who do it? */
export function headsWork(roles: readonly (Role | null)[]): boolean {
  return roles.length >= 2 && roles.includes('time') && (roles.includes('task') || roles.includes('actor'))
}
