/** What is promised, countable where it can be: 100 "%" "100% hồ sơ đúng hạn"; a criterion of the plan may have no number. */
export type Target = { value: number | null; unit: string | null; text: string }

export type ReadTarget =
  | { ok: true; target: Target }
  | { ok: false; reason: 'empty' | 'no_number' | 'no_unit' | 'too_long'; value?: number }

/** The longest target that still fits a column of the form, in letters. */
export const longestTarget = 300

/** Numbers that count nothing: days, years, clauses, symbols of documents, "24/7". */
const countless = [
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/gu,
  /(?<!\p{L})(?:ngày|tháng|năm|quý|thứ|khoản|điều|mục|chương|khóa|lần thứ|giai đoạn|số)\s+\d+(?:\s*[/-]\s*\d+)*/giu,
  /(?<!\p{L})(?:trước|đến|hết|từ)\s+\d{1,2}\/\d{1,2}(?!\d)/giu,
  /\b\d+(?:\/\d+)?\/\p{Lu}[\p{Lu}-]*/gu,
  /\b24\/(?:24|7)\b/g,
]

/** Units that end where they are named, so that "2 km đường" counts kilometres. */
const measures =
  /^(?:%|phần trăm|(?:nghìn |triệu |tỷ |tỉ )?đồng|triệu|tỷ|km2?|m[23²³]?|ha|kg|tấn|tạ|giờ|phút|điểm)(?!\p{L})/iu

/** Words that end the name of what is counted: "02 sáng kiến | được công nhận", "5 mô hình | trong quý III". */
const stops = new Set(
  'được trong cho về của cấp đạt tại trước và trên để năm quý tháng đúng so với theo từ đến mỗi hoàn do bằng qua có of in for by per a'.split(
    ' ',
  ),
)

const spoken = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
/** "một số", "một cửa", "một phần" count nothing. */
const spokenNumber =
  /(?<!\p{L})(một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+(?!số|phần|cách|cửa|lòng|vài|trong|mươi)(?=\p{L})/giu

const number = /(?<![\p{L}\d])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*[-–/]\s*\d+(?:,\d+)?)?/u

function withoutCountless(text: string): string {
  const kept = countless.reduce((rest, pattern) => rest.replace(pattern, ' '), text)
  return kept.replace(spokenNumber, (_, word: string) => `${spoken.indexOf(word.toLowerCase())} `)
}

/** What stands after the number, up to six words, ended by a stop word or a mark. */
function unitOf(rest: string): string | null {
  const measure = measures.exec(rest)?.[0]
  if (measure) return measure.toLowerCase() === 'phần trăm' ? '%' : measure
  const words = (/^[^,.;:()"“”]*/u.exec(rest)?.[0] ?? '').split(' ').filter(Boolean)
  const end = words.findIndex((word) => stops.has(word.toLowerCase()) || /\d/.test(word))
  const unit = words.slice(0, end < 0 ? 6 : Math.min(end, 6)).join(' ')
  return /\p{L}/u.test(unit) ? unit : null
}

/**
 * One measurable target as people type it ("100% hồ sơ đúng hạn", "02 sáng kiến") → number, unit and the words.
 * The first number that counts something is taken; days, years and clauses count nothing. Refuses words without a
 * number, a number without a unit, and what is longer than `longestTarget`.
 */
export function readTarget(typed: string): ReadTarget {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '') return { ok: false, reason: 'empty' }
  if (text.length > longestTarget) return { ok: false, reason: 'too_long' }
  const counted = withoutCountless(text).replace(/\s+/g, ' ')
  const match = number.exec(counted)
  if (!match) return { ok: false, reason: 'no_number' }
  const value = Number(`${(match[1] ?? '').replaceAll('.', '')}.${match[2] ?? '0'}`)
  const unit = unitOf(counted.slice(match.index + match[0].length).trim())
  return unit === null ? { ok: false, reason: 'no_unit', value } : { ok: true, target: { value, unit, text } }
}

/** A criterion of the plan as a target: with its number where it has one. */
export function targetOfCriterion(criterion: string): Target {
  const text = criterion.replace(/[\s;,]+$/u, '')
  const read = readTarget(text)
  return read.ok ? read.target : { value: null, unit: null, text: text.slice(0, longestTarget) }
}

/** Several targets of one work, on lines of their own or parted by ";" → each read, in order. */
export function readTargets(typed: string): { text: string; read: ReadTarget }[] {
  const parts = typed.split(/[;\n]/).map((part) => part.replace(/^\s*(?:[-+•]|\d{1,2}[.)](?=\s))\s*/u, '').trim())
  const texts = parts.filter((part) => part !== '')
  return (texts.length > 0 ? texts : ['']).map((text) => ({ text, read: readTarget(text) }))
}
