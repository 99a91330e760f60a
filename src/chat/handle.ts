import type { Store } from '../store/store.ts'
import type { Core } from './core.ts'
import { createTurn } from './create-turn.ts'
import { incoming as incomingSchema } from './incoming.ts'
import { type Message, message } from './message.ts'
import { route } from './route.ts'
import { openSession } from './session.ts'

/**
 * Handles one inbox row once: what it changes, what it answers and that it is done are committed together. The person's
 * drafts are written just before, in a form that makes handling the same row again do the same. A bug undoes the turn,
 * is logged under a number, and the person is told the number.
 */
export async function handleInbox(core: Core, inboxId: number): Promise<void> {
  try {
    const done = await core.database.transaction((store) => handleIn(core, store, inboxId))
    if (done?.settings && 'reload' in core.calendar) await core.calendar.reload(core.database.store)
    if (done) core.committed({ ...done, failed: false })
  } catch (error) {
    const incident = core.newId().slice(0, 4).toUpperCase()
    core.failed({ incident, inboxId, error })
    const channel = await core.database.transaction((store) => apologize(core, store, inboxId, incident))
    core.committed({ channel, replies: 1, failed: true })
  }
}

/** `settings`: have any been changed? */
type Handled = { channel: string; replies: number; settings: boolean }

/** Null: it was handled before. */
async function handleIn(core: Core, store: Store, inboxId: number): Promise<Handled | null> {
  const row = await store.inbox.byId(inboxId)
  if (!row || row.done_at !== null) return null
  const incoming = incomingSchema.parse(JSON.parse(row.body))
  const now = core.clock.now()
  const account = await store.accounts.seen({ ...incoming, at: now })
  if (incoming.what.kind === 'blocked') await store.accounts.block(account.id, now)
  const person = account.person_id ? await store.members.byId(account.person_id) : null
  const session = await openSession(core.drafts, person?.id ?? null, inboxId, core.realClock.now())
  const { turn, replies } = createTurn({ core, store, session, incoming, inboxId, account, person })
  await route(core, turn, session, replies)
  await queueReplies(core, store, { inboxId, accountId: account.id, personId: person?.id ?? null, now }, replies)
  await session.write()
  await store.inbox.done(inboxId, now)
  return { channel: row.channel, replies: replies.length, settings: store.settings.touched() }
}

type Addressee = { inboxId: number; accountId: string; personId: string | null; now: number }

async function queueReplies(core: Core, store: Store, to: Addressee, replies: Message[]): Promise<void> {
  const owner = to.personId ? { personId: to.personId } : { accountId: to.accountId }
  for (const [index, reply] of replies.entries()) {
    const body = JSON.stringify({ type: 'message', message: await core.tokens.mint(reply, owner) })
    const key = `reply:${to.inboxId}:${index}`
    const row = {
      key,
      account_id: to.accountId,
      kind: 'reply',
      body,
      slot: reply.slot ?? null,
      due_at: to.now,
      created_at: to.now,
    }
    await store.outbox.add(row)
  }
}

async function apologize(core: Core, store: Store, inboxId: number, incident: string): Promise<string> {
  const row = await store.inbox.byId(inboxId)
  if (!row || row.done_at !== null) return row?.channel ?? ''
  const now = core.clock.now()
  await store.inbox.done(inboxId, now, incident)
  const incoming = incomingSchema.safeParse(JSON.parse(row.body))
  if (!incoming.success) return row.channel
  const account = await store.accounts.seen({ ...incoming.data, at: now })
  const said = message(core.texts(account.language ?? 'vi').t('chat.errors.incident', { code: incident }))
  await queueReplies(core, store, { inboxId, accountId: account.id, personId: account.person_id, now }, [said])
  return row.channel
}
