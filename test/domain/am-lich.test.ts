import { describe, expect, test } from 'vitest'
import { hungKingsDay, lunarNewYear } from '../../src/domain/am-lich.ts'
import { daysBetween, yearOf } from '../../src/domain/day.ts'

/** Mùng 1 Tết as calendars of Vietnam print it, 2000–2050; in 2007 and 2030 a day before China's. */
// biome-ignore format: a table keeps its columns
const newYears = [
  '2000-02-05', '2001-01-24', '2002-02-12', '2003-02-01', '2004-01-22', '2005-02-09', '2006-01-29', '2007-02-17',
  '2008-02-07', '2009-01-26', '2010-02-14', '2011-02-03', '2012-01-23', '2013-02-10', '2014-01-31', '2015-02-19',
  '2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22',
  '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02', '2031-01-23',
  '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28', '2037-02-15', '2038-02-04', '2039-01-24',
  '2040-02-12', '2041-02-01', '2042-01-22', '2043-02-10', '2044-01-30', '2045-02-17', '2046-02-06', '2047-01-26',
  '2048-02-14', '2049-02-02', '2050-01-23',
]

test.each(newYears.map((day) => [yearOf(day), day] as const))('Tết %i is on %s', (year, day) => {
  expect(lunarNewYear(year)).toBe(day)
})

describe('Giỗ Tổ', () => {
  // biome-ignore format: a table keeps its columns
  const known: [number, string][] = [
    [2015, '2015-04-28'], [2016, '2016-04-16'], [2017, '2017-04-06'], [2018, '2018-04-25'], [2019, '2019-04-14'],
    [2020, '2020-04-02'], [2021, '2021-04-21'], [2022, '2022-04-10'], [2023, '2023-04-29'], [2024, '2024-04-18'],
    [2025, '2025-04-07'], [2026, '2026-04-26'], [2027, '2027-04-16'],
  ]
  test.each(known)('%i: %s', (year, day) => expect(hungKingsDay(year)).toBe(day))

  test('is two moons and nine days after Tết, three moons where a leap month stands between', () => {
    for (let year = 2000; year <= 2100; year++) {
      const days = daysBetween(lunarNewYear(year), hungKingsDay(year))
      expect(days >= 67 && days <= 69 ? 2 : days >= 96 && days <= 99 ? 3 : days).toSatisfy(
        (moons) => moons === 2 || moons === 3,
      )
    }
  })
})

test('Tết falls between 20 January and 21 February, and lunar years have 12 or 13 moons', () => {
  for (let year = 1990; year <= 2100; year++) {
    const [day, next] = [lunarNewYear(year), lunarNewYear(year + 1)]
    expect(day >= `${year}-01-20` && day <= `${year}-02-21`).toBe(true)
    expect([353, 354, 355, 383, 384, 385]).toContain(daysBetween(day, next))
  }
})
