import { dayFrom } from '../../domain/day.ts'
import type { Deadline } from '../../domain/plan.ts'

type Reference = NonNullable<Deadline['reference']>

const clause = String.raw`((?:(?:điểm|khoản|điều|mục|phần|chương|tiểu mục)\s+[\p{L}\d.]{1,5}\s*,?\s*)+)`
const number = String.raw`(\d{1,6}(?:/\d{4})?(?:/|-)[\p{Lu}][\p{L}&]*(?:[-/][\p{Lu}][\p{L}&]*)*)`
const pattern = new RegExp(
  String.raw`(?:theo|tại)\s+(?:quy định\s+(?:tại\s+)?|đúng\s+)?${clause}?(?:của\s+)?(?:Kế hoạch|Công văn|Quyết định|Hướng dẫn|Thông báo|Chỉ thị|Quy chế|Quy định|Thông tư|Nghị định|Văn bản)\s+(?:số\s*:?\s*)?${number}(?:\s*,?\s*ngày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4}))?`,
  'iu',
)

/** "theo khoản 3 Mục V Kế hoạch số 45/KH-UBND ngày 12/02/2023": where another document sets the time; null without one. */
export function readReference(sentence: string): { reference: Reference; text: string } | null {
  const match = pattern.exec(sentence)
  if (!match) return null
  const [, place, paper, day, month, year] = match
  const date = year ? dayFrom(Number(year), Number(month), Number(day)) : null
  const text = match[0].replace(/^(?:theo|tại)\s+(?:quy định\s+(?:tại\s+)?|đúng\s+)?/iu, '')
  return { reference: { number: paper ?? null, date, clause: place?.trim().replace(/,$/, '') ?? null }, text }
}
