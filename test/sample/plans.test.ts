import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayOf, instantFrom } from '../../src/domain/day.ts'
import { isAllPast, nextDeadline } from '../../src/domain/plan-review.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { loadSampleAgency } from '../../src/sample/agency.ts'
import { loadSamplePlans, samplePlanText } from '../../src/sample/plans.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

let database: Database
beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
})
afterEach(() => database.close())

const days = ['2024-02-29', '2025-12-31', '2026-11-20', '2031-07-01']

describe('sample plans', () => {
  it.each(days)('on %s one has its registration ahead, the other is over', async (day) => {
    const now = instantFrom(`${day}T09:00:00+07:00`) ?? 0
    await loadSampleAgency(database.store, now)
    await loadSamplePlans(database.store, readPlan, now)
    const plans = await database.store.plans.list()
    expect(plans.map(({ shortName }) => shortName)).toEqual([
      'thi đua cải cách hành chính',
      'thi đua đường sạch, nhà đẹp',
    ])
    const [ahead, over] = await Promise.all(plans.map(async ({ id }) => database.store.plans.deadlinesOf(id)))
    const today = dayOf(now, 'Asia/Ho_Chi_Minh')
    const next = nextDeadline(
      (ahead ?? []).map(({ deadline }) => deadline),
      today,
    )
    expect(next).toMatchObject({ kind: 'registration', relation: 'before', written: true })
    expect(
      isAllPast(
        (over ?? []).map(({ deadline }) => deadline),
        today,
      ),
    ).toBe(true)
    const audience = await database.store.plans.audienceOf([ahead?.[0]?.id ?? ''])
    expect(audience.filter(({ subject }) => subject === 'person')).toHaveLength(7)
    expect(audience.filter(({ subject }) => subject === 'unit')).toHaveLength(6)
  })

  it('leave no blank in the text, and their originals can be kept', async () => {
    const now = instantFrom('2026-11-20T09:00:00+07:00') ?? 0
    await loadSampleAgency(database.store, now)
    const kept: string[] = []
    await loadSamplePlans(database.store, readPlan, now, async (bytes) => {
      kept.push(new TextDecoder().decode(bytes))
      return String(kept.length)
    })
    expect(kept).toHaveLength(2)
    expect(kept.join('')).not.toMatch(/\{\{|undefined/)
    expect((await database.store.plans.list())[0]?.file?.name).toBe('cai-cach-hanh-chinh.txt')
  })

  it('read completely: period, theme, contents, criteria, commendations', () => {
    const { draft } = readPlan(samplePlanText('cai-cach-hanh-chinh.txt', '2026-11-20'))
    expect(draft).toMatchObject({
      number: '47/KH-UBND',
      issuedOn: '2026-11-15',
      period: { start: '2026-11-15', end: '2027-04-19' },
    })
    expect(draft.deadlines.map(({ kind }) => kind)).toEqual([
      'registration',
      'report',
      'commendation_dossier',
      'final_review',
    ])
    expect([draft.contents.length, draft.criteria.length, draft.commendations.length]).toEqual([4, 3, 2])
  })
})
