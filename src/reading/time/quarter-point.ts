import type { PointReader } from './point.ts'

const roman = ['I', 'II', 'III', 'IV']

/** "Quý IV năm 2025", "quý 3/2024", "trong Quý I". */
export const quarterPoints: PointReader[] = [
  {
    pattern:
      /(?<!\p{L})quý\s+(IV|I{1,3}|[1-4])(?![\p{L}\d])(?:\s?[/-]\s?((?:19|20)\d\d)|\s*,?\s*năm\s+((?:19|20)\d\d))?/giu,
    read: (match) => {
      const name = (match[1] ?? '').toUpperCase()
      const quarter = roman.includes(name) ? roman.indexOf(name) + 1 : Number(name)
      const year = match[2] ?? match[3]
      return { precision: 'quarter', day: null, month: quarter * 3 - 2, year: year ? Number(year) : null }
    },
  },
]
