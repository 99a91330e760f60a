import { expect, test } from 'vitest'
import { drillRegistration, drillReport, type Point } from './registration-drill.ts'
import { drillWaves, randomPoints } from './wave-drill.ts'

/** By time, from at once to past the answer; and while the answer is under way. */
const points = (count: number): Point[] =>
  Array.from({ length: count }, (_, index) =>
    index % 7 === 2 ? { answer: 'lost' } : index % 7 === 5 ? { answer: 'processed' } : { afterMs: index * 2 },
  )

test('killed after every update, a registration loses nothing, is asked nothing twice, and is sent once', async () => {
  const drilled = await drillRegistration(points(21))
  expect(drilled).toMatchObject({ points: 21, answeredTwice: [], wrong: [] })
}, 120_000)

test('killed after every update, so does a report, and its receipt comes once', async () => {
  const drilled = await drillReport(points(12))
  expect(drilled).toMatchObject({ points: 12, answeredTwice: [], wrong: [] })
}, 120_000)

test('killed at twenty points of waves of reminders, everybody is reminded, and twice only where the first outcome is unknown', async () => {
  const drilled = await drillWaves(randomPoints(20, 1), 120)
  expect(drilled).toMatchObject({ points: 20, answeredTwice: [], wrong: [] })
}, 240_000)
