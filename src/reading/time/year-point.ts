import type { PointReader } from './point.ts'

/** "năm 2025"; not "năm 2021 - 2025", which is a stage. */
export const yearPoints: PointReader[] = [
  {
    pattern: /(?<!\p{L})năm\s+((?:19|20)\d\d)(?!\s*[-–/]\s*\d|\d)/giu,
    read: (match) => ({ precision: 'year', day: null, month: null, year: Number(match[1]) }),
  },
]
