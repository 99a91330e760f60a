import { buildAgency, publishPlan, type Size } from './build.ts'
import { type Engine, openEngine } from './engine.ts'
import { happens } from './happen.ts'
import { compare, hasChannel, type Letter, lettersOf, owe } from './judge.ts'
import { ends } from './office-deeds.ts'
import { askedOn, officeOn } from './oracle.ts'
import { at, type Day, isWorked, plus } from './own-calendar.ts'
import { createRandom, type Random } from './random.ts'
import type { Scene } from './scene.ts'
import type { Bound, World } from './world.ts'

export type Wish = Size & { seed: number; from: Day; to: Day; deedsADay: number }

const nothing = {
  ...{ days: 0, mornings: 0, reminders: 0, questions: 0, downtimes: 0, outages: 0 },
  ...{ lost: 0, repeated: 0, nothingLeft: 0 },
}
export type Simulated = typeof nothing

export type State = {
  engine: Engine
  world: World
  random: Random
  wish: Wish
  /** The last day whose morning was done. */
  since: Day
  /** What is to go out yet, of this morning. */
  letters: Letter[]
  asked: Bound[]
  /** What may have arrived, and comes once more. */
  unsure: Letter[]
  seenArrived: number
  deeds: number
  result: Simulated
}
export type Hour = { today: Day; time: string; now: number; isOffice: boolean }

const busyHours = ['07:30', '09:00', '10:00', '14:00', '17:30']
const oddHours = ['00:10', '06:00', '12:00', '15:30', '21:00']
const outages = [
  ['06:00', '09:30'],
  ['00:00', '23:00'],
  ['09:00', '14:30'],
] as const

/** Lives through a stretch of time, and holds after each hour what went out against what the oracle says. */
export async function simulate(wish: Wish): Promise<Simulated> {
  const random = createRandom(wish.seed)
  const eve = plus(wish.from, -1)
  const engine = await openEngine(at(eve, '20:00'))
  try {
    const world = await buildAgency(engine, random, wish)
    const state: State = {
      ...{ engine, world, random, wish, since: eve, letters: [], asked: [] },
      ...{ unsure: [], seenArrived: 0, deeds: 0, result: { ...nothing } },
    }
    await engine.runs(at(eve, '20:00'))
    await liveDays(state)
    return state.result
  } finally {
    await engine.close()
  }
}

async function liveDays(state: State): Promise<void> {
  const { engine, random, wish, result } = state
  const length = Math.round((Date.parse(wish.to) - Date.parse(wish.from)) / 86_400_000)
  const plansOn = Array.from({ length: wish.plans }, () => random.int(0, Math.max(0, length - 30)))
  let downUntil = 0
  for (let day = 0; day <= length; day += 1) {
    const today = plus(wish.from, day)
    const outage = random.chance(0.05) ? random.pick(outages) : null
    if (outage) result.outages += 1
    for (const time of hoursOf(random, today)) {
      const now = at(today, time)
      if (now < downUntil) continue
      if (downUntil > 0 || random.chance(0.02)) await engine.restarts(now)
      engine.faults.isDown = outage !== null && time >= outage[0] && time < outage[1]
      const isOffice = isWorked(today) && time >= '07:30' && time < '17:00'
      const plans = time === '09:00' ? plansOn.filter((one) => one === day).length : 0
      await liveHour(state, { today, time, now, isOffice }, plans)
      downUntil = random.chance(0.008) ? at(plus(today, random.int(0, 6)), random.pick(busyHours)) : 0
      if (downUntil > now) result.downtimes += 1
      else downUntil = 0
    }
    result.days += 1
  }
}

/** On a working day all hours at which something happens; beside them any, also on days off. */
function hoursOf(random: Random, today: Day): string[] {
  const all = [...oddHours.filter(() => random.chance(0.12)), ...(isWorked(today) ? busyHours : [])]
  return (all.length > 0 ? all : [random.pick(busyHours)]).sort()
}

async function liveHour(state: State, hour: Hour, plans: number): Promise<void> {
  const { engine, world, random, wish } = state
  const { today, time, now, isOffice } = hour
  const office = officeOn(world, today)
  if (isOffice && state.since < today) {
    const morning = { since: state.since, today }
    for (const letter of state.letters) if (hasChannel(letter)) owe(letter, state)
    state.letters = lettersOf(world, morning, now, office)
    state.asked.push(...askedOn(world, morning))
    state.since = today
    state.result.mornings += 1
  }
  if (random.chance(0.02)) {
    const { accounts } = random.pick([...world.people.values()].slice(1))
    for (const { chat } of accounts) engine.faults.unknown.set(chat, random.int(1, 2))
  }
  await engine.runs(now)
  compare(state, hour, office)
  for (let plan = 0; isOffice && plan < plans; plan += 1) await publishPlan(engine, world, random, today, wish.bound)
  if (!isOffice || (time !== '09:00' && time !== '14:00')) return
  for (let deed = 0; deed < wish.deedsADay / 2; deed += 1) await happens(sceneOf(state, hour))
  const plansInForce = new Set(world.works.filter(({ live }) => live).map(({ planId }) => planId))
  for (const planId of plansInForce) if (random.chance(0.001)) await ends(sceneOf(state, hour), planId)
}

function sceneOf(state: State, { today, now }: Hour): Scene {
  const { engine, world, random, letters } = state
  state.deeds += 1
  return { engine, world, random, today, now, letters, count: state.deeds }
}
