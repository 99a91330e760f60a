import { isLunarName, monthOfWords, monthWords, numberOf, numberWords } from './number-words.ts'
import type { PointReader } from './point.ts'

const calendarDay = (day: string, month: string, year: string | undefined) => {
  const parts = { day: Number(day), month: Number(month.replace(/\s/g, '')), year: year ? Number(year) : null }
  if (parts.day < 1 || parts.day > 31 || parts.month < 1 || parts.month > 12) return null
  return { precision: 'day' as const, ...parts }
}

/** "2 /11/2025": a digit before the gap may be lost. */
const gapBeforeStroke = /(?<!\d)\d\s\/\d/

/** "12/5/2023", "ngày 12/ 05/2023", "12-5-2023", "12.5.2023"; torn by scanning: "12/1 1/2023". */
const numbered: PointReader = {
  pattern:
    /(?:ngày[”"]?\s*)?(?:m[ùồ]ng\s+)?(?:(?<=ngày)|(?<![\p{L}\d/.?*#]))(\d{1,2})\s?([/.-])\s?(1\s?[0-2]|0?[1-9])\s?\2\s?((?:19|20)\d\d)(?![\d/]|\s?[/-]\s?\p{Lu})/giu,
  read: (match) => {
    const day = calendarDay(match[1] ?? '', match[3] ?? '', match[4])
    return day && { ...day, torn: gapBeforeStroke.test(match[0]) }
  },
}

/** "ngày 25 tháng 12 năm 2022", "15 tháng 3", "05 tháng 6/2024". */
const spelled: PointReader = {
  pattern:
    /(?:ngày\s*)?(?:m[ùồ]ng\s+)?(?:(?<=ngày)|(?<![\p{L}\d/.,?*#]))(?<!tuần\s+(?:lễ\s+)?(?:thứ\s+)?)(\d{1,2})\s*tháng\s+(\d{1,2})(?!\d)(?:\s*,?\s*năm\s+((?:19|20)\d\d)|\s?[/-]\s?((?:19|20)\d\d))?(?!\s+(?:một lần|liên tục))/giu,
  read: (match) => calendarDay(match[1] ?? '', match[2] ?? '', match[3] ?? match[4]),
}

/**
 * "trước ngày 10/12", "từ 26/11 đến", "không quá 15/02", "28/6 năm 2023": without a year only behind a word of time, for
 * "2/3 tổng số" and "1/2 ngày" look the same.
 */
const yearless: PointReader = {
  pattern:
    /(?:(?<=(?:ngày|trước|từ|đến|tới|hết|quá|nhất|là|chót|vào|sáng|chiều|sau|và|,|-|–)\s*)|(?<=[(:]\s?)|ngày\s+)(?<![\p{L}\d/.?*#])(\d{1,2})\s?\/\s?(1\s?[0-2]|0?[1-9])(?![\d/%]|\s?\/\s?[\p{L}\d]|\s?-\s?(?!\d{1,2}\s?\/\s?\d)[\p{L}\d]|\s+(?:tổng|số|ngày|thành viên|phiếu|chỉ tiêu|thời gian|dân số|đơn vị|hộ|cán bộ|tiêu chí|điểm))(?:\s+năm\s+((?:19|20)\d\d))?/giu,
  read: (match) => calendarDay(match[1] ?? '', match[2] ?? '', match[3]),
}

/** "ngày mười lăm tháng mười một năm 2023", "ngày 05 tháng tư": not "ngày tháng năm". */
const inWords: PointReader = {
  pattern: new RegExp(
    String.raw`(?:ngày\s+)?(?:m[ùồ]ng\s+)?(?<![\p{L}\d/.,])((?<=(?:ngày|m[ùồ]ng|trước|đến|hết|từ)\s+)(?:${numberWords}|\d{1,2}))\s+tháng\s+(${monthWords}|(?<!\d\s+tháng\s+)\d{1,2}(?!\d))(?!\s+\d|\s+(?:lần|tuổi|một lần))(?:\s*,?\s*năm\s+((?:19|20)\d\d))?`,
    'giu',
  ),
  read: (match) => {
    const day = calendarDay(String(numberOf(match[1] ?? '')), String(monthOfWords(match[2] ?? '')), match[3])
    return day && { ...day, lunar: isLunarName(match[2] ?? '') }
  },
}

/** "trước ngày 20/4/25", "hạn chót 20-4-25": behind a word of time a year may have two digits. */
const shortYear: PointReader = {
  pattern:
    /(?<=(?:ngày|trước|từ|đến|tới|hết|quá|nhất|là|chót|vào)\s+)(?<![\p{L}\d/.?*#])(\d{1,2})([/.-])(1[0-2]|0?[1-9])\2([2-4]\d)(?![\d?*#_…]|[/%.-]\d|\s?[/-]\s?\p{L})/giu,
  read: (match) => calendarDay(match[1] ?? '', match[3] ?? '', `20${match[4] ?? ''}`),
}

/** "trước ngày 10.5": with a full stop and no year only right behind "ngày". */
const dotted: PointReader = {
  pattern: /(?<=ngày\s+)(?<![\p{L}\d/.?*#])(\d{1,2})\.(1[0-2]|0?[1-9])(?![\d.]|\s?[%/-]|\.\d)/giu,
  read: (match) => calendarDay(match[1] ?? '', match[2] ?? '', undefined),
}

/** The digits that stand for letters and signs which a scan has made of them; NaN where one is none of these. */
const digitsOf = (text: string): string => text.replace(/\s/g, '').replace(/[lI|]/g, '1').replace(/[Oo]/g, '0')

/** "l5/12/2023", "0l/12/2023", "22/11/20 23", "O5/6/2023": letters that a scan made of digits. */
const misread: PointReader = {
  pattern:
    /(?:ngày\s+)?(?<![\p{L}\d/.-]|\d\s)([0-3lIOo|]?\s?[\dlIOo|])\s?[/.]\s?([01lIOo|]?\s?[\dlIOo|])\s?[/.]\s?(19\d\d|20\s?\d\s?\d)(?![\p{L}\d/])/gu,
  read: (match) => {
    const day = calendarDay(digitsOf(match[1] ?? ''), digitsOf(match[2] ?? ''), digitsOf(match[3] ?? ''))
    return day && /\d/.test(match[1] ?? match[2] ?? '') ? { ...day, torn: true } : null
  },
}

/** "từ ngày 1271 1/2023": the stroke between day and month made out as a 7. */
const strokeAsSeven: PointReader = {
  pattern:
    /(?<=(?:ngày|trước|từ|đến|hết)\s+)(0[1-9]|[12]\d|3[01])7(1\s?[0-2]|0\s?[1-9])\s?\/\s?((?:19|20)\d\d)(?![\p{L}\d/])/giu,
  read: (match) => {
    const day = calendarDay(match[1] ?? '', match[2] ?? '', match[3])
    return day && { ...day, torn: true }
  },
}

export const dayPoints: PointReader[] = [
  numbered,
  spelled,
  inWords,
  misread,
  strokeAsSeven,
  shortYear,
  yearless,
  dotted,
]
