import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'

const fileIn = (folder: string) => join(folder, 'bot.sqlite')

/** Writes into the store of a data folder while no program has it. */
export async function withStore<Result>(folder: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(sqliteDialect(fileIn(folder)))
  try {
    return await work(database.store)
  } finally {
    await database.close()
  }
}

/** A person with a chat on Telegram. */
export async function addPerson(store: Store, { name, chat, unitId }: { name: string; chat: number; unitId: string }) {
  const personId = await store.people.add({ name, position: '', language: 'vi' })
  const account = await store.accounts.seen({
    ...{ channel: 'telegram', chat: String(chat), sender: String(chat) },
    ...{ language: null, at: 0 },
  })
  await store.accounts.link(account.id, personId, 0)
  await store.people.addRole({ personId, unitId, role: 'official' }, 0)
  return personId
}

type Sent = { key: string; state: string; outcome: string | null; chat: string }

/** Looks into the store of a running program. */
export function lookInto(folder: string) {
  const db = new DatabaseSync(fileIn(folder), { readOnly: true, timeout: 5000 })
  const count = (sql: string, ...values: number[]) => Number((db.prepare(sql).get(...values) as { n: number }).n)
  return {
    /** Is everything handled that came in, and sent that is due? */
    isSettled: (at: number) =>
      count('select count(*) as n from inbox where done_at is null') === 0 &&
      count("select count(*) as n from outbox where state in ('waiting', 'sending') and due_at <= ?", at) === 0,
    failed: () => count('select count(*) as n from inbox where failed is not null'),
    /** How many papers of a kind there are. */
    kept: (table: 'registration' | 'report') => count(`select count(*) as n from ${table}`),
    /** What went to whom, after a row of the outbox. */
    outbox: (after = 0) =>
      db
        .prepare(
          `select outbox.key, outbox.state, outbox.outcome, account.chat from outbox
           join account on account.id = outbox.account_id or account.person_id = outbox.person_id
           where outbox.id > ? order by outbox.id`,
        )
        .all(after) as Sent[],
    /** How many messages a dead program left without an outcome, or that are to be tried once more. */
    underWay: () =>
      count(
        "select count(*) as n from outbox where state = 'sending' or (state = 'waiting' and outcome like 'unknown%')",
      ),
    lastId: () => count('select coalesce(max(id), 0) as n from outbox'),
    integrity: () =>
      String((db.prepare('pragma integrity_check').get() as { integrity_check: string }).integrity_check),
    close: () => db.close(),
  }
}
