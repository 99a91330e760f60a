/** The process in which a work reads much of the store (store-works.ts). */
import { answerParent } from './answer-parent.ts'
import { openReader } from './store/database.ts'
import { sqliteDialect } from './store/sqlite.ts'
import { doStoreWork, type StoreTask } from './store-works.ts'

answerParent(async (task) => {
  const asked = task as StoreTask
  const { store, close } = openReader(sqliteDialect(asked.databaseFile))
  return doStoreWork(store, asked).finally(close)
})
