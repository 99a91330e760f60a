import { z } from 'zod'
import type { Keyed } from '../store/keyed.ts'

const at = z.object({ step: z.string(), item: z.int().optional() })

const draft = z.object({
  id: z.string(),
  dialog: z.string(),
  version: z.int(),
  at,
  history: z.array(at),
  answers: z.unknown(),
  expiresAt: z.number(),
})
/** One dialog underway. `id` tells it from an earlier draft of the same dialog. */
export type Draft = z.infer<typeof draft>

const drafts = z.object({ active: z.string().nullable(), byDialog: z.record(z.string(), draft) })
/** All drafts of one person, and which of them takes what is typed. */
export type Drafts = z.infer<typeof drafts>

const record = z.object({ inboxId: z.int(), now: drafts, before: drafts })

const noDrafts: Drafts = { active: null, byDialog: {} }

const longestDays = 90

export type DraftStore = {
  /**
   * A person's drafts as they were before this inbox row was handled: when a crash came between writing the drafts and
   * committing the turn, handling the row again starts from the same place and does the same once.
   */
  load(personId: string, inboxId: number, realNow: number): Promise<Drafts>
  save(personId: string, inboxId: number, change: { before: Drafts; now: Drafts }): Promise<void>
  /** Every draft that anybody may still come back to; `openRows`: inbox rows that are to be handled (again). */
  all(realNow: number, openRows: ReadonlySet<number>): Promise<Draft[]>
}

/** Drafts in the keyed store, by person, so that they move between channels. */
export function createDraftStore(keyed: Keyed): DraftStore {
  return {
    async load(personId, inboxId, realNow) {
      const found = record.safeParse(await keyed.get(personId))
      if (!found.success) return noDrafts
      const { active, byDialog } = found.data.inboxId === inboxId ? found.data.before : found.data.now
      const kept = Object.fromEntries(Object.entries(byDialog).filter(([, one]) => one.expiresAt > realNow))
      return { active: active && kept[active] ? active : null, byDialog: kept }
    },
    save: (personId, inboxId, { before, now }) =>
      keyed.set(personId, { inboxId, now, before }, longestDays * 86_400_000),
    async all(realNow, openRows) {
      const all: Draft[] = []
      for await (const value of keyed.values()) {
        const { inboxId, now, before } = record.parse(value)
        all.push(...Object.values(now.byDialog), ...(openRows.has(inboxId) ? Object.values(before.byDialog) : []))
      }
      return all.filter(({ expiresAt }) => expiresAt > realNow)
    },
  }
}
