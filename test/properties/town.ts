import type { Turn } from '../../src/chat/turn.ts'
import type { AudienceMember } from '../../src/domain/audience.ts'
import { officeCalendar } from '../../src/domain/calendar.ts'
import { addDays, type Day, instantOf } from '../../src/domain/day.ts'
import type { Role } from '../../src/domain/person.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { subtreeOf } from '../../src/domain/unit-tree.ts'
import type { Database } from '../../src/store/database.ts'
import type { AccountRow } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { deadlineWith } from '../domain/plan-drafts.ts'
import { communeDraft, registrationDeadline } from '../store/seed-plan.ts'

export const zone = 'Asia/Ho_Chi_Minh'
const texts = createTexts()
const calendar = officeCalendar()

/** Who works in the commune: two admins, two unions with a head each, one of them with a focal point. */
// biome-ignore format: a table keeps its columns
const staff: [name: string, unit: number, ...roles: Role[]][] = [
  ['Trần Thị Bình',   0, 'admin'],
  ['Đỗ Văn Khôi',     0, 'admin', 'official'],
  ['Y Bhôk Niê',      1, 'head'],
  ['Lê Thị Hoa',      1, 'clerk'],
  ['Nguyễn Thị Lan',  1, 'official'],
  ['Phạm Văn Em',     2, 'head'],
  ['H’Wương Ê-ban',   2, 'official'],
]
const unitNames = ['UBND xã Ea Mẫu', 'Hội Nông dân xã', 'Hội Phụ nữ xã']

/** A commune in one transaction, on a day that can be moved, with its plan, whose deadlines lie three weeks apart. */
export type Town = {
  store: Store
  people: string[]
  unitIds: string[]
  planId: string
  deadlines: { registration: string; report: string }
  today: Day
  turns: number
}

async function openTown(store: Store): Promise<Town> {
  const unitIds: string[] = []
  for (const name of unitNames)
    unitIds.push(await store.units.add({ parentId: unitIds[0] ?? null, name, relation: 'subordinate' }))
  const people: string[] = []
  for (const [name, unit, ...roles] of staff) {
    const personId = await store.people.add({ name, position: 'Công chức', language: 'vi' })
    people.push(personId)
    for (const role of roles) await store.people.addRole({ personId, unitId: unitIds[unit] ?? '', role }, 0)
  }
  const report = deadlineWith({
    kind: 'report',
    on: '2024-04-30',
    lastDay: '2024-04-29',
    quote: 'Báo cáo trước ngày 30/4.',
  })
  const audience = unitIds.flatMap((unitId): AudienceMember[] => [
    { unitId, subject: 'unit' },
    { unitId, subject: 'person' },
  ])
  const { planId } = await store.plans.publish({
    ...{ shortName: 'thi đua 120 năm', draft: communeDraft, unique: false, file: null, by: people[0] ?? null, at: 0 },
    identity: identityOf(communeDraft, communeDraft.title ?? ''),
    deadlines: [registrationDeadline, report].map((deadline) => ({ deadline, audience })),
  })
  const [first, second] = await store.plans.deadlinesOf(planId)
  const deadlines = { registration: first?.id ?? '', report: second?.id ?? '' }
  return { store, people, unitIds, planId, deadlines, today: '2024-04-05', turns: 0 }
}

const account = (personId: string): AccountRow => ({
  ...{ id: `account-${personId}`, channel: 'memory', chat: personId, sender: personId, person_id: personId },
  ...{ language: 'vi', linked_at: 0, last_seen_at: 0, blocked_at: null, rank: null },
})

const never = (what: string) => () => {
  throw new Error(`No rule of a paper wants ${what}.`)
}

/** What somebody does now: a turn whose answers are written, and go nowhere. */
export async function turnOf(town: Town, personId: string): Promise<Turn> {
  town.turns += 1
  const { store, today, turns } = town
  const now = instantOf(today, '09:00', zone) + turns * 1000
  const what = { kind: 'text' as const, text: '' }
  const sender = { channel: 'memory', chat: personId, sender: personId, displayName: null, language: null }
  return {
    ...{ store, today, now, realNow: now, zone, calendar, texts: texts('vi'), inboxId: turns },
    ...{ account: account(personId), person: await store.members.byId(personId), incoming: { ...sender, what } },
    reply: () => {},
    say: (key, values) => void texts('vi').t(key, values),
    tell: async (_personId, _key, _kind, write) => void write(texts('vi')),
    ...{ admit: never('a stranger'), begin: never('a dialog'), draftOf: never('a draft'), resume: never('a draft') },
    ...{ dropDraft: never('a draft'), run: never('a command'), startTask: never('slow work') },
    services: {
      ...{ throttle: never('a throttle'), joinLinks: () => [], invitationLink: () => null, invitationPage: () => null },
      ...{
        groupLinks: () => [],
        homeLink: () => null,
        pageLink: () => null,
        calendarLink: () => null,
        commands: () => [],
        isCommand: () => false,
      },
      ...{ keepFile: never('a file'), fileBytes: async () => null },
    },
  }
}

export const later = (town: Town, days: number): void => {
  town.today = addDays(town.today, days)
}

/** Does somebody hold a role in the unit, or one of these above it, now (lent roles too)? */
export async function rules(store: Store, personId: string, unitId: string, ...wanted: Role[]): Promise<boolean> {
  const units = await store.units.all()
  const held = (await store.people.memberships()).filter((one) => one.personId === personId)
  return held.some((one) => wanted.includes(one.role) && subtreeOf(units, one.unitId).has(unitId))
}

const undone = new Error('The town is undone.')

/** Lets something happen in a fresh town, and undoes all of it: the database is opened once. */
export async function inTown(database: Database, happens: (town: Town) => Promise<void>): Promise<void> {
  const work = database.transaction(async (store) => {
    await happens(await openTown(store))
    throw undone
  })
  await work.catch((error: unknown) => {
    if (error !== undone) throw error
  })
}
