import fc from 'fast-check'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decide, type RegistrationAction, registrationActions, transitions } from '../../src/domain/registration.ts'
import type { RegistrationBody } from '../../src/domain/registration-body.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { nextCode } from '../../src/store/paper-codes.ts'
import type { NewRegistration } from '../../src/store/registration-changes.ts'
import type { Registration } from '../../src/store/registration-row.ts'
import type { Schema } from '../../src/store/schema.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { seedPlan } from './seed-plan.ts'

const at = Date.UTC(2024, 2, 27, 2, 12)
const item = { contentSection: 'II.1', content: 'Cải cách hành chính', work: 'Một cửa', target: null, finishDay: null }
const bodyOf = (...contents: string[]): RegistrationBody => ({
  items: contents.map((content) => ({ ...item, content })),
  people: [],
  note: null,
  commendation: null,
  shape: 'campaign' as const,
  initiative: null,
  attachments: [],
  title: null,
})

let database: Database
let ids: { unit: string; lan: string; head: string; admin: string; plan: string; deadline: string }
const store = () => database.store.registrations

const draft = (changes: Partial<NewRegistration> = {}): NewRegistration => ({
  draftId: 'd1',
  planId: ids.plan,
  deadlineId: ids.deadline,
  subject: 'person',
  personId: ids.lan,
  unitId: ids.unit,
  by: ids.lan,
  body: bodyOf('Cải cách hành chính'),
  late: false,
  lateReason: null,
  at,
  year: 2024,
  ...changes,
})

async function submitted(changes: Partial<NewRegistration> = {}): Promise<Registration> {
  const sent = await store().submit(draft(changes))
  if (!sent.ok) throw new Error('It was taken already.')
  return sent.registration
}

beforeEach(async () => {
  database = await openDatabase(sqliteDialect(':memory:'))
  const { units, people } = database.store
  const unit = await units.add({ parentId: null, name: 'Hội Nông dân xã', relation: 'coordinating' })
  const add = (name: string) => people.add({ name, position: '', language: 'vi' })
  const { planId, deadlineId } = await seedPlan(database.store)
  ids = {
    unit,
    lan: await add('Nguyễn Thị Lan'),
    head: await add('Y Bhôk Niê'),
    admin: await add('Trần Bình'),
    plan: planId,
    deadline: deadlineId,
  }
})
afterEach(() => database.close())

const actionsOf = async (id: string) =>
  (await database.store.audit.about(`registration:${id}`)).map(({ action }) => action.replace('registration.', ''))

describe('sending', () => {
  test('a draft becomes version 1, waiting, with the next code of the year', async () => {
    const first = await submitted()
    const second = await submitted({ draftId: 'd2', body: bodyOf('Chuyển đổi số') })
    expect([first.code, second.code]).toEqual(['DK-2024-0001', 'DK-2024-0002'])
    expect(first).toMatchObject({ state: 'waiting', version: 1, paper: 'none', late: false })
    expect(await store().byCode('dk-2024-0002')).toMatchObject({ id: second.id })
    expect(await actionsOf(first.id)).toEqual(['submit'])
  })

  test('each year counts for itself', async () => {
    expect((await submitted({ year: 2025 })).code).toBe('DK-2025-0001')
    expect((await submitted({ draftId: 'd2', body: bodyOf('B') })).code).toBe('DK-2024-0001')
  })

  test('past 9999 the code grows', async () => {
    const db = new Kysely<Schema>({ dialect: sqliteDialect(':memory:') })
    await sql`create table registration (code text)`.execute(db)
    const codes = []
    for (const code of ['DK-2024-9998', 'DK-2024-9999', 'DK-2024-10000']) {
      await sql`insert into registration values (${code})`.execute(db)
      codes.push(await nextCode(db, 'registration', 2024))
    }
    expect(codes).toEqual(['DK-2024-9999', 'DK-2024-10000', 'DK-2024-10001'])
    await db.destroy()
  })

  test('one draft sent twice is one registration', async () => {
    const first = await submitted()
    expect(await store().submit(draft())).toMatchObject({ ok: true, again: true, registration: { id: first.id } })
    expect(await actionsOf(first.id)).toEqual(['submit'])
  })

  test('the same content in other words of the same letters is taken, and says by which code', async () => {
    const { id, code } = await submitted()
    const again = await store().submit(draft({ draftId: 'd2', body: bodyOf('Chuyển đổi số', 'CẢI CÁCH hành chính.') }))
    expect(again).toEqual({ ok: false, taken: [{ content: 'CẢI CÁCH hành chính.', code, id }] })
    expect(await store().byDraft('d2')).toBeNull()
  })

  test('another capacity, another person and the unit itself may have the same content', async () => {
    await submitted()
    const other = await database.store.units.add({ parentId: ids.unit, name: 'Thôn 1', relation: 'subordinate' })
    await submitted({ draftId: 'd2', unitId: other })
    await submitted({ draftId: 'd3', personId: ids.head })
    await submitted({ draftId: 'd4', subject: 'unit', personId: null })
    const { planId } = await seedPlan(database.store, { shortName: 'kế hoạch khác' })
    await submitted({ draftId: 'd5', planId })
    expect(await store().inState('waiting')).toHaveLength(5)
  })
})

describe('changing', () => {
  const revise = (seen: Registration, body: RegistrationBody) =>
    store().revise({ id: seen.id, seen, body, by: ids.lan, at: at + 1 })

  test('a new version waits again and the old one is kept', async () => {
    const first = await submitted()
    const approved = await store().move({
      id: first.id,
      seen: first,
      action: 'approve',
      to: 'approved',
      by: ids.head,
      at,
    })
    const revised = await revise(approved as Registration, bodyOf('Chuyển đổi số'))
    expect(revised).toMatchObject({ ok: true, registration: { state: 'waiting', version: 2, decidedBy: null } })
    expect((await store().versions(first.id)).map(({ version }) => version)).toEqual([1, 2])
    expect(await actionsOf(first.id)).toEqual(['submit', 'approve', 'revise'])
  })

  test('contents that were left out are free again', async () => {
    const first = await submitted()
    await revise(first, bodyOf('Chuyển đổi số'))
    expect(await store().submit(draft({ draftId: 'd2' }))).toMatchObject({ ok: true })
  })

  test('a content of another registration cannot be taken over', async () => {
    const first = await submitted()
    const second = await submitted({ draftId: 'd2', body: bodyOf('Chuyển đổi số') })
    expect(await revise(second, bodyOf('Cải cách hành chính'))).toMatchObject({
      ok: false,
      taken: [{ code: first.code }],
    })
    expect((await store().byId(second.id))?.version).toBe(1)
  })

  test('what was decided meanwhile is not written over', async () => {
    const first = await submitted()
    await store().move({ id: first.id, seen: first, action: 'approve', to: 'approved', by: ids.head, at })
    expect(await revise(first, bodyOf('Chuyển đổi số'))).toEqual({ ok: false, moved: true })
  })
})

describe('deciding', () => {
  test('of two people at once one decides; the other gets nothing and writes nothing', async () => {
    const first = await submitted()
    const approve = { id: first.id, seen: first, action: 'approve', to: 'approved', by: ids.head, at } as const
    expect(await store().move(approve)).toMatchObject({ state: 'approved', decidedBy: ids.head })
    expect(await store().move({ ...approve, action: 'return', to: 'returned', reason: 'thiếu số' })).toBeNull()
    expect(await actionsOf(first.id)).toEqual(['submit', 'approve'])
  })

  test('a decision on an older version does not count', async () => {
    const first = await submitted()
    await store().revise({ id: first.id, seen: first, body: bodyOf('B'), by: ids.lan, at })
    const late = await store().move({ id: first.id, seen: first, action: 'approve', to: 'approved', by: ids.head, at })
    expect(late).toBeNull()
  })

  test('a request for completion keeps its reason until it is answered', async () => {
    const first = await submitted()
    const returned = await store().move({
      ...{ id: first.id, seen: first, action: 'return', to: 'returned', by: ids.head, at },
      reason: 'chỉ tiêu 2 chưa có số',
    })
    expect(returned).toMatchObject({ state: 'returned', returnReason: 'chỉ tiêu 2 chưa có số' })
    const again = await store().revise({
      id: first.id,
      seen: returned as Registration,
      body: bodyOf('B'),
      by: ids.lan,
      at,
    })
    expect(again).toMatchObject({ registration: { returnReason: null } })
  })

  test('reception notes who, when and the signed paper', async () => {
    const first = await submitted()
    const seen = (await store().move({
      id: first.id,
      seen: first,
      action: 'approve',
      to: 'approved',
      by: ids.head,
      at,
    })) as Registration
    const received = await store().move({
      ...{ id: first.id, seen, action: 'receive', to: 'received', by: ids.admin, at: at + 5 },
      paper: 'received',
    })
    expect(received).toMatchObject({ receivedBy: ids.admin, receivedAt: at + 5, paper: 'received' })
  })

  test('withdrawing frees the contents', async () => {
    const first = await submitted()
    await store().move({ id: first.id, seen: first, action: 'withdraw', to: 'withdrawn', by: ids.lan, at })
    expect(await store().submit(draft({ draftId: 'd2' }))).toMatchObject({ ok: true })
    expect(
      await store().ofRegistrant(ids.plan, { subject: 'person', unitId: ids.unit, personId: ids.lan }),
    ).toHaveLength(1)
  })
})

describe('finding', () => {
  test('a person finds what they registered or typed, and what their unit registered', async () => {
    const own = await submitted()
    const typed = await submitted({ draftId: 'd2', personId: ids.head, by: ids.lan, at: at + 1 })
    const unit = await submitted({ draftId: 'd3', subject: 'unit', personId: null, by: ids.head, at: at + 2 })
    const codes = async (person: string, units: string[]) =>
      (await store().ofPerson(person, units)).map(({ code }) => code)
    expect(await codes(ids.lan, [])).toEqual([typed.code, own.code])
    expect(await codes(ids.lan, [ids.unit])).toEqual([unit.code, typed.code, own.code])
    expect(await codes(ids.admin, [])).toEqual([])
  })
})

type Step = { who: 'lan' | 'head' | 'admin' | 'stranger'; action: RegistrationAction; stale: boolean; day: string }
const standings = {
  lan: { author: true, approver: false, admin: false },
  head: { author: false, approver: true, admin: false },
  admin: { author: false, approver: false, admin: true },
  stranger: { author: false, approver: false, admin: false },
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom('lan', 'head', 'admin', 'stranger'),
  action: fc.constantFrom(...registrationActions),
  stale: fc.boolean(),
  day: fc.constantFrom('2024-04-01', '2024-04-09', '2024-04-10', '2024-05-01'),
})

test('whatever several people try in whatever order, only the lifecycle happens and all of it is in the audit', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), async (steps) => {
      const sent = await submitted({ draftId: `p${count++}`, body: bodyOf(`nội dung ${count}`) })
      const happened: string[] = ['submit']
      let old = sent
      for (const { who, action, stale, day } of steps) {
        const now = (await store().byId(sent.id)) as Registration
        const seen = stale ? old : now
        const decision = decide(action, seen, standings[who], { today: day, lastDay: '2024-04-09' })
        if (!decision.ok) continue
        old = now
        const deed = { id: sent.id, seen, by: who === 'stranger' ? ids.lan : ids[who], at }
        const done =
          action === 'revise'
            ? (await store().revise({ ...deed, body: seen.body })).ok
            : (await store().move({ ...deed, action, to: decision.to })) !== null
        expect(done).toBe(seen.version === now.version && seen.state === now.state)
        if (done) happened.push(action)
      }
      const audit = await database.store.audit.about(`registration:${sent.id}`)
      expect(audit.map(({ action }) => action.replace('registration.', ''))).toEqual(happened)
      const moves = audit.slice(1).map(({ action, detail }) => {
        const { from, to } = JSON.parse(detail) as { from: string; to: string }
        return { action: action.replace('registration.', ''), from, to }
      })
      for (const move of moves) expect(transitions).toContainEqual(expect.objectContaining(move))
      const last = (await store().byId(sent.id)) as Registration
      expect(last.state).toBe(moves.at(-1)?.to ?? 'waiting')
      const versions = await store().versions(sent.id)
      expect(versions).toHaveLength(1 + happened.filter((action) => action === 'revise').length)
    }),
    { numRuns: 60 },
  )
})
