import { isLunarName, monthOfWords, monthWords } from './number-words.ts'
import type { PointReader } from './point.ts'

const month = (text: string | undefined, year: string | undefined) => {
  const number = Number(text)
  if (number < 1 || number > 12) return null
  return { precision: 'month' as const, day: null, month: number, year: year ? Number(year) : null }
}

/** "tháng 8/2023", "tháng 9 năm 2023", "tháng 01 - 2014", "tháng 7". Not "6 tháng", which counts months. */
export const monthPoints: PointReader[] = [
  {
    pattern:
      /(?<!(?<!tuần\s+(?:lễ\s+)?(?:thứ\s+)?)\d\s+)(?<![\p{L}])tháng\s+(\d{1,2})(?![\d%])(?:\s?[/-]\s?((?:19|20)\d\d)|\s*,?\s*năm\s+((?:19|20)\d\d))?(?!\s?\/)/giu,
    read: (match) => month(match[1], match[2] ?? match[3]),
  },
  {
    // trong tháng tư · hết tháng mười năm 2023 · cuối tháng Chạp; not "mỗi tháng một lần", "những tháng năm", "tháng năm 2023"
    pattern: new RegExp(
      String.raw`(?<=(?:trong|vào|hết|trước|đầu|giữa|cuối|tuần|từ|đến|tới|là|nhất)\s+)tháng\s+(${monthWords})(?!\s+(?:\d|lần|năm\s+(?:tuổi|tháng)|tháng))(?:\s*,?\s*năm\s+((?:19|20)\d\d))?`,
      'giu',
    ),
    read: (match) => {
      const found = month(String(monthOfWords(match[1] ?? '')), match[2])
      return found && { ...found, lunar: isLunarName(match[1] ?? '') }
    },
  },
  {
    // the second of "tháng 9, 10/2025", "tháng 9 và 10 năm 2025"
    pattern: /(?<=tháng\s+\d{1,2}\s*(?:,|và|-|–|đến)\s*)(\d{1,2})(?:\s?\/\s?|\s+năm\s+)((?:19|20)\d\d)/giu,
    read: (match) => month(match[1], match[2]),
  },
]
