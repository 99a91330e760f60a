import { addDays, type Day, daysBetween } from './day.ts'

// Days are counted as Julian day numbers, as in the source: Hồ Ngọc Đức, "Thuật toán tính âm lịch" (after Jean Meeus).
const epoch: Day = '2000-01-01'
const epochNumber = 2451545
const julian = (day: Day) => epochNumber + daysBetween(epoch, day)
const fromJulian = (number: number): Day => addDays(epoch, number - epochNumber)

const hanoi = 7 / 24
const degrees = (angle: number) => (angle * Math.PI) / 180
const sine = (angle: number) => Math.sin(degrees(angle))

const monthLength = 29.530588853
const firstNewMoon = 2415021.076998695

/** How far the true new moon is from the mean one, in days: M, Mpr, F are the anomalies of sun and moon and the moon's latitude. */
function moonCorrection(t: number, m: number, mpr: number, f: number): number {
  return (
    (0.1734 - 0.000393 * t) * sine(m) +
    0.0021 * sine(2 * m) -
    0.4068 * sine(mpr) +
    0.0161 * sine(2 * mpr) -
    0.0004 * sine(3 * mpr) +
    0.0104 * sine(2 * f) -
    0.0051 * sine(m + mpr) -
    0.0074 * sine(m - mpr) +
    0.0004 * sine(2 * f + m) -
    0.0004 * sine(2 * f - m) -
    0.0006 * sine(2 * f + mpr) +
    0.001 * sine(2 * f - mpr) +
    0.0005 * sine(2 * mpr + m)
  )
}

/** The day in Hanoi on which the k-th new moon since 1900 falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const m = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const mpr = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const f = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const clockDrift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return Math.floor(mean + moonCorrection(t, m, mpr, f) - clockDrift + 0.5 + hanoi)
}

/** Which twelfth of its yearly path the sun is in at the start of a day in Hanoi; 9 begins at the winter solstice. */
function sunTwelfth(day: number): number {
  const t = (day - 0.5 - hanoi - 2451545) / 36525
  const m = 357.5291 + 35999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t ** 2
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(m) +
    (0.019993 - 0.000101 * t) * sine(2 * m) +
    0.00029 * sine(3 * m)
  const longitude = mean + centre
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}

/** The first day of the eleventh lunar month (the one with the winter solstice) that begins in this year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julian(`${year}-12-31`) - 2415021) / monthLength)
  const start = newMoonDay(k)
  return sunTwelfth(start) >= 9 ? newMoonDay(k - 1) : start
}

/** How many months after the eleventh the leap month comes: the first in which the sun enters no new twelfth. */
function leapOffset(k: number): number {
  const twelfth = (offset: number) => sunTwelfth(newMoonDay(k + offset))
  let offset = 2
  while (offset < 14 && twelfth(offset) !== twelfth(offset - 1)) offset++
  return offset - 1
}

/** The solar day of a lunar day of a lunar year's first to tenth month (not the leap month), by Vietnam's calendar. */
function solarDay(lunarYear: number, lunarMonth: number, lunarDay: number): Day {
  const start = eleventhMonth(lunarYear - 1)
  const k = Math.floor(0.5 + (start - firstNewMoon) / monthLength)
  const hasLeap = eleventhMonth(lunarYear) - start > 365
  const offset = lunarMonth + 1
  const shift = hasLeap && offset >= leapOffset(k) ? 1 : 0
  return fromJulian(newMoonDay(k + offset + shift) + lunarDay - 1)
}

/** The lunar new year (mùng 1 Tết) that falls in this solar year. */
export const lunarNewYear = (year: number): Day => solarDay(year, 1, 1)

/** Giỗ Tổ Hùng Vương, the tenth of the third lunar month. */
export const hungKingsDay = (year: number): Day => solarDay(year, 3, 10)
