import type { PointReader } from './point.ts'

const calendarDay = (day: string, month: string, year: string | undefined) => {
  const parts = { day: Number(day), month: Number(month.replace(/\s/g, '')), year: year ? Number(year) : null }
  if (parts.day < 1 || parts.day > 31 || parts.month < 1 || parts.month > 12) return null
  return { precision: 'day' as const, ...parts }
}

/** "12/5/2023", "ngày 12/ 05/2023", "12-5-2023", "12.5.2023"; torn by scanning: "12/1 1/2023". */
const numbered: PointReader = {
  pattern:
    /(?:ngày[”"]?\s+)?(?:m[ùồ]ng\s+)?(?<![\p{L}\d/.])(\d{1,2})\s?([/.-])\s?(1\s?[0-2]|0?[1-9])\s?\2\s?((?:19|20)\d\d)(?![\d/]|\s?[/-]\s?\p{Lu})/giu,
  read: (match) => calendarDay(match[1] ?? '', match[3] ?? '', match[4]),
}

/** "ngày 25 tháng 12 năm 2022", "15 tháng 3", "05 tháng 6/2024". */
const spelled: PointReader = {
  pattern:
    /(?:ngày\s+)?(?:m[ùồ]ng\s+)?(?<![\p{L}\d/.,])(?<!tuần\s+(?:lễ\s+)?(?:thứ\s+)?)(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)(?:\s*,?\s*năm\s+((?:19|20)\d\d)|\s?[/-]\s?((?:19|20)\d\d))?(?!\s+(?:một lần|liên tục))/giu,
  read: (match) => calendarDay(match[1] ?? '', match[2] ?? '', match[3] ?? match[4]),
}

/**
 * "trước ngày 10/12", "từ 26/11 đến", "không quá 15/02", "28/12 năm 2011": without a year only behind a word of time, for
 * "2/3 tổng số" and "1/2 ngày" look the same.
 */
const yearless: PointReader = {
  pattern:
    /(?:(?<=(?:ngày|trước|từ|đến|tới|hết|quá|nhất|là|chót|vào|sáng|chiều|sau|và|,|-|–)\s*)|(?<=[(:]\s?)|ngày\s+)(?<![\p{L}\d/.])(\d{1,2})\s?\/\s?(1\s?[0-2]|0?[1-9])(?![\d/%]|\s?[/-]\s?[\p{L}\d]|\s+(?:tổng|số|ngày|thành viên|phiếu|chỉ tiêu|thời gian|dân số|đơn vị|hộ|cán bộ|tiêu chí|điểm))(?:\s+năm\s+((?:19|20)\d\d))?/giu,
  read: (match) => calendarDay(match[1] ?? '', match[2] ?? '', match[3]),
}

export const dayPoints: PointReader[] = [numbered, spelled, yearless]
