import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import type { NewPlan } from '../../src/store/publish-plan.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { blankDraft, deadlineWith } from '../domain/plan-drafts.ts'

const at = 1_711_000_000_000
const draft = {
  ...blankDraft,
  number: '12/KH-UBND',
  issuer: 'UBND xã Ea Mẫu',
  issuedOn: '2024-02-20',
  title: 'Thi đua',
}
const identity = identityOf(draft, 'Kế hoạch thi đua của xã')

let database: Database
let admin: string
let hamlet: string

const plans = () => database.store.plans
const planWith = (changes: Partial<NewPlan> = {}): NewPlan => ({
  shortName: 'thi đua xã',
  draft,
  identity,
  unique: true,
  file: { hash: 'abc', name: 'kh.docx', mime: 'application/octet-stream' },
  deadlines: [
    {
      deadline: deadlineWith(),
      audience: [
        { unitId: hamlet, subject: 'unit' },
        { unitId: hamlet, subject: 'person' },
      ],
    },
    {
      deadline: deadlineWith({ kind: 'final_review', on: '2024-11-30', relation: 'during', lastDay: '2024-11-30' }),
      audience: [],
    },
  ],
  by: admin,
  at,
  ...changes,
})
const publish = async (changes: Partial<NewPlan> = {}) => (await plans().publish(planWith(changes))).planId
const actions = async (planId: string) =>
  (await database.store.audit.about(`plan:${planId}`)).map(({ action }) => action)

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  hamlet = await database.store.units.add({ parentId: null, name: 'Thôn 1', relation: 'subordinate' })
  admin = await database.store.people.add({ name: 'Trần Thị Bình', position: 'Công chức', language: 'vi' })
})
afterEach(() => database.close())

describe('published plans', () => {
  it('come back as they were published, with deadlines, audience and an audit row', async () => {
    const id = await publish()
    expect(await plans().byId(id)).toMatchObject({
      shortName: 'thi đua xã',
      status: 'in_force',
      revision: 1,
      number: '12/KH-UBND',
      publishedBy: admin,
      publishedAt: at,
      file: { name: 'kh.docx' },
    })
    const [first, second, ...more] = await plans().deadlinesOf(id)
    expect(more).toEqual([])
    expect(first?.deadline).toEqual(deadlineWith())
    expect(first?.revision).toBe(1)
    const audience = await plans().audienceOf([first?.id ?? '', second?.id ?? ''])
    expect(audience.map(({ deadlineId, subject }) => [deadlineId, subject])).toEqual([
      [first?.id, 'person'],
      [first?.id, 'unit'],
    ])
    expect(await actions(id)).toEqual(['plan.published'])
  })

  it('the same plan is published once: the second hears of the first and writes nothing', async () => {
    const id = await publish()
    expect(await plans().publish(planWith({ shortName: 'lần hai' }))).toEqual({ ok: false, planId: id })
    expect((await plans().list()).map(({ shortName }) => shortName)).toEqual(['thi đua xã'])
    expect(await actions(id)).toEqual(['plan.published'])
  })

  it('a plan told apart by its admin may read the same', async () => {
    await publish()
    expect(await plans().publish(planWith({ unique: false }))).toMatchObject({ ok: true })
    expect(await plans().list()).toHaveLength(2)
  })

  it('plans without a number are claimed by their words', async () => {
    const blank = identityOf({ ...draft, number: null }, 'Kế hoạch không số')
    const other = identityOf({ ...draft, number: null }, 'Kế hoạch khác không số')
    await publish({ identity: blank })
    expect(await plans().publish(planWith({ identity: blank }))).toMatchObject({ ok: false })
    expect(await plans().publish(planWith({ identity: other }))).toMatchObject({ ok: true })
  })

  it('a withdrawn plan is out of force, is not compared with, and may come again', async () => {
    const id = await publish()
    expect(await plans().end({ planId: id, status: 'withdrawn', by: admin, at })).toBe(true)
    expect(await plans().end({ planId: id, status: 'closed', by: admin, at })).toBe(false)
    expect(await plans().list()).toEqual([])
    expect(await plans().known()).toEqual([])
    expect(await plans().publish(planWith())).toMatchObject({ ok: true })
    expect(await actions(id)).toEqual(['plan.published', 'plan.withdrawn'])
  })

  it('a closed plan is still known', async () => {
    const id = await publish()
    await plans().end({ planId: id, status: 'closed', by: admin, at })
    expect(await plans().known()).toEqual([{ id, ...identity }])
    expect((await plans().list('closed')).map((plan) => plan.id)).toEqual([id])
  })
})

describe('changes to deadlines', () => {
  it('a correction raises the revisions of the deadline and the plan, and keeps the deadline', async () => {
    const id = await publish()
    const [first] = await plans().deadlinesOf(id)
    const deadline = deadlineWith({ on: '2024-04-20', lastDay: '2024-04-19' })
    expect(await plans().correctDeadline({ id: first?.id ?? '', deadline, basis: 'khoản 1', by: admin, at })).toBe(2)
    expect(await plans().deadlineById(first?.id ?? '')).toMatchObject({ id: first?.id, revision: 2, deadline })
    expect(await plans().audienceOf([first?.id ?? ''])).toHaveLength(2)
    expect((await database.store.audit.about(`plan:${id}`)).at(-1)).toMatchObject({
      action: 'plan.deadline_corrected',
      by: admin,
      detail: JSON.stringify({ deadline: first?.id, from: '2024-04-10', to: '2024-04-20', basis: 'khoản 1' }),
    })
  })

  it('a deadline is added last, bound anew and dropped', async () => {
    const id = await publish()
    const added = await plans().addDeadline({
      planId: id,
      deadline: deadlineWith({ kind: 'report' }),
      audience: [],
      by: admin,
      at,
    })
    expect((await plans().deadlinesOf(id)).at(-1)?.id).toBe(added)
    await plans().bind({ id: added, audience: [{ unitId: hamlet, subject: 'unit' }], by: admin, at })
    expect(await plans().audienceOf([added])).toEqual([{ deadlineId: added, unitId: hamlet, subject: 'unit' }])
    await plans().dropDeadline({ id: added, by: admin, at })
    await plans().dropDeadline({ id: added, by: admin, at })
    expect((await plans().deadlinesOf(id)).map((deadline) => deadline.id)).not.toContain(added)
    expect(await actions(id)).toEqual([
      'plan.published',
      'plan.deadline_added',
      'plan.audience_changed',
      'plan.deadline_dropped',
    ])
  })

  it('a new text keeps what it keeps, moves what moved, adds and drops the rest', async () => {
    const id = await publish()
    const [first, second] = await plans().deadlinesOf(id)
    const moved = deadlineWith({ on: '2024-04-20', lastDay: '2024-04-19' })
    const revision = await plans().revise({
      planId: id,
      why: 'replaced',
      draft: { ...draft, title: 'Thi đua (thay thế)' },
      identity: { ...identity, fingerprint: 'other' },
      file: null,
      deadlines: [
        { id: first?.id ?? '', deadline: moved, audience: [{ unitId: hamlet, subject: 'unit' }], moved: true },
        { id: null, deadline: deadlineWith({ kind: 'report' }), audience: [], moved: false },
      ],
      by: admin,
      at,
    })
    expect(revision).toBe(2)
    const now = await plans().deadlinesOf(id)
    expect(now.map(({ id, revision }) => [id, revision])).toEqual([
      [first?.id, 2],
      [expect.any(String), 1],
    ])
    expect(now[0]?.deadline).toEqual(moved)
    expect(await plans().deadlineById(second?.id ?? '')).toMatchObject({ status: 'dropped' })
    expect(await plans().byId(id)).toMatchObject({ title: 'Thi đua (thay thế)', file: null, shortName: 'thi đua xã' })
    expect(await actions(id)).toEqual(['plan.published', 'plan.replaced'])
  })

  it('a new text that carries the number of another plan does not take it', async () => {
    const other = await publish()
    const blank = identityOf({ ...draft, number: null }, 'Kế hoạch không số')
    const id = await publish({ identity: blank })
    await plans().revise({ planId: id, why: 'corrected', draft, identity, file: null, deadlines: [], by: admin, at })
    expect(await plans().publish(planWith())).toEqual({ ok: false, planId: other })
  })

  it('nothing stays of a publication whose turn fails', async () => {
    const failing = database.transaction(async (store) => {
      await store.plans.publish(planWith())
      throw new Error('later in the turn')
    })
    await expect(failing).rejects.toThrow('later in the turn')
    expect(await plans().list()).toEqual([])
    expect(await plans().publish(planWith())).toMatchObject({ ok: true })
  })
})
