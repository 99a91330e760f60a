import { describe, expect, test } from 'vitest'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { dayOfRung, ladderReach, quieterLadder, reminderDays } from '../../src/domain/ladder.ts'
import { type Ladder, type Ladders, laddersSchema, usualLadders } from '../../src/domain/ladders.ts'
import { createMornings, isMorning } from '../../src/domain/mornings.ts'

const calendar = officeCalendar()
const usual = usualLadders.usual
const working: Ladder = { leads: [10, 5, 3, 1, 0], counts: 'working', afterwards: true }

describe('the mornings of a ladder counted in working days', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, string, string[]][] = [
    ['a Tuesday: the Tuesday two weeks and one before', '2024-04-09', ['10: 2024-03-26', '5: 2024-04-02', '3: 2024-04-04', '1: 2024-04-08', '0: 2024-04-09', '-1: 2024-04-10']],
    ['a Saturday counts from the Friday told',          '2024-11-30', ['10: 2024-11-15', '5: 2024-11-22', '3: 2024-11-26', '1: 2024-11-28', '0: 2024-11-29', '-1: 2024-12-02']],
    ['over a long holiday',                             '2024-05-03', ['10: 2024-04-15', '5: 2024-04-23', '3: 2024-04-25', '1: 2024-05-02', '0: 2024-05-03', '-1: 2024-05-04']],
  ]
  test.each(cases)('%s', (_, lastDay, expected) =>
    expect(reminderDays(calendar, lastDay, working).map(({ rung, day }) => `${rung}: ${day}`)).toEqual(expected),
  )
})

describe('what a morning is to a deadline', () => {
  const ladders: Ladders = {
    usual,
    kinds: { report: working, launch: { ...usual, leads: [30, 0], afterwards: false } },
  }
  const lastDay = '2024-04-09'
  type Case = [string, 'registration' | 'report' | 'launch', string, object]
  const nothing = { rung: null, quietRung: null, isHeads: false, isDeputies: false, isOverdue: false, isLast: false }
  // biome-ignore format: a table keeps its columns
  const cases: Case[] = [
    ['a week before',                                    'registration', '2024-04-02', { ...nothing, rung: 7 }],
    ['three days before: deputies hear',                 'registration', '2024-04-05', { ...nothing, rung: 3, quietRung: 3, isDeputies: true }],
    ['three working days before, where these are counted', 'report',     '2024-04-04', { ...nothing, rung: 3, quietRung: 3, isDeputies: true }],
    ['the day before: heads hear',                       'registration', '2024-04-08', { ...nothing, rung: 1, isHeads: true }],
    ['the last day',                                     'registration', '2024-04-09', { ...nothing, rung: 0, quietRung: 0, isLast: true }],
    ['the day after',                                    'registration', '2024-04-10', { ...nothing, rung: -1, isOverdue: true }],
    ['the day after, where nothing is said then',        'launch',       '2024-04-10', nothing],
    ['a month before, of a kind with a long ladder',     'launch',       '2024-03-08', { ...nothing, rung: 30 }],
    ['a day between',                                    'registration', '2024-04-03', nothing],
  ]
  test.each(cases)('%s', (_, kind, today, expected) => {
    const since =
      reminderDays(calendar, today, { leads: [1, 0], counts: 'working', afterwards: false })[0]?.day ?? today
    expect(createMornings({ calendar, ladders, since, today })({ kind, lastDay })).toEqual(expected)
  })

  test('of what comes again nothing is said before the round before it is over', () => {
    const on = (today: string, opens?: string) =>
      isMorning(
        createMornings({ calendar, ladders, since: '2024-04-01', today })({ kind: 'registration', lastDay, opens }),
      )
    expect(on('2024-04-02')).toBe(true)
    expect(on('2024-04-02', '2024-04-02')).toBe(false)
    expect(on('2024-04-05', '2024-04-02')).toBe(true)
  })
})

test('who wants fewer hears three days before and on the last day, where the agency reminds then', () => {
  expect(quieterLadder(usual)).toEqual({ leads: [3, 0], counts: 'calendar', afterwards: false })
  expect(quieterLadder({ ...usual, leads: [7, 0] }).leads).toEqual([0])
})

test('a ladder without the last safe day is none', () => {
  expect(laddersSchema.safeParse({ usual: { ...usual, leads: [7, 3] }, kinds: {} }).success).toBe(false)
})

describe('no morning near today lies outside the reach', () => {
  const longest = Array.from({ length: 180 }, (_, index) => index)
  // biome-ignore format: a table keeps its columns
  const cases: [string, Ladder][] = [
    ['calendar days',           usual],
    ['working days',            working],
    ['half a year of them',     { ...usual, leads: [180, 0] }],
    ['half a year of working days', { ...working, leads: [120, 0] }],
  ]
  test.each(cases)('%s', (_, ladder) => {
    const { behind, ahead } = ladderReach({ usual: ladder, kinds: {} })
    for (const count of longest) {
      const lastDay = new Date(Date.UTC(2025, 0, 1 + count * 3)).toISOString().slice(0, 10)
      const far = [...ladder.leads, -1].map((rung) =>
        Math.round((Date.parse(lastDay) - Date.parse(dayOfRung(calendar, lastDay, rung, ladder.counts))) / 86_400_000),
      )
      expect(Math.max(...far)).toBeLessThanOrEqual(ahead)
      expect(-Math.min(...far)).toBeLessThanOrEqual(behind)
    }
  })
})
