import { back, type Day, forth, plus } from './own-calendar.ts'
import { dayBefore, daysLeft, quieter, stepsOf } from './own-ladder.ts'
import {
  type Absence,
  type Bound,
  boundBy,
  concernOf,
  isOpen,
  type Ladder,
  type Person,
  type Role,
  recordOf,
  usualLadder,
  type World,
} from './world.ts'

// Who must hear what, reckoned from what the product promises alone.

const ladderOf = ({ ladders }: World, { work }: Bound): Ladder => ladders[work.kind] ?? usualLadder
/** From the last morning that was done to this one. */
export type Morning = { since: Day; today: Day }

/** Somebody is to hear of something this morning, on the rung (nominal) that brings it. */
export type Owed = {
  personId: string
  concern: string
  bound: Bound
  rung: number
  as: 'bound' | 'head' | 'deputy'
  /** Not because quiet ends or something was lost. */
  isOfLadder: boolean
}

const between = (day: Day, { since, today }: Morning) => day > since && day <= today

function awayToday({ absences }: World, today: Day): Map<string, Absence> {
  return new Map(absences.filter(({ from, to }) => from <= today && today <= to).map((one) => [one.personId, one]))
}

/** Who holds which roles today: their own, and as a stand-in those of a head or focal point who is away. */
function rolesOn(world: World, today: Day): Map<string, Map<Role['role'], string[]>> {
  const roles = new Map<string, Map<Role['role'], string[]>>()
  const give = (personId: string, { unitId, role }: Role) => {
    const unit = roles.get(unitId) ?? new Map<Role['role'], string[]>()
    const holders = unit.get(role) ?? []
    if (!holders.includes(personId)) unit.set(role, [...holders, personId])
    roles.set(unitId, unit)
  }
  for (const { id, left, roles: own } of world.people.values()) if (!left) for (const role of own) give(id, role)
  for (const { personId, standInId } of awayToday(world, today).values())
    for (const role of world.people.get(personId)?.roles ?? [])
      if (standInId && (role.role === 'head' || role.role === 'clerk')) give(standInId, role)
  return roles
}

/** The offices of a day. */
export type Office = {
  away: Map<string, Absence>
  holders(unitId: string, ...roles: Role['role'][]): string[]
  headsOver(unitId: string): string[]
}

/** The offices of a day: who is away, who holds which role, which heads answer for a unit. */
export function officeOn(world: World, today: Day): Office {
  const roles = rolesOn(world, today)
  const holders = (unitId: string, ...wanted: Role['role'][]) => [
    ...new Set(wanted.flatMap((role) => roles.get(unitId)?.get(role) ?? [])),
  ]
  function headsOver(unitId: string): string[] {
    const own = holders(unitId, 'head')
    const parent = world.units.get(unitId)?.parentId
    return own.length > 0 || !parent ? own : headsOver(parent)
  }
  return { away: awayToday(world, today), holders, headsOver }
}

const isBelow = ({ units }: World, unitId: string, above: string): boolean => {
  for (let id: string | null | undefined = unitId; id; id = units.get(id)?.parentId) if (id === above) return true
  return false
}
const isPaused = (world: World, unitId: string, today: Day): boolean =>
  world.places.some((place) => today <= place.until && isBelow(world, unitId, place.unitId))

/** Long away on the last safe day: not counted among the missing, unless something is recorded. */
const isCounted = (world: World, { personId, lastDay }: Bound): boolean =>
  !world.absences.some((one) => one.isLong && one.personId === personId && one.from <= lastDay && lastDay <= one.to)

export const remindedKey = (personId: string, bound: Bound) => `${personId} ${concernOf(bound)} ${bound.revision}`
const isChased = (world: World, bound: Bound) =>
  bound.personId !== null && isOpen(world, bound) && isCounted(world, bound)
const isSubordinate = (world: World, { unitId }: Bound) => world.units.get(unitId)?.relation === 'subordinate'

/** Told on an earlier morning, and not a sign of them since on any channel. */
function isSilent(world: World, bound: Bound, today: Day): boolean {
  const [first] = world.reminded.get(remindedKey(bound.personId ?? '', bound)) ?? []
  const seenAt = world.people.get(bound.personId ?? '')?.seenAt ?? 0
  return first !== undefined && first < today && seenAt < Date.parse(`${first}T07:30:00+07:00`)
}

/** Everything near enough to a day to be spoken of on it. */
const around = (today: Day) => ({ from: plus(today, -40), to: plus(today, 80) })

/** All that is owed this morning. */
export function owedOn(world: World, morning: Morning, office: Office): Owed[] {
  const owed: Owed[] = []
  for (const work of world.works)
    for (const bound of boundBy(world, work, around(morning.today))) {
      if (!isOpen(world, bound) || isPaused(world, bound.unitId, morning.today)) continue
      owed.push(...owedFor(world, bound, morning, office))
    }
  return owed
}

function owedFor(world: World, bound: Bound, morning: Morning, office: Office): Owed[] {
  const { today } = morning
  const opens = bound.round.opens
  const span = { since: opens !== null && opens > morning.since ? opens : morning.since, today }
  const ladder = ladderOf(world, bound)
  const steps = stepsOf(bound.lastDay, ladder)
  const isAhead = today <= bound.lastDay
  const heads = between(dayBefore(bound.lastDay, 1, ladder), span) && isAhead
  const deputies = between(dayBefore(bound.lastDay, 3, ladder), span) && isAhead
  const late = steps.filter(({ day }) => between(day, span)).at(-1)?.rung === -1
  const concern = concernOf(bound)
  const to = (personId: string, rung: number, as: Owed['as'], isOfLadder = true): Owed => {
    return { personId, concern, bound, rung, as, isOfLadder }
  }

  const owed: Owed[] = []
  for (const personId of hearersOf(bound, heads, office)) {
    const found = rungFor(world, personId, bound, span)
    if (found) owed.push(to(personId, found.rung, 'bound', found.isOfLadder))
  }
  // What nobody could be told yesterday is still to be told.
  const wasLost = (personId: string, ...rungs: number[]) =>
    rungs.some((rung) => world.owed.get(remindedKey(personId, bound))?.has(rung))
  const isOther = (personId: string) => personId !== bound.personId && !office.away.has(personId)
  if (isChased(world, bound) && (isAhead || isSubordinate(world, bound)))
    for (const head of office.headsOver(bound.unitId).filter(isOther))
      if (heads || late || wasLost(head, 1, -1)) owed.push(to(head, isAhead ? 1 : -1, 'head'))
  if (isAhead && isWantedOfDeputies(world, bound, today, office))
    for (const clerk of office.holders(bound.unitId, 'clerk').filter(isOther))
      if (deputies || wasLost(clerk, 3)) owed.push(to(clerk, 3, 'deputy'))
  return owed
}

/** The person bound, for a unit its heads and focal points; who is away once only, and who stands in for them. */
function hearersOf({ personId, unitId }: Bound, heads: boolean, { away, holders }: Office): string[] {
  const told = personId === null ? holders(unitId, 'head', 'clerk') : [personId]
  const there = told.filter((one) => heads || !away.has(one))
  const instead = personId === null ? [] : told.flatMap((one) => away.get(one)?.standInId ?? [])
  return [...new Set([...there, ...instead])]
}

type Found = { rung: number; isOfLadder: boolean }

function rungFor(world: World, personId: string, bound: Bound, span: Morning): Found | null {
  const { today } = span
  const ladder = ladderOf(world, bound)
  const isQuiet = world.people.get(personId)?.quiet ?? false
  const steps = stepsOf(bound.lastDay, isQuiet ? quieter(ladder) : ladder)
  const rung = steps.filter(({ day }) => between(day, span)).at(-1)?.rung ?? null
  const until = world.snoozed.get(`${personId} ${concernOf(bound)}`)
  if (until !== undefined && until > today && back(bound.lastDay) !== today) return null
  if (rung !== null) return { rung, isOfLadder: true }
  if (until !== undefined && between(until, span))
    return { rung: today > bound.lastDay ? -1 : daysLeft(bound.lastDay, today, ladder), isOfLadder: false }
  const lost = world.owed.get(remindedKey(personId, bound))
  return lost ? { rung: Math.min(...lost), isOfLadder: false } : null
}

function isWantedOfDeputies(world: World, bound: Bound, today: Day, { away }: Office): boolean {
  const standIn = away.get(bound.personId ?? '')?.standInId
  return (
    isChased(world, bound) && isSubordinate(world, bound) && isSilent(world, bound, today) && (standIn ?? null) === null
  )
}

type Said = { concern: string; rungs: Set<number>; revisions: Set<number> | null }

/** Is there still something to say to somebody of what a message was to bring, now that it goes out? */
export function stillSays(world: World, person: Person, said: Said, today: Day, office: Office): Bound | null {
  const work = world.works.find(({ id }) => said.concern.startsWith(`${id} `))
  const all = work ? boundBy(world, work, around(today)).filter((one) => concernOf(one) === said.concern) : []
  const stands = all.filter((one) => (said.revisions?.has(one.revision) ?? true) && isOpen(world, one))
  const until = world.snoozed.get(`${person.id} ${said.concern}`)
  const isQuiet = (one: Bound) => until !== undefined && until > today && back(one.lastDay) !== today
  const own = stands.find((one) => {
    const isTheirs =
      one.personId === null
        ? office.holders(one.unitId, 'head', 'clerk').includes(person.id)
        : one.personId === person.id || office.away.get(one.personId)?.standInId === person.id
    return isTheirs && !isQuiet(one)
  })
  if (own) return own
  const isLate = (one: Bound) => today > one.lastDay
  const under = (one: Bound) =>
    one.personId !== null &&
    one.personId !== person.id &&
    isChased(world, one) &&
    office.headsOver(one.unitId).includes(person.id)
  if (said.rungs.has(1) || said.rungs.has(-1)) {
    const missing = stands.find((one) => under(one) && (!isLate(one) || isSubordinate(world, one)))
    if (missing) return missing
  }
  if (!said.rungs.has(3)) return null
  const silent = stands.find(
    (one) =>
      one.personId !== null &&
      one.personId !== person.id &&
      !isLate(one) &&
      office.holders(one.unitId, 'clerk').includes(person.id) &&
      isWantedOfDeputies(world, one, today, office),
  )
  return silent ?? null
}

/** What was reported sent and is neither seen nor taken back. */
export const isStillReported = (world: World, bound: Bound): boolean =>
  recordOf(world, bound).state === 'reported' &&
  bound.work.live &&
  (bound.personId === null || world.people.get(bound.personId)?.left === false)

/** On the second working day after it was reported sent, the admins are asked: not the person. */
export function askedOn(world: World, morning: Morning): Bound[] {
  return [...world.recorded.values()].flatMap(({ bound, reportedAt }) => {
    if (reportedAt === null || !isStillReported(world, bound)) return []
    const day = new Date(reportedAt + 7 * 3_600_000).toISOString().slice(0, 10)
    return between(forth(plus(forth(plus(day, 1)), 1)), morning) ? [bound] : []
  })
}
