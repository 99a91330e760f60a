import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarEntry } from '../../src/domain/calendar-entry.ts'
import { followEntries, type KnownEntry } from '../../src/domain/calendar-history.ts'
import { deadlineWith } from './plan-drafts.ts'

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ uid: 'd1.lan', revision: 1, plan: 'thi đua 120 năm', deadline: deadlineWith(), round: null, time: null },
  ...{ day: '2024-04-09', whose: 'own', unit: 'Hội Nông dân xã', done: 0, of: 1, extended: false, ...changes },
})
const today = '2024-03-27'
const first = 1000
const later = 2000
const known = (changes: Partial<KnownEntry> = {}): KnownEntry => ({
  ...{ entry: entry(), sequence: 0, modifiedAt: first, cancelled: false, ...changes },
})
const follow = (entries: CalendarEntry[], before: KnownEntry[], day = today) =>
  followEntries(entries, before, { today: day, now: later })

describe('what a calendar holds already', () => {
  test('stays as it was, version and all', () => {
    const before = [known({ sequence: 3 })]
    expect(follow([entry()], before)).toEqual({ shown: before, changed: [] })
  })

  // biome-ignore format: a table keeps its columns
  const changes: { say: string; now: Partial<CalendarEntry>; sequence: number }[] = [
    { say: 'another day',                     now: { day: '2024-04-19' },                                  sequence: 4 },
    { say: 'an hour',                         now: { time: '16:00' },                                      sequence: 4 },
    { say: 'it is recorded',                  now: { done: 1 },                                            sequence: 4 },
    { say: 'a revision with the same day',    now: { revision: 2 },                                        sequence: 4 },
    { say: 'a revision far above',            now: { revision: 1001 },                                     sequence: 1000 },
    { say: 'the wording alone',               now: { deadline: deadlineWith({ quote: 'Câu khác' }) },      sequence: 3 },
  ]
  test.each(changes)('$say: version $sequence, changed now', ({ now, sequence }) => {
    const { shown, changed } = follow([entry(now)], [known({ sequence: 3 })])
    expect(shown).toEqual([{ entry: entry(now), sequence, modifiedAt: later, cancelled: false }])
    expect(changed).toEqual(shown)
  })

  test('more recorded of many changes no version', () => {
    const before = [known({ entry: entry({ done: 1, of: 8 }) })]
    expect(follow([entry({ done: 2, of: 8 })], before).shown).toMatchObject([{ sequence: 0, modifiedAt: later }])
  })
})

describe('what is not owed any more', () => {
  test('is called off where it lies ahead, in a new version', () => {
    const { shown, changed } = follow([], [known({ sequence: 3 })])
    expect(shown).toEqual([known({ sequence: 4, modifiedAt: later, cancelled: true })])
    expect(changed).toEqual(shown)
  })

  test('is called off once', () => {
    const before = [known({ sequence: 4, cancelled: true })]
    expect(follow([], before)).toEqual({ shown: before, changed: [] })
  })

  test('is not called off where it has passed: it leaves', () => {
    expect(follow([], [known()], '2024-04-10')).toEqual({ shown: [], changed: [] })
  })

  test('leaves a month after its day', () => {
    const before = [known({ cancelled: true })]
    expect(follow([], before, '2024-05-09').shown).toEqual(before)
    expect(follow([], before, '2024-05-10').shown).toEqual([])
  })

  test('was never there: nothing is called off', () => {
    expect(follow([], []).shown).toEqual([])
  })

  test('comes back in a newer version when it is owed again', () => {
    const { shown } = follow([entry()], [known({ sequence: 4, cancelled: true })])
    expect(shown).toEqual([known({ sequence: 5, modifiedAt: later })])
  })
})

test('what is new begins with the revision of its deadline', () => {
  const { shown } = follow([entry({ revision: 3 })], [])
  expect(shown).toMatchObject([{ sequence: 2, modifiedAt: later, cancelled: false }])
})

/** What a calendar owes from day to day: of three deadlines each moved, recorded or gone. */
const owed = fc.array(
  fc.record({
    day: fc.constantFrom('2024-03-20', '2024-04-09', '2024-04-19', '2024-05-02'),
    revision: fc.integer({ min: 1, max: 4 }),
    done: fc.integer({ min: 0, max: 1 }),
    isThere: fc.boolean(),
  }),
  { minLength: 3, maxLength: 3 },
)

test('over any course of things versions only rise, and nothing is called off that was never there', () => {
  fc.assert(
    fc.property(fc.array(owed, { maxLength: 12 }), (days) => {
      let kept = new Map<string, KnownEntry>()
      const ever = new Set<string>()
      for (const [now, some] of days.entries()) {
        const entries = some.flatMap(({ isThere, ...changes }, n) =>
          isThere ? [entry({ uid: `d${n}`, ...changes })] : [],
        )
        const { shown, changed } = followEntries(entries, [...kept.values()], { today, now })
        for (const one of shown) {
          const before = kept.get(one.entry.uid)
          expect(one.sequence).toBeGreaterThanOrEqual(before?.sequence ?? 0)
          expect(one.modifiedAt).toBeGreaterThanOrEqual(before?.modifiedAt ?? 0)
          if (one.cancelled) expect(ever).toContain(one.entry.uid)
          if (before && before.entry.day !== one.entry.day) expect(one.sequence).toBeGreaterThan(before.sequence)
        }
        for (const { uid } of entries) ever.add(uid)
        kept = new Map([...kept, ...changed.map((one) => [one.entry.uid, one] as const)])
        expect(followEntries(entries, [...kept.values()], { today, now: now + 0.5 }).changed).toEqual([])
      }
    }),
  )
})
