import { aggregateWork } from './aggregate-work.ts'
import { createWorkCalendar } from './chat/work-calendar.ts'
import type { Clock, Instant } from './domain/day.ts'
import type { Work } from './jobs/work.ts'
import { rehearseWork } from './rehearse-work.ts'
import { createFileStore } from './store/file-store.ts'
import type { AccountRow } from './store/schema.ts'
import type { Store } from './store/store.ts'
import { createTexts } from './texts/texts.ts'
import { type Took, workApart } from './work-apart.ts'

const kinds = ['aggregate', 'rehearse'] as const
type Kind = (typeof kinds)[number]

/** Where what is kept lies, for another process to open. */
export type Kept = { databaseFile: string; filesDir: string }

/** All that a work needs in another process; instants are the calendar's. */
export type StoreTask = Kept & {
  kind: Kind
  zone: string
  now: Instant
  asked: Record<string, unknown>
  account: AccountRow
}

const child = new URL('./store-work-child.ts', import.meta.url)
const bounds = { heapMb: 256, mostMs: 10 * 60_000 }

type Given = Kept & { clock: Clock; zone: string; ended?: (took: Took) => void }

/** Slow works that read much of the store, each in a process of its own: neither this one's turns nor its memory feel them. */
export function storeWorks({ databaseFile, filesDir, zone, clock, ended }: Given): Record<Kind, Work> {
  const apart =
    (kind: Kind): Work =>
    (asked, account, { signal }) => {
      const task: StoreTask = { databaseFile, filesDir, zone, kind, now: clock.now(), asked, account }
      return workApart(child, task, { ...bounds, signal, ...(ended && { ended }) })
    }
  return { aggregate: apart('aggregate'), rehearse: apart('rehearse') }
}

/** The work itself, in that process. */
export async function doStoreWork(store: Store, { kind, filesDir, zone, now, asked, account }: StoreTask) {
  const calendar = createWorkCalendar()
  await calendar.reload(store)
  const files = createFileStore(filesDir)
  const given = { database: { store }, files, clock: { now: () => now }, calendar, zone, texts: createTexts()('vi') }
  const works: Record<Kind, Work> = { aggregate: aggregateWork(given), rehearse: rehearseWork(given) }
  return works[kind](asked, account, { signal: new AbortController().signal, report: () => {} })
}
