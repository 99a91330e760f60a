import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, officeCalendar, usualHours, workdayBefore } from '../../src/domain/calendar.ts'
import { addDays, type Day, daysBetween } from '../../src/domain/day.ts'
import { createReminding, type DueReminder, dueReminders, type Morning } from '../../src/domain/due-reminders.ts'
import { usualLadders } from '../../src/domain/ladders.ts'
import type { Obligation, ObligationState } from '../../src/domain/obligation.ts'
import type { Membership } from '../../src/domain/person.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { deadlineWith } from './plan-drafts.ts'

const units: Unit[] = [
  { id: 'xa', parentId: null, name: 'UBND xã', relation: 'subordinate', position: 1 },
  { id: 'phong', parentId: 'xa', name: 'Phòng Kinh tế', relation: 'subordinate', position: 1 },
]
const memberships: Membership[] = [
  { personId: 'chu-tich', unitId: 'xa', role: 'head' },
  { personId: 'truong', unitId: 'phong', role: 'head' },
  { personId: 'van-thu', unitId: 'phong', role: 'clerk' },
  { personId: 'an', unitId: 'phong', role: 'official' },
]

function obligation(change: Partial<Obligation> = {}): Obligation {
  const { lastDay = '2024-04-09' } = change
  return {
    ...{ deadlineId: 'han', revision: 1, planId: 'kh', plan: 'thi đua', kind: 'registration' as const },
    ...{ deadline: deadlineWith({}), subject: 'person' as const, unitId: 'phong', unitName: 'Phòng Kinh tế' },
    ...{ unitRelation: 'subordinate' as const, personId: 'an', state: 'open' as const },
    ...{ registrationId: null, reportId: null, round: null, paper: null, reportedAt: null },
    ...change,
    lastDay,
  }
}

function morning(today: Day, change: Partial<Morning> = {}): Morning {
  const calendar = change.calendar ?? officeCalendar()
  const since = workdayBefore(calendar, today)
  const nothing = { ladders: usualLadders, pauses: [], lost: [] }
  return { calendar, since, today, obligations: [obligation()], memberships, units, ...nothing, ...change }
}

const shown = (due: DueReminder[]) => due.map(({ personId, rung }) => `${personId} ${rung}`)
const ofUnit = obligation({ subject: 'unit', personId: null })
const quiet = (untilDay: Day) => [{ personId: 'an', deadlineId: 'han', round: null, untilDay }]
const lost = [{ personId: 'an', deadlineId: 'han', round: null, revision: 1, rung: 7 }]
const deputyLost = [{ personId: 'van-thu', deadlineId: 'han', round: null, revision: 1, rung: 3 }]

test('a head of many people is told once, in however many parts the obligations come', () => {
  const remind = createReminding(morning('2024-04-08'))
  const heard = ['an', 'binh', 'truong'].map((personId) => shown(remind([obligation({ personId })])))
  expect(heard).toEqual([['an 1', 'truong 1'], ['binh 1'], []])
})

describe('who is reminded this morning', () => {
  // biome-ignore format: a table keeps its columns
  const cases: [string, Morning, string[]][] = [
    ['the person bound, on a rung',                   morning('2024-04-05'), ['an 3']],
    ['nobody between rungs',                          morning('2024-04-04'), []],
    ['the head too on the working day before',        morning('2024-04-08'), ['an 1', 'truong 1']],
    ['heads and focal points for a unit',             morning('2024-04-05', { obligations: [ofUnit] }), ['truong 3', 'van-thu 3']],
    ['nobody once it is met',                         morning('2024-04-08', { obligations: [obligation({ state: 'waiting' })] }), []],
    ['nobody while it is reported sent',              morning('2024-04-08', { obligations: [obligation({ state: 'reported' })] }), []],
    ['somebody whose registration was returned',      morning('2024-04-05', { obligations: [obligation({ state: 'returned' })] }), ['an 3']],
    ['nobody without a day',                          morning('2024-04-05', { obligations: [{ ...obligation(), lastDay: null }] }), []],
    ['not who asked for quiet until later',           morning('2024-04-05', { pauses: quiet('2024-04-08') }), []],
    ['who asked for quiet until today, between rungs', morning('2024-04-04', { pauses: quiet('2024-04-04') }), ['an 5']],
    ['who asked for quiet until a rung: once',        morning('2024-04-05', { pauses: quiet('2024-04-05') }), ['an 3']],
    ['whom yesterday\'s could not reach',             morning('2024-04-03', { lost }), ['an 7']],
    ['whom it could not reach, but a newer rung came', morning('2024-04-05', { lost }), ['an 3']],
    ['not of a revision that is gone',                morning('2024-04-03', { lost, obligations: [obligation({ revision: 2 })] }), []],
    ['the head whom it could not reach the day before', morning('2024-04-09', { lost: [{ ...lost[0], personId: 'truong', rung: 1 } as DueReminder] }), ['an 0', 'truong 1']],
    ['the focal point whom it could not reach',       morning('2024-04-06', { lost: deputyLost, isSilent: ({ personId }) => personId === 'an' }), ['van-thu 3']],
    ['the head of the next unit up, for a head',      morning('2024-04-08', { obligations: [obligation({ personId: 'truong' })] }), ['truong 1']],
  ]
  test.each(cases)('%s', (_, facts, expected) => expect(shown(dueReminders(facts))).toEqual(expected))
})

const calendars = fc.array(fc.boolean(), { minLength: 5, maxLength: 40 }).map((pattern): Calendar => {
  const isWorkday = (day: Day) => {
    const number = daysBetween('2020-01-01', day)
    return number % 5 === 0 || pattern[number % pattern.length] === true
  }
  return { isWorkday, isTentative: () => false, hours: usualHours }
})

test('on any calendar, whenever the program runs: never on a day off, never twice, never after it is met', () => {
  const runs = fc.array(fc.boolean(), { minLength: 50, maxLength: 50 })
  fc.assert(
    fc.property(calendars, runs, fc.integer({ min: 0, max: 49 }), (calendar, isRunning, metAfter) => {
      const first = '2024-03-01'
      const lastDay = '2024-03-30'
      let since = addDays(first, -1)
      const heard: { day: Day; rung: number }[] = []
      isRunning.forEach((runs, index) => {
        const today = addDays(first, index)
        if (!runs || !calendar.isWorkday(today)) return
        const state: ObligationState = index > metAfter ? 'waiting' : 'open'
        const obligations = [obligation({ lastDay, state })]
        const due = dueReminders(morning(today, { calendar, since, obligations }))
        for (const { personId, rung } of due) if (personId === 'an') heard.push({ day: today, rung })
        since = today
      })
      expect(heard.every(({ day }) => calendar.isWorkday(day) && daysBetween(first, day) <= metAfter)).toBe(true)
      expect(new Set(heard.map(({ rung }) => rung)).size).toBe(heard.length)
      expect(new Set(heard.map(({ day }) => day)).size).toBe(heard.length)
      expect(heard.map(({ rung }) => rung)).toEqual(heard.map(({ rung }) => rung).sort((a, b) => b - a))
    }),
  )
})
