import type { Deadline } from '../../src/domain/plan.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { blankDraft, deadlineWith } from '../domain/plan-drafts.ts'
import type { Engine } from './engine.ts'
import { at, type Day, plus } from './own-calendar.ts'
import type { Random } from './random.ts'
import {
  blankWorld,
  type Every,
  type Person,
  type Recurring,
  type Role,
  type Unit,
  type Work,
  type World,
} from './world.ts'

export type Size = { units: number; people: number; plans: number; bound: number }

const hours = ['09:00', '10:00', '14:00']

/** An agency with its units, people and their channels, in the store and in the oracle's mind. */
export async function buildAgency(engine: Engine, random: Random, size: Size): Promise<World> {
  const world = blankWorld()
  const { store } = engine.database
  for (let index = 0; index < size.units; index += 1) {
    const above =
      index < 4 ? [...world.units.keys()].slice(0, 1) : [...world.units.keys()].slice(0, Math.ceil(index / 3))
    const parentId = index === 0 ? null : random.pick(above)
    const relation: Unit['relation'] =
      index === 0 || random.chance(0.8) ? 'subordinate' : random.chance(0.7) ? 'coordinating' : 'superior'
    const id = await store.units.add({ parentId, name: `Đơn vị ${index}`, relation })
    world.units.set(id, { id, parentId, relation })
    world.members.set(id, new Set())
  }
  const [root = ''] = world.units.keys()
  await addPerson(engine, world, random, [{ unitId: root, role: 'admin' }])
  for (const unitId of world.units.keys()) {
    if (random.chance(0.9)) await addPerson(engine, world, random, [{ unitId, role: 'head' }])
    if (random.chance(0.7)) await addPerson(engine, world, random, [{ unitId, role: 'clerk' }])
    if (random.chance(0.1))
      await addPerson(engine, world, random, [
        { unitId, role: 'head' },
        { unitId, role: 'clerk' },
      ])
  }
  while (world.people.size < size.people) {
    const unitId = random.pick([...world.units.keys()])
    await addPerson(engine, world, random, [{ unitId, role: 'official' }])
  }
  return world
}

export async function addPerson(engine: Engine, world: World, random: Random, roles: Role[]): Promise<Person> {
  const { store } = engine.database
  const name = `Người ${world.people.size}`
  const id = await store.people.add({ name, position: '', language: 'vi' })
  for (const { unitId, role } of roles) {
    await store.people.addRole({ personId: id, unitId, role }, engine.clock.now())
    world.members.get(unitId)?.add(id)
  }
  const person: Person = {
    ...{ id, roles, left: false, accounts: [], seenAt: 0 },
    quiet: random.chance(0.1),
    hour: random.chance(0.1) ? random.pick(hours) : null,
  }
  if (person.quiet || person.hour) await store.reminders.choose(id, { quiet: person.quiet, hour: person.hour })
  // The first is the admin, who hears of all.
  const channels = world.people.size > 0 && random.chance(0.03) ? [] : random.chance(0.1) ? ['one', 'two'] : ['one']
  for (const channel of channels) {
    const chat = `${channel}-${id}`
    const seen = { channel, chat, sender: chat, language: null, at: engine.clock.now() }
    const account = await store.accounts.seen(seen)
    await store.accounts.link(account.id, id, engine.clock.now())
    person.accounts.push({ channel, chat, blocked: false, isKnown: false })
    person.seenAt = engine.clock.now()
  }
  world.people.set(id, person)
  return person
}

const everies: Every[] = ['month', 'quarter', 'quarter', 'half_year', 'year']

function recurrenceOf({ every, day, ofLastMonth, before }: Recurring): Deadline['recurrence'] {
  return {
    ...{ every, month: null, day, weekday: null, fromMonth: null, fromDay: null, latest: null },
    ...{ of: ofLastMonth ? ('last_month' as const) : null, relation: before ? ('before' as const) : ('by' as const) },
  }
}

/** A deadline as the plan words it; `lastDay` null: its day is not known yet. */
export function worded(
  kind: Work['kind'],
  lastDay: Day | null,
  before: boolean,
  recurring: Recurring | null,
): Deadline {
  const on = lastDay === null ? null : before ? plus(lastDay, 1) : lastDay
  return deadlineWith({
    ...{ kind, on, lastDay, written: false, relation: before ? 'before' : 'by' },
    ...(lastDay === null && { precision: recurring ? ('none' as const) : ('event' as const) }),
    ...(lastDay === null && !recurring && { event: 'khi tổ chức Đại hội' }),
    recurrence: recurring && recurrenceOf(recurring),
  })
}

/** Units to bind, so that nobody is bound twice; each as a unit, by its people, or both. */
function audienceOf(world: World, random: Random, count: number): Work['audience'] {
  return random.some([...world.units.keys()], count).flatMap((unitId): Work['audience'] => {
    const unit = { unitId, subject: 'unit' as const }
    const person = { unitId, subject: 'person' as const }
    return random.pick([[unit], [person], [person], [unit, person]])
  })
}

let plans = 0

/** Publishes a plan today: a deadline near or far, one without a day yet, and perhaps a report that comes again. */
export async function publishPlan(
  engine: Engine,
  world: World,
  random: Random,
  today: Day,
  bound: number,
): Promise<void> {
  plans += 1
  const token = `K${String(plans).padStart(4, '0')}`
  const end = plus(today, random.int(120, 420))
  const kinds: Work['kind'][] = random.some(['registration', 'final_review', 'other'] as const, random.int(1, 2))
  const drafts = kinds.map((kind, index) => {
    const isKnown = random.chance(0.85)
    const lastDay = isKnown ? plus(today, random.int(2, 40) + index * 90) : null
    return { kind, lastDay, recurring: null as Recurring | null, before: random.chance(0.6) }
  })
  const isReported = random.chance(0.6)
  const recurring: Recurring = {
    ...{ every: random.pick(everies), day: random.pick([5, 10, 15, 20, 25, 31]) },
    ...{ ofLastMonth: random.chance(0.5), before: random.chance(0.6) },
  }
  if (isReported && random.chance(0.6))
    drafts.push({ kind: 'report', lastDay: null, recurring, before: recurring.before })
  else if (isReported)
    drafts.push({ kind: 'report', lastDay: plus(today, random.int(20, 110)), recurring: null, before: true })
  const draft = {
    ...blankDraft,
    ...{ title: `Phong trào ${token}`, number: `${plans}/KH-UBND`, issuedOn: today },
    period: {
      ...{ start: today, startPrecision: 'day' as const, end, endPrecision: 'day' as const, endEvent: null },
      ...{ openEnded: false, reference: null, section: 'II', quote: '' },
    },
  }
  const audiences = drafts.map(() => audienceOf(world, random, bound))
  const { planId } = await engine.database.store.plans.publish({
    ...{ shortName: `phong trào ${token}`, draft, identity: identityOf(draft, token), unique: false, file: null },
    deadlines: drafts.map(({ kind, lastDay, recurring: again, before }, index) => ({
      deadline: worded(kind, lastDay, before, again),
      audience: audiences[index] ?? [],
    })),
    ...{ by: null, at: at(today, '08:00') },
  })
  const rows = await engine.database.store.plans.deadlinesOf(planId)
  rows.forEach(({ id, revision }, index) => {
    const {
      kind,
      lastDay,
      recurring: again,
    } = drafts[index] ?? { kind: 'other' as const, lastDay: null, recurring: null }
    world.works.push({
      ...{ id, planId, token, kind, lastDay, recurring: again, runs: { start: today, end }, revision, live: true },
      ...{ audience: audiences[index] ?? [], extensions: new Map() },
    })
  })
}
