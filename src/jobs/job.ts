import type { Day, Instant } from '../domain/day.ts'
import type { Occasion, Reckoning } from '../domain/occasions.ts'
import type { Store } from '../store/store.ts'

/** When the store says so: the first such time after an instant. */
export type OnStore = { on: 'store'; next(store: Store, after: Instant): Promise<Instant | null> }

/** When a setting says so: the occasions that it names. */
type OnSetting = { on: 'setting'; read(store: Store): Promise<Occasion[]> }

/** One run of a job, inside the transaction that records it. `since`: the last day whose morning was done before. */
export type Run = Reckoning & { store: Store; now: Instant; today: Day; since: Day }

/** What happens without being asked: it only writes to the store. */
export type Job = (run: Run) => Promise<void>

/** `quiet`: nobody hears of it, and it is no event to move a clock to; else it runs in office hours only. */
export type TimetableRow = { name: string; when: Occasion | OnStore | OnSetting; quiet?: true; job: Job }
