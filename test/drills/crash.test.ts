import { expect, test } from 'vitest'
import { drillRegistration, drillReport, type Point } from './registration-drill.ts'
import { drillWaves } from './wave-drill.ts'

/** Twenty-one points: fifteen by time, from at once to past the answer; six while the answer is under way. */
const points: Point[] = Array.from({ length: 21 }, (_, index) =>
  index % 7 === 2 ? { answer: 'lost' } : index % 7 === 5 ? { answer: 'processed' } : { afterMs: index * 2 },
)

test('killed after every update, a registration loses nothing, is asked nothing twice, and is sent once', async () => {
  const drilled = await drillRegistration(points)
  expect(drilled).toMatchObject({ points: 21, answeredTwice: [], wrong: [] })
}, 120_000)

test('killed between the confirmation of a report and its receipt, the receipt comes after the restart, once', async () => {
  const drilled = await drillReport([{ afterMs: 0 }, { afterMs: 15 }, { answer: 'processed' }, { answer: 'lost' }])
  expect(drilled).toMatchObject({ points: 4, answeredTwice: [], wrong: [] })
}, 120_000)

/** Twenty waves of twelve reminders: killed by time, or while one of them is under way. */
const waves: Point[] = Array.from({ length: 20 }, (_, index) =>
  index % 2 === 0 ? { afterMs: index * 3 } : { answer: index % 4 === 1 ? 'lost' : 'processed', skip: (index * 5) % 12 },
)

test('killed in a wave of reminders, everybody is reminded, and twice only where the first outcome is unknown', async () => {
  const drilled = await drillWaves(waves)
  expect(drilled).toMatchObject({ points: 20, answeredTwice: [], wrong: [] })
}, 120_000)
