import { fold } from './fold.ts'
import { type Honour, readHonour } from './honours.ts'

/** What a column of a list of people holds; the private ones are left out, `mark` says a title by a cross in it. */
export type Column =
  | { of: 'name' | 'familyName' | 'givenName' | 'position' | 'positionAndUnit' | 'unit' | 'honours' }
  | { of: 'title' | 'commendation' | 'initiative' | 'number' | 'birth' | 'citizen' | 'other' }
  | { of: 'mark'; honour: Honour }

/** Words of headers as lists of offices write them, folded; the first that fits counts. */
const headers: [of: Exclude<Column['of'], 'mark'>, words: RegExp][] = [
  // "STT", "TT", "Số TT"
  ['number', /^(?:stt|tt|so tt|so thu tu|no)$/],
  // "Ngày, tháng, năm sinh", "Năm sinh"
  ['birth', /\bsinh\b|^n s$|\bdate of birth\b/],
  // "Số CCCD", "CMND/CCCD", "Số định danh cá nhân", "Mã số thuế cá nhân"
  ['citizen', /\bcccd\b|\bcmnd\b|\bcmtnd\b|\bcan cuoc\b|\bdinh danh\b|\bma so thue\b|\bbhxh\b/],
  // "Họ và tên", "Họ, tên", "Họ tên (ông/bà)", "Ông/bà", "Tên cá nhân"
  ['name', /^(?:ho (?:va )?(?:ten dem )?(?:va )?ten|ho ten|ten ca nhan|ca nhan|full name|name)\b|^ong ba$/],
  ['familyName', /^ho(?: (?:va )?(?:ten )?(?:dem|lot))?$/],
  ['givenName', /^ten$/],
  // "Tên sáng kiến, đề tài"
  ['initiative', /\bsang kien\b|\bde tai\b/],
  // "Danh hiệu, hình thức đăng ký"
  ['honours', /\bdanh hieu\b.*\bhinh thuc\b/],
  // "Danh hiệu đăng ký", "Đăng ký thi đua"
  ['title', /\bdanh hieu\b|^dang ky thi dua\b|\bemulation title\b/],
  // "Hình thức khen thưởng", "Đăng ký khen thưởng"
  ['commendation', /\bhinh thuc\b|\bkhen thuong\b|\bcommendation\b/],
  // "Chức vụ, đơn vị công tác"
  ['positionAndUnit', /\bchuc (?:vu|danh)\b.*\b(?:don vi|co quan|noi cong tac)\b/],
  ['position', /\bchuc (?:vu|danh)\b|^position\b/],
  // "Đơn vị", "Phòng, ban", "Nơi công tác", "Tổ chuyên môn"
  ['unit', /^(?:don vi|co quan|phong|noi cong tac|bo phan|to |chi hoi|thon|unit)\b/],
]

/** "Họ và tên" → name; a header that is itself a title ("LĐTT") is marked by crosses below it. */
function readColumn(header: string, honours: Honour[]): Column {
  const words = fold(header)
  if (words === '') return { of: 'other' }
  const honour = readHonour(honours, header)
  if (honour) return { of: 'mark', honour }
  return { of: headers.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other' }
}

/** How far down a list its header is looked for: above it stand the names of the office and the list. */
const lookedThrough = 30

/** The row of headers and what its columns hold; null where no row names people and nothing else is known either. */
export function findHeader(rows: string[][], honours: Honour[]): { at: number; columns: Column[] } | null {
  const scored = rows.slice(0, lookedThrough).map((cells, at) => {
    const columns = cells.map((cell) => readColumn(cell, honours))
    const known = columns.filter(({ of }) => of !== 'other').length
    return { at, columns, score: known + (hasName(columns) ? 10 : 0) }
  })
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (one.score > (top?.score ?? 0) ? one : top),
    null,
  )
  // A heading alone ("Danh sách đơn vị …") is no row of headers.
  return best && (hasName(best.columns) || best.score >= 2) ? best : null
}

/** Is there a column of names, or are there the two halves of one? */
export const hasName = (columns: Column[]): boolean => {
  const has = (of: Column['of']) => columns.some((column) => column.of === of)
  return has('name') || (has('familyName') && has('givenName'))
}
