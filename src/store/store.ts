import { createAccounts } from './accounts.ts'
import { createAudit } from './audit.ts'
import type { Db } from './db.ts'
import { createInbox } from './inbox.ts'
import { createOutbox } from './outbox.ts'
import { createSettings } from './settings.ts'
import { createTasks } from './tasks.ts'

/** All repositories over one database or one transaction; one line for each file of this folder. */
export function createStore(db: Db) {
  return {
    accounts: createAccounts(db),
    audit: createAudit(db),
    inbox: createInbox(db),
    outbox: createOutbox(db),
    settings: createSettings(db),
    tasks: createTasks(db),
  }
}

export type Store = ReturnType<typeof createStore>
