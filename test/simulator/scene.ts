import type { Engine } from './engine.ts'
import type { Letter } from './judge.ts'
import { officeOn } from './oracle.ts'
import { type Day, plus } from './own-calendar.ts'
import type { Random } from './random.ts'
import { type Bound, boundBy, type Person, type World } from './world.ts'

export type Scene = {
  engine: Engine
  world: World
  random: Random
  today: Day
  now: number
  count: number
  letters: Letter[]
}
export type Deed = (scene: Scene) => Promise<void>

/** Somebody who is there and can be heard from does something in their chat. */
export async function isHeardFrom({ engine, now }: Scene, person: Person): Promise<boolean> {
  const account = person.accounts.find(({ blocked }) => !blocked)
  if (!account || person.left) return false
  const { channel, chat } = account
  await engine.database.store.accounts.seen({ channel, chat, sender: chat, language: null, at: now })
  account.isKnown = false
  person.seenAt = now
  return true
}

/** One of those bound by something near today, preferably. */
export function anyBound({ world, random, today }: Scene, wanted: (bound: Bound) => boolean): Bound | null {
  const near = world.works.filter(({ live }) => live)
  for (let tries = 0; tries < 6 && near.length > 0; tries += 1) {
    const all = boundBy(world, random.pick(near), { from: plus(today, -12), to: plus(today, 20) }).filter(wanted)
    if (all.length > 0) return random.pick(all)
  }
  return null
}

/** Who does the paper of a bound one: the person, or a head or focal point of the unit. */
export function doerOf({ world, today, random }: Scene, { personId, unitId }: Bound): Person | null {
  if (personId) return world.people.get(personId) ?? null
  const doers = officeOn(world, today).holders(unitId, 'head', 'clerk')
  return doers.length > 0 ? (world.people.get(random.pick(doers)) ?? null) : null
}
