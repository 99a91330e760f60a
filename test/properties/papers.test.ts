import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { holdsAfterStep, holdsAtEnd, type Story } from './held.ts'
import { anyStep, type Before, happen } from './steps.ts'
import { sameTotals } from './totals.ts'
import { inTown } from './town.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
})
afterAll(() => database.close())

/** What each paper was before its last change. */
function before(story: Story): Before {
  const was: Before = { registration: new Map(), report: new Map() }
  for (const [id, known] of story) if (known.before) (was[known.kind] as Map<string, unknown>).set(id, known.before)
  return was
}

test('whatever several people do in whatever order, papers follow the rules, nothing is lost, and all totals agree', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40, size: 'max' }), (steps) =>
      inTown(database, async (town) => {
        const story: Story = new Map()
        for (const step of steps) {
          await happen(town, step, before(story))
          await holdsAfterStep(town, story)
        }
        await holdsAtEnd(town, story)
        await sameTotals(town)
      }),
    ),
    { numRuns: 40 },
  ))
