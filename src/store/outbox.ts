import type { Instant } from '../domain/day.ts'
import { alarmKind, quotaSpent } from '../domain/outbox-alarm.ts'
import { type Db, sql } from './db.ts'
import { createOutboxBatch } from './outbox-batch.ts'
import type { OutboxRow, OutboxState } from './schema.ts'

type NewRow = Pick<OutboxRow, 'key' | 'kind' | 'body' | 'due_at' | 'created_at'> &
  Partial<Pick<OutboxRow, 'account_id' | 'person_id' | 'slot' | 'expires_at'>>

type Fate = {
  state: OutboxState
  outcome?: string | null
  sentAt?: Instant | null
  accountId?: string | null
  externalId?: string | null
  retryAt?: Instant | null
}

type Claim = {
  now: Instant
  realNow: Instant
  leaseMs: number
  most: number
  answersOnly?: boolean
  unsureOnly?: boolean
}

/** Messages to be sent: written first, then sent, then marked. */
export function createOutbox(db: Db) {
  /** What is due and free, of answers (an account `is not` null) or of news, the oldest first. */
  const pick = (
    { now, realNow, unsureOnly = false }: Claim,
    account: 'is' | 'is not',
    most: number,
  ): Promise<OutboxRow[]> => {
    const chat = sql<string>`coalesce(account_id, person_id)`
    return db
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('account_id', account, null)
      .where('due_at', '<=', now)
      .$if(unsureOnly, (query) => query.where('outcome', 'like', 'unknown%'))
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', realNow)]))
      .where((where) => {
        const held = db
          .selectFrom('outbox')
          .select(chat.as('chat'))
          .where('state', '=', 'waiting')
          .where('retry_at', '>', realNow)
        const isFree = where.or([where('retry_at', 'is', null), where('retry_at', '<=', realNow)])
        return where.or([where(chat, 'not in', held), where.and([where('kind', '=', alarmKind), isFree])])
      })
      .orderBy('due_at')
      .orderBy('id')
      .limit(most)
      .execute()
  }
  return {
    ...createOutboxBatch(db),
    /** Queues a message; false where its key stands there already. */
    async add(row: NewRow): Promise<boolean> {
      const blank = { account_id: null, person_id: null, slot: null, expires_at: null }
      const unsent = {
        lease_until: null,
        retry_at: null,
        attempts: 0,
        outcome: null,
        sent_at: null,
        sent_account_id: null,
        external_id: null,
      }
      const added = await db
        .insertInto('outbox')
        .values({ ...blank, ...unsent, ...row, state: 'waiting' })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('id')
        .executeTakeFirst()
      return added !== undefined
    },
    /**
     * Claims what is due (calendar time) and not waiting for a retry (real time) under a lease, answers before news,
     * then oldest first. Nothing is claimed for a chat in which an earlier message waits for its retry, but an alarm.
     */
    async claim(options: Claim): Promise<OutboxRow[]> {
      const { realNow, leaseMs, most, answersOnly = false } = options
      const due = await pick(options, 'is not', most)
      if (!answersOnly && due.length < most) due.push(...(await pick(options, 'is', most - due.length)))
      if (due.length === 0) return []
      const ids = due.map(({ id }) => Number(id))
      await db
        .updateTable('outbox')
        .set({ lease_until: realNow + leaseMs })
        .where('id', 'in', ids)
        .execute()
      return due
    },
    /** This row goes out now: until it is settled nobody knows whether it arrived. */
    async begin(id: number): Promise<void> {
      await db.updateTable('outbox').set({ state: 'sending' }).where('id', '=', id).execute()
    },
    /** Ends the leases of rows that never began to go out. */
    async release(): Promise<void> {
      await db.updateTable('outbox').set({ lease_until: null }).where('state', '=', 'waiting').execute()
    },
    async settle(id: number, fate: Fate): Promise<void> {
      const { state, outcome = null, sentAt = null, accountId = null, externalId = null, retryAt = null } = fate
      await db
        .updateTable('outbox')
        .set((set) => ({
          state,
          outcome,
          sent_at: sentAt,
          sent_account_id: accountId,
          external_id: externalId,
          retry_at: retryAt,
          lease_until: null,
          attempts: set('attempts', '+', 1),
        }))
        .where('id', '=', id)
        .execute()
    },
    /** Gives a claimed row back untried: one before it in its chat has to wait. */
    async putBack(id: number, retryAt: Instant): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ state: 'waiting', lease_until: null, retry_at: retryAt })
        .where('id', '=', id)
        .execute()
    },
    /** Puts a claimed row off to a later time of the calendar; no attempt is counted. */
    async postpone(id: number, dueAt: Instant): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ state: 'waiting', lease_until: null, due_at: dueAt })
        .where('id', '=', id)
        .execute()
    },
    /** What else is due for a person and was never tried, the oldest first. */
    dueOf: (personId: string, now: Instant) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .where('person_id', '=', personId)
        .where('state', '=', 'waiting')
        .where('attempts', '=', 0)
        .where('due_at', '<=', now)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>=', now)]))
        .orderBy('id')
        .execute(),
    /** Rows whose sender died with them: the message may have gone out. */
    lapsed: (realNow: Instant) =>
      db.selectFrom('outbox').selectAll().where('state', '=', 'sending').where('lease_until', '<', realNow).execute(),
    /** When the next message is due after an instant of calendar time; null: nothing waits. */
    async nextDueAt(after: Instant): Promise<Instant | null> {
      const row = await db
        .selectFrom('outbox')
        .select((select) => select.fn.min('due_at').as('next'))
        .where('state', '=', 'waiting')
        .where('due_at', '>', after)
        .executeTakeFirst()
      return row?.next ? Number(row.next) : null
    },
    byKey: (key: string) => db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst(),
    /** The last message of a slot that reached an account: what an edit replaces. */
    lastInSlot: (accountId: string, slot: string) =>
      db
        .selectFrom('outbox')
        .select(['external_id', 'sent_at'])
        .where('sent_account_id', '=', accountId)
        .where('slot', '=', slot)
        .where('state', '=', 'sent')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    /** What was last said in a slot, sent or not. */
    async bodyInSlot(accountId: string, slot: string): Promise<string | null> {
      const row = await db
        .selectFrom('outbox')
        .select('body')
        .where('account_id', '=', accountId)
        .where('slot', '=', slot)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.body ?? null
    },
    /** How many wait, and since when the oldest has been due; not those for which a channel's quota must come first, nor alarms. */
    async depth(now: Instant): Promise<{ waiting: number; oldestDueAt: Instant | null }> {
      const row = await db
        .selectFrom('outbox')
        .select((select) => [select.fn.countAll<number>().as('waiting'), select.fn.min('due_at').as('oldest')])
        .where('state', 'in', ['waiting', 'sending'])
        .where('due_at', '<=', now)
        .where('kind', '<>', alarmKind)
        .where((where) => where.or([where('outcome', 'is', null), where('outcome', '<>', quotaSpent)]))
        .executeTakeFirst()
      return { waiting: Number(row?.waiting ?? 0), oldestDueAt: row?.oldest ? Number(row.oldest) : null }
    },
  }
}
