import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const year = { units: 12, people: 60, plans: 14, bound: 6, deedsADay: 6, from: '2024-01-02', to: '2024-12-31' }

// The seed is in the message of what fails; `npm run drill` lives through five years of two hundred units.
test('over a year of an agency each hears what they must, on its morning, once, and nobody hears anything else', async () => {
  const lived = await simulate({ ...year, seed: 28 })
  expect(lived).toMatchObject({ days: 365 })
  // All that was to be tried has happened.
  for (const count of Object.values(lived)) expect(count).toBeGreaterThan(0)
  expect(lived.reminders).toBeGreaterThan(500)
}, 60_000)
