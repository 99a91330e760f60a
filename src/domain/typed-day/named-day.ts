import { type Day, monthOf, yearOf } from '../day.ts'
import { type DayParts, partsOf, yearFrom } from './parts.ts'

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishMonth = `(${englishMonths.join('|')})[a-z]*`
const monthNamed = (name: string | undefined): number => englishMonths.indexOf(name ?? '') + 1

/** " năm 2024", "/24", " 2024", " năm nay", " năm sau" after a day and month. */
const yearTail = '(?:\\s*(?:nam |year |[/.,-]\\s*|\\s)\\s*(\\d{4}|\\d{2})|\\s+nam (nay|sau|toi))?'

function yearOfTail(digits: string | undefined, word: string | undefined, today: Day): number | null {
  if (word) return yearOf(today) + (word === 'nay' ? 0 : 1)
  return yearFrom(digits)
}

type Reader = { pattern: RegExp; parts(groups: (string | undefined)[], today: Day): DayParts | null }

/** The month after (or before) one, as month and year. */
function shifted(today: Day, months: number): { month: number; year: number } {
  const count = yearOf(today) * 12 + monthOf(today) - 1 + months
  return { month: (count % 12) + 1, year: Math.floor(count / 12) }
}

const quarterNumber = (text: string | undefined): number =>
  ['i', 'ii', 'iii', 'iv'].indexOf(text ?? '') + 1 || Number(text)

const partOfMonth: Record<string, number | 'last'> = { dau: 1, giua: 15, cuoi: 'last', het: 'last' }

const readers: Reader[] = [
  // "10/4", "10-4-24", "10.4.2024", "ngày 10 tháng 4", "10/4 năm 2024", "mùng 10 tháng 4 năm sau"
  {
    pattern: new RegExp(`^(\\d{1,2})\\s*(?:[/.,-]|thang|thg|t|\\s)\\s*(\\d{1,2})${yearTail}$`),
    parts: ([day, month, year, word], today) => partsOf(Number(day), Number(month), yearOfTail(year, word, today)),
  },
  // "2024-04-10"
  {
    pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    parts: ([year, month, day]) => partsOf(Number(day), Number(month), yearFrom(year)),
  },
  // "cuối tháng 9", "giữa tháng 9/2024", "hết tháng 9 năm nay", "cuối T9"
  {
    pattern: new RegExp(`^(dau|giua|cuoi|het)\\s+(?:thang|thg|t)\\s*(\\d{1,2})${yearTail}$`),
    parts: ([part, month, year, word], today) =>
      partsOf(partOfMonth[part ?? ''] ?? 'last', Number(month), yearOfTail(year, word, today)),
  },
  // "cuối tháng", "cuối tháng này", "giữa tháng sau"
  {
    pattern: /^(dau|giua|cuoi|het)\s+thang(?:\s+(nay|sau|toi))?$/,
    parts: ([part, which], today) => {
      const { month, year } = shifted(today, which === 'sau' || which === 'toi' ? 1 : 0)
      return partsOf(partOfMonth[part ?? ''] ?? 'last', month, year)
    },
  },
  // "cuối quý III", "hết quý 2/2024"
  {
    pattern: new RegExp(`^(?:cuoi|het)\\s+quy\\s+([1-4]|iv|i{1,3})${yearTail}$`),
    parts: ([quarter, year, word], today) => partsOf('last', quarterNumber(quarter) * 3, yearOfTail(year, word, today)),
  },
  // "cuối năm", "hết năm 2024", "cuối năm nay"
  {
    pattern: /^(?:cuoi|het)\s+nam(?:\s+(?:(\d{4})|(nay|sau|toi)))?$/,
    parts: ([year, word], today) => partsOf(31, 12, yearOfTail(year, word ?? (year ? undefined : 'nay'), today)),
  },
  // "10 April", "10 Apr 2024", "10th of April"
  {
    pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${englishMonth}(?:,?\\s+(\\d{4}))?$`),
    parts: ([day, month, year]) => partsOf(Number(day), monthNamed(month), yearFrom(year)),
  },
  // "April 10, 2024"
  {
    pattern: new RegExp(`^${englishMonth}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?$`),
    parts: ([month, day, year]) => partsOf(Number(day), monthNamed(month), yearFrom(year)),
  },
  // "end of September", "end of September 2024"
  {
    pattern: new RegExp(`^(?:the )?end of ${englishMonth}(?:\\s+(\\d{4}))?$`),
    parts: ([month, year]) => partsOf('last', monthNamed(month), yearFrom(year)),
  },
]

/** Folded words that name a day by its month → its parts; null where they do not. */
export function readNamedDay(text: string, today: Day): DayParts | null {
  for (const { pattern, parts } of readers) {
    const match = pattern.exec(text)
    if (match) return parts(match.slice(1), today)
  }
  return null
}
