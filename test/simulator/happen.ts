import { lendRoles } from '../../src/chat/lend-roles.ts'
import { snooze } from '../../src/chat/snooze.ts'
import type { Turn } from '../../src/chat/turn.ts'
import { laddersKey } from '../../src/domain/ladders.ts'
import { placePausesKey } from '../../src/domain/place-pause.ts'
import { addPerson, worded } from './build.ts'
import { type Engine, zone } from './engine.ts'
import { officeOn } from './oracle.ts'
import { back, type Day, nextWorked, plus } from './own-calendar.ts'
import type { Random } from './random.ts'
import {
  type Bound,
  boundBy,
  concernOf,
  isOpen,
  type Ladder,
  type Person,
  recordKey,
  recordOf,
  usualLadder,
  type World,
} from './world.ts'

export type Scene = { engine: Engine; world: World; random: Random; today: Day; now: number; count: number }
type Deed = (scene: Scene) => Promise<void>

const item = { contentSection: null, target: null, finishDay: null }
const registrationBody = (content: string) => ({
  ...{ shape: 'campaign' as const, people: [], note: null, commendation: null, title: null, initiative: null },
  ...{ attachments: [], items: [{ ...item, content, work: 'Việc' }] },
})
const reportBody = (content: string) => ({
  items: [{ ...item, content, work: '', result: null, account: 'Đã làm', evidence: [] }],
  ...{ closing: null, proposals: [], registrations: [], assessment: { difficulties: '', causes: '', proposals: '' } },
})

/** Somebody who is there and can be heard from does something in their chat. */
async function isHeardFrom({ engine, now }: Scene, person: Person): Promise<boolean> {
  const account = person.accounts.find(({ blocked }) => !blocked)
  if (!account || person.left) return false
  const { channel, chat } = account
  await engine.database.store.accounts.seen({ channel, chat, sender: chat, language: null, at: now })
  account.isKnown = false
  person.seenAt = now
  return true
}

/** One of those bound by something near today, preferably. */
function anyBound({ world, random, today }: Scene, wanted: (bound: Bound) => boolean): Bound | null {
  const near = world.works.filter(({ live }) => live)
  for (let tries = 0; tries < 6 && near.length > 0; tries += 1) {
    const all = boundBy(world, random.pick(near), { from: plus(today, -12), to: plus(today, 20) }).filter(wanted)
    if (all.length > 0) return random.pick(all)
  }
  return null
}

/** Who does the paper of a bound one: the person, or a head or focal point of the unit. */
function doerOf({ world, today, random }: Scene, { personId, unitId }: Bound): Person | null {
  if (personId) return world.people.get(personId) ?? null
  const doers = officeOn(world, today).holders(unitId, 'head', 'clerk')
  return doers.length > 0 ? (world.people.get(random.pick(doers)) ?? null) : null
}

const set = (world: World, bound: Bound, change: Partial<ReturnType<typeof recordOf>>) =>
  world.recorded.set(recordKey(bound), { ...recordOf(world, bound), ...change })

/** Registers or reports, as the deadline asks; of other papers it is reported that they were sent. */
const submits: Deed = async (scene) => {
  const { engine, world, now, count } = scene
  const bound = anyBound(scene, (one) => isOpen(world, one) && recordOf(world, one).paperId === null)
  const doer = bound && doerOf(scene, bound)
  if (!bound || !doer || !(await isHeardFrom(scene, doer))) return
  const { work, round, unitId, personId } = bound
  if (work.kind !== 'registration' && work.kind !== 'report') return reportsSent(scene, bound, doer)
  const { store } = engine.database
  const of = {
    ...{ planId: work.planId, deadlineId: work.id, subject: personId ? ('person' as const) : ('unit' as const) },
    ...{ personId, unitId, by: doer.id, at: now, late: false, lateReason: null, draftId: `d${count}`, year: 2024 },
  }
  const sent =
    work.kind === 'registration'
      ? await store.registrations.submit({ ...of, body: registrationBody(`Nội dung ${count}`) })
      : await store.reports.submit({ ...of, round: round.key, body: reportBody(`Nội dung ${count}`) })
  if (!sent.ok) return
  const paperId = 'registration' in sent ? sent.registration.id : sent.report.id
  set(world, bound, { state: 'waiting', paperId })
}

const fulfilled = ({ work, round, unitId, personId }: Bound) => ({
  ...{ deadlineId: work.id, subject: personId ? ('person' as const) : ('unit' as const) },
  ...{ subjectId: personId ?? unitId, ...(round.key && { round: round.key }) },
})

/** [Báo đã gửi]. */
async function reportsSent({ engine, world, now }: Scene, bound: Bound, doer: Person): Promise<void> {
  await engine.database.store.reminders.fulfil(fulfilled(bound), doer.id, now, 'reported')
  set(world, bound, { state: 'reported', reportedAt: now })
}
const saysSent: Deed = async (scene) => {
  const bound = anyBound(scene, (one) => isOpen(scene.world, one) && recordOf(scene.world, one).paperId === null)
  const doer = bound && doerOf(scene, bound)
  if (bound && doer && (await isHeardFrom(scene, doer))) await reportsSent(scene, bound, doer)
}

/** An admin sees a paper come, or that what was reported has not come. */
const arrives: Deed = async (scene) => {
  const { engine, world, now, random } = scene
  const bound = anyBound(scene, (one) => ['open', 'reported'].includes(recordOf(world, one).state))
  if (!bound || recordOf(world, bound).paperId !== null) return
  const { reminders } = engine.database.store
  const isReported = recordOf(world, bound).state === 'reported'
  if (isReported && random.chance(0.5)) {
    await reminders.reopen(fulfilled(bound))
    set(world, bound, { state: 'open', reportedAt: null })
  } else {
    await reminders.fulfil(fulfilled(bound), [...world.people.keys()][0] ?? '', now, 'received')
    set(world, bound, { state: 'received', reportedAt: null })
  }
}

/** A head approves, or asks for completion; or the author takes a paper back. */
const decides: Deed = async (scene) => {
  const { engine, world, now, random } = scene
  const papers = ['waiting', 'approved', 'returned']
  const bound = anyBound(
    scene,
    (one) => papers.includes(recordOf(world, one).state) && recordOf(world, one).paperId !== null,
  )
  if (!bound) return
  const { store } = engine.database
  const table = bound.work.kind === 'registration' ? store.registrations : store.reports
  const id = recordOf(world, bound).paperId ?? ''
  const seen = await table.byId(id)
  if (!seen) throw new Error(`There is no paper ${id}.`)
  const by = [...world.people.keys()][0] ?? ''
  const action = random.pick(['return', 'withdraw', 'approve'] as const)
  const to = { return: 'returned', withdraw: 'withdrawn', approve: 'approved' } as const
  if (seen.state === to[action] || (seen.state === 'returned' && action !== 'withdraw')) return
  await table.move({ id, seen, action, to: to[action], by, at: now, reason: 'chưa có số' })
  const isGone = action === 'withdraw'
  set(world, bound, isGone ? { state: 'open', paperId: null } : { state: to[action] as 'returned' | 'approved' })
}

/** [Nhắc lại sau]: an hour, or until the next working day. */
const putsOff: Deed = async (scene) => {
  const { engine, world, now, today, count } = scene
  const bound = anyBound(scene, (one) => isOpen(world, one))
  const doer = bound && doerOf(scene, bound)
  if (!bound || !doer || today > bound.lastDay || !(await isHeardFrom(scene, doer))) return
  const { store } = engine.database
  const person = await store.members.byId(doer.id)
  const turn = {
    ...{ store, person, now, today, zone, calendar: engine.calendar, texts: engine.texts('vi') },
    ...{ inboxId: count, say: () => {} },
  } as unknown as Turn
  const next = nextWorked(today)
  const how = plus(today, 1) === next ? 'tomorrow' : 'workday'
  await snooze(turn, [{ deadlineId: bound.work.id, round: bound.round.key }], how)
  if (next <= back(bound.lastDay)) world.snoozed.set(`${doer.id} ${concernOf(bound)}`, next)
}

const saysSomething: Deed = async (scene) => {
  await isHeardFrom(scene, scene.random.pick([...scene.world.people.values()]))
}

/** Somebody blocks the assistant, or comes back. */
const blocks: Deed = async (scene) => {
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
const moves: Deed = async ({ engine, world, random, today, now }) => {
  const work = random.pick(world.works.filter(({ live, recurring }) => live && !recurring))
  if (!work) return
  const lastDay = work.lastDay === null ? plus(today, random.int(5, 40)) : plus(work.lastDay, random.int(-10, 12))
  const deadline = worded(work.kind, lastDay, random.chance(0.6), null)
  await engine.database.store.plans.correctDeadline({ id: work.id, deadline, basis: null, by: null, at: now })
  work.lastDay = lastDay
  work.revision += 1
}

/** A leader gives one unit more time. */
const extends_: Deed = async (scene) => {
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
  { leads: [20, 3, 1, 0], counts: 'working', afterwards: true },
]

/** An admin sets another ladder for a kind of deadline. */
const setsLadder: Deed = async ({ engine, world, random }) => {
  world.ladders[random.pick(['registration', 'report', 'final_review'] as const)] = random.pick(ladders)
  const kinds = world.ladders
  await engine.database.store.settings.set(laddersKey, { usual: usualLadder, kinds })
}

const goesAway: Deed = async ({ engine, world, random, today, now }) => {
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
const storms: Deed = async ({ engine, world, random, today }) => {
  const place = { unitId: random.pick([...world.units.keys()].slice(1)), until: plus(today, random.int(1, 6)) }
  world.places = [...world.places.filter(({ until }) => until >= today), place]
  await engine.database.store.settings.set(placePausesKey, world.places)
}

/** Somebody retires, and somebody new begins. */
const leaves: Deed = async ({ engine, world, random, now, today }) => {
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

/** What may happen in an hour of an office, and how often. */
const deeds: [share: number, deed: Deed][] = [
  [40, submits],
  [8, saysSent],
  [8, arrives],
  [12, decides],
  [8, putsOff],
  [10, saysSomething],
  [4, blocks],
  [2, moves],
  [2, extends_],
  [0.4, setsLadder],
  [2, goesAway],
  [0.3, storms],
  [0.5, leaves],
]
const all = deeds.reduce((sum, [share]) => sum + share, 0)

export async function happens(scene: Scene): Promise<void> {
  let left = (scene.random.int(0, 9999) / 10_000) * all
  for (const [share, deed] of deeds) {
    left -= share
    if (left < 0) return deed(scene)
  }
}
