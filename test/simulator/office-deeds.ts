import { lendRoles } from '../../src/chat/lend-roles.ts'
import { laddersKey } from '../../src/domain/ladders.ts'
import { placePausesKey } from '../../src/domain/place-pause.ts'
import { addPerson, worded } from './build.ts'
import { type Day, plus } from './own-calendar.ts'
import { anyBound, type Deed, isHeardFrom, type Scene } from './scene.ts'
import { type Ladder, usualLadder } from './world.ts'

// What happens to the office: people come, go and fall silent, days move, storms pass.

export const saysSomething: Deed = async (scene) => {
  await isHeardFrom(scene, scene.random.pick([...scene.world.people.values()]))
}

/** Somebody blocks the assistant, or comes back. */
export const blocks: Deed = async (scene) => {
  const { engine, random, world } = scene
  const person = random.pick([...world.people.values()].slice(1))
  const account = person.accounts[0]
  if (!account || person.left) return
  if (account.blocked) {
    engine.faults.blocked.delete(account.chat)
    account.blocked = false
    await isHeardFrom(scene, person)
  } else {
    engine.faults.blocked.add(account.chat)
    account.blocked = true
  }
}

/** A deadline gets another day, or the day of its event. */
export const moves: Deed = async ({ engine, world, random, today, now }) => {
  const work = random.pick(world.works.filter(({ live, recurring }) => live && !recurring))
  if (!work) return
  const lastDay = work.lastDay === null ? plus(today, random.int(5, 40)) : plus(work.lastDay, random.int(-10, 12))
  const deadline = worded(work.kind, lastDay, random.chance(0.6), null)
  await engine.database.store.plans.correctDeadline({ id: work.id, deadline, basis: null, by: null, at: now })
  work.lastDay = lastDay
  work.revision += 1
}

/** A leader gives one unit more time. */
export const givesMoreTime: Deed = async (scene) => {
  const { engine, world, random, now, today } = scene
  const bound = anyBound(scene, ({ round, personId }) => round.key === null && personId === null)
  if (!bound) return
  const lastDay = plus(bound.lastDay, random.int(2, 8))
  await engine.database.store.extensions.add({
    ...{ deadlineId: bound.work.id, unitId: bound.unitId, lastDay, agreedBy: 'Chủ tịch', agreedOn: today },
    ...{ via: 'phone', by: [...world.people.keys()][0] ?? '', at: now },
  })
  const before = bound.work.extensions.get(bound.unitId)?.count ?? 0
  bound.work.extensions.set(bound.unitId, { lastDay, count: before + 1 })
}

/** A plan is withdrawn or closed. */
export async function ends({ engine, world, random, now }: Scene, planId: string): Promise<void> {
  const status = random.pick(['withdrawn', 'closed'] as const)
  await engine.database.store.plans.end({ planId, status, by: null, at: now })
  for (const one of world.works) if (one.planId === planId) one.live = false
}

const ladders: Ladder[] = [
  usualLadder,
  { leads: [10, 5, 2, 0], counts: 'working', afterwards: true },
  { leads: [7, 3, 0], counts: 'calendar', afterwards: false },
  { leads: [30, 3, 1, 0], counts: 'working', afterwards: true },
]

/** An admin sets another ladder for a kind of deadline. */
export const setsLadder: Deed = async ({ engine, world, random }) => {
  world.ladders[random.pick(['registration', 'report', 'final_review'] as const)] = random.pick(ladders)
  const kinds = world.ladders
  await engine.database.store.settings.set(laddersKey, { usual: usualLadder, kinds })
}

export const goesAway: Deed = async ({ engine, world, random, today, now }) => {
  const person = random.pick([...world.people.values()])
  const from = plus(today, random.int(1, 5))
  const isLong = random.chance(0.3)
  const to = plus(from, isLong ? random.int(60, 180) : random.int(1, 12))
  const isAround = (one: { from: Day; to: Day }) => one.from <= to && from <= one.to
  if (person.left || world.absences.some((one) => one.personId === person.id && isAround(one))) return
  const others = [...world.people.values()].filter(({ id, left }) => id !== person.id && !left)
  const standIn = random.chance(0.6) ? random.pick(others) : null
  const isBusy = world.absences.some((one) => one.personId === standIn?.id && isAround(one))
  const standInId = isBusy ? null : (standIn?.id ?? null)
  await engine.database.store.absences.add({
    ...{ personId: person.id, from, to, standInId, by: person.id, at: now },
    ...{ reason: isLong ? 'maternity' : 'trip', state: standInId ? 'agreed' : 'alone' },
  })
  world.absences.push({ personId: person.id, from, to, isLong, standInId })
}

/** A storm: a place and all below it is left in peace for some days. */
export const storms: Deed = async ({ engine, world, random, today }) => {
  const place = { unitId: random.pick([...world.units.keys()].slice(1)), until: plus(today, random.int(1, 6)) }
  world.places = [...world.places.filter(({ until }) => until >= today), place]
  await engine.database.store.settings.set(placePausesKey, world.places)
}

/** Somebody retires, and somebody new begins. */
export const leaves: Deed = async ({ engine, world, random, now, today }) => {
  const person = random.pick([...world.people.values()].slice(1))
  const isStandIn = world.absences.some(({ standInId, to }) => standInId === person.id && to >= today)
  if (person.left || isStandIn) return
  await engine.database.store.people.leave(person.id, now)
  person.left = true
  for (const members of world.members.values()) members.delete(person.id)
  const { unitId } = person.roles[0] ?? { unitId: '' }
  await addPerson(engine, world, random, [{ unitId, role: person.roles[0]?.role ?? 'official' }])
  await lendRoles(engine.database.store, { today, now })
}
