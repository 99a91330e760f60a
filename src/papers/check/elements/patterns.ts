import { fold } from '../../../domain/fold.ts'

const folds = (wanted: string) => (text: string) => fold(text) === wanted

// CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
export const isNation = folds('cong hoa xa hoi chu nghia viet nam')
// Độc lập – Tự do – Hạnh phúc
export const isMotto = folds('doc lap tu do hanh phuc')
// ĐẢNG CỘNG SẢN VIỆT NAM, ĐOÀN TNCS HỒ CHÍ MINH: papers with rules of their own
export const isParty = (text: string) =>
  /^(dang cong san viet nam|doan (tncs|thanh nien cong san) ho chi minh)$/.test(fold(text))

// Số: 05/KH-UBND · Số:     /UBND-VX · Số 12 / BC - HND
export const isNumber = (text: string) => /^số\s*:?\s*[\d.…_\s]*[a-z]?\s*\/\s*[\p{L}\d.…&/–\s-]+$/iu.test(text)
// Ea Kao, ngày 05 tháng 02 năm 2026 · ..., ngày     tháng     năm 2024
export const isPlaceDay = (text: string) =>
  /^[\p{L}\d\s.'’…-]{0,60},?\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*\.?$/iu.test(text)
// V/v đăng ký thi đua
export const isAbout = (text: string) => /^(v\s*\/\s*v|về việc)(?!\p{L})/iu.test(text)
// Kính gửi: Sở Nội vụ
export const isAddressee = (text: string) => /^kính gửi(?!\p{L})/iu.test(text)
// Nơi nhận:
export const isRecipients = (text: string) => /^nơi nhận\s*:?$/iu.test(text)
// Phụ lục · Phụ lục II · PHỤ LỤC 1
export const isAppendix = (text: string) => /^phụ lục(\s+(số\s*)?[ivxlcdm\d]+)?[.:]?$/iu.test(text)
// (Kèm theo Kế hoạch số … ngày …)
export const isAppendixOf = (text: string) => /^\(?\s*(ban hành\s+)?kèm theo(?!\p{L})/iu.test(text)
// TM. ỦY BAN NHÂN DÂN · KT. CHỦ TỊCH · T/L GIÁM ĐỐC
export const isAuthority = (text: string) => /^(TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L|TUQ)\s*[.\s]\s*\p{Lu}{2}/u.test(text)
// Căn cứ Luật …; Theo đề nghị của …; Xét Tờ trình …
export const isBasis = (text: string) =>
  /^(căn cứ|theo đề nghị|xét(?!\p{L})|thực hiện|trên cơ sở)(?!\p{L})/iu.test(text)

const asSet = (names: string[]) => new Set(names.join(', ').split(', ').map(fold))

/** The types of Điều 7, without those that only go with another document. */
const namedTypes = asSet([
  'nghị quyết, quyết định, chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn, chương trình, kế hoạch, phương án',
  'đề án, dự án, báo cáo, biên bản, tờ trình, hợp đồng, công điện, bản ghi nhớ, bản thỏa thuận, giấy ủy quyền, giấy mời',
  'giấy giới thiệu, giấy nghỉ phép, phiếu gửi, phiếu chuyển, phiếu báo, thư công',
])
const otherTypes = asSet(['bản đăng ký, danh sách, giao ước thi đua'])
// KẾ HOẠCH: alone on a line; a type that the decree knows and numbers
export const isNamedType = (text: string) => namedTypes.has(fold(text))
// BẢN ĐĂNG KÝ as well
export const isType = (text: string) => isNamedType(text) || otherTypes.has(fold(text))

export type Heading = { kind: 'part' | 'roman' | 'article' | 'clause' | 'point'; mark: string }

const headings: [Heading['kind'], RegExp][] = [
  // Chương II · Phần thứ nhất · Mục 1 · Tiểu mục 2
  ['part', /^((?:phần|chương|mục|tiểu mục)\s+(?:thứ\s+\p{L}+|[ivxlcdm]+|\d+))[.:]?$/iu],
  // II. NỘI DUNG
  ['roman', /^([IVX]{1,6})\s*[.:/-]\s*\p{L}/u],
  // Điều 3. Khen thưởng
  ['article', /^(Điều\s+\d+)(?=[.:\s]|$)/iu],
  // 2. Chỉ tiêu · 2.1. Chỉ tiêu
  ['clause', /^(\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/]?\s*(?:-\s*)?(?=\p{L}|["“(])/u],
  // đ) Khen thưởng · a. Khen thưởng
  ['point', /^(\p{Ll})\s*[).]\s*\p{L}/u],
]

/** The number of a heading or an item at the start of a line; null where it has none. */
export function readHeading(text: string): Heading | null {
  for (const [kind, pattern] of headings) {
    const mark = pattern.exec(text)?.[1]
    if (mark !== undefined && !(kind === 'clause' && !/^\d[\d.]*\s*[.)]/.test(text))) return { kind, mark }
  }
  return null
}
