import type { PointReader } from './point.ts'

/** "6 tháng đầu năm 2025", "06 tháng cuối năm", "sáu tháng đầu năm 2024". */
export const halfYearPoints: PointReader[] = [
  {
    pattern: /(?<![\p{L}\d])(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+năm(?:\s+((?:19|20)\d\d))?/giu,
    read: (match) => ({
      precision: 'half_year',
      day: null,
      month: match[1]?.toLowerCase() === 'đầu' ? 1 : 7,
      year: match[2] ? Number(match[2]) : null,
    }),
  },
]
