import { readDigest } from './chat/read-digest.ts'
import { readMatters, subjectsOf } from './chat/reminder-matters.ts'
import { announcePlan } from './chat/tell-plan.ts'
import { type Clock, type Day, dayOf, isoOf } from './domain/day.ts'
import type { Rung } from './domain/ladder.ts'
import type { Obligation } from './domain/obligation.ts'
import type { Reckoning } from './domain/occasions.ts'
import type { Language, Member, Role } from './domain/person.ts'
import type { DeadlineKind } from './domain/plan.ts'
import { composers } from './jobs/compose.ts'
import { type Composing, outboxBody } from './jobs/composed.ts'
import type { Database } from './store/database.ts'
import type { OutboxRow } from './store/schema.ts'
import type { Store } from './store/store.ts'
import type { Texts } from './texts/texts.ts'

type Mention = { plan: string; kind: DeadlineKind; on: Day | null; lastDay: Day | null; rung: Rung | null }

/** One message that would be sent. `rung` is the smallest that falls on its morning; null outside reminders. */
export type Line = { at: string; kind: string; to: string; role: Role; deadlines: Mention[] }

type Postbox = Reckoning & {
  database: Database
  clock: Clock
  texts: (language: Language) => Texts
  print: (line: Line) => void
}

const atOnce = 500
const leaseMs = 60_000

/** Stands where the channels are: composes what is due, prints what it is about, and marks it sent. */
export function createPostbox(postbox: Postbox) {
  const { database, clock, calendar, zone } = postbox
  const today = () => dayOf(clock.now(), zone)

  async function sendRow(row: OutboxRow): Promise<boolean> {
    const line = await database.transaction((store) => lineOf(postbox, store, row))
    const outcome = line ? ({ state: 'sent', sentAt: clock.now() } as const) : ({ state: 'dropped' } as const)
    await database.store.outbox.settle(Number(row.id), outcome)
    if (line) postbox.print(line)
    return line !== null
  }

  return {
    /** Queues a plan's announcement for everybody it binds. */
    announce: (planId: string) =>
      database.transaction((store) =>
        announcePlan({ store, calendar, today: today(), tell: tellThrough(postbox, store) }, planId),
      ),
    /** Sends all that is due; with how many messages went out. */
    async send(): Promise<number> {
      let sent = 0
      for (;;) {
        const now = clock.now()
        const rows = await database.store.outbox.claim({ now, realNow: now, leaseMs, most: atOnce })
        if (rows.length === 0) return sent
        for (const row of rows) if (await sendRow(row)) sent += 1
      }
    },
  }
}

const tellThrough =
  ({ clock, texts }: Postbox, store: Store): Parameters<typeof announcePlan>[0]['tell'] =>
  async (personId, key, kind, write) => {
    const { blocks } = write(texts('vi'))
    const body = JSON.stringify({ type: 'message', message: { blocks, buttons: [] } })
    await store.outbox.add({ key, person_id: personId, kind, body, due_at: clock.now(), created_at: clock.now() })
  }

async function lineOf(postbox: Postbox, store: Store, row: OutboxRow): Promise<Line | null> {
  const { clock, calendar, zone, texts } = postbox
  const member = row.person_id ? await store.members.byId(row.person_id) : null
  if (!member) return null
  const now = clock.now()
  const composing = { member, now, today: dayOf(now, zone), zone, calendar, texts: texts(member.language) }
  const body = outboxBody.parse(JSON.parse(row.body))
  if (body.type === 'compose' && !(await composers[body.composer]?.(store, body.args, composing))) return null
  const deadlines = await mentionsOf(store, row, composing)
  if (deadlines.length === 0 && (row.kind === 'reminder' || row.kind === 'overdue')) return null
  return { at: isoOf(now, zone), kind: row.kind, to: member.id, role: roleOf(member), deadlines }
}

/** What names no day itself is told of in announcements only, as the form of a replay has it: no rounds. */
const isDated = ({ round }: { round: string | null }) => round === null

/** Which deadlines the message speaks of. */
async function mentionsOf(store: Store, row: OutboxRow, composing: Composing): Promise<Mention[]> {
  const { member, today } = composing
  if (row.kind === 'announcement') {
    const planId = row.key.split(':')[1] ?? ''
    const bound = await store.obligations.find({ planId, personId: member.id })
    return bound.filter(({ lastDay }) => lastDay === null || lastDay >= today).map((one) => mention(one, null))
  }
  if (row.kind === 'digest') {
    const digest = await readDigest(store, member, composing)
    const spokenOf = digest ? [...digest.progress, ...digest.own, ...digest.ahead] : []
    return spokenOf.filter(isDated).map((one) => mention(one, null))
  }
  const reminders = await store.reminders.ofMessage(row.key)
  const rungOf = ({ deadlineId, round }: { deadlineId: string; round: string | null }) =>
    Math.min(...reminders.filter((one) => one.deadlineId === deadlineId && one.round === round).map(({ rung }) => rung))
  const matters = await readMatters(store, await subjectsOf(store, row.key), composing)
  return matters.filter(isDated).map((one) => mention(one, rungOf(one)))
}

const mention = (one: Pick<Obligation, 'plan' | 'kind' | 'deadline' | 'lastDay'>, rung: Rung | null): Mention => ({
  ...{ plan: one.plan, kind: one.kind, on: one.deadline.on, lastDay: one.lastDay, rung },
})

/** The widest role that somebody holds. */
function roleOf({ memberships }: Member): Role {
  const held = memberships.map(({ role }) => role)
  return (['admin', 'head', 'clerk'] as const).find((role) => held.includes(role)) ?? 'official'
}
