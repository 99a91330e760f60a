import type { Draft, DraftStore, Drafts } from './drafts.ts'

/** A person's drafts during one turn: changed here, written once, before the turn is committed. */
export type Session = {
  readonly active: Draft | null
  find(dialog: string): Draft | null
  /** Puts a draft and makes it the one that takes what is typed. */
  put(draft: Draft): void
  /** Sets the active one aside; it stays as a draft. */
  leave(): void
  drop(dialog: string): void
  /** A stranger has become this new person: what is put is theirs. */
  adopt(personId: string): void
  write(): Promise<void>
}

/** Opens the drafts of a person for handling one inbox row. A stranger (null) has none and keeps none. */
export async function openSession(
  store: DraftStore,
  personId: string | null,
  inboxId: number,
  realNow: number,
): Promise<Session> {
  const before = personId === null ? { active: null, byDialog: {} } : await store.load(personId, inboxId, realNow)
  let now: Drafts = before
  let owner = personId
  const find = (dialog: string) => now.byDialog[dialog] ?? null
  return {
    get active() {
      return now.active === null ? null : find(now.active)
    },
    find,
    put(draft) {
      now = { active: draft.dialog, byDialog: { ...now.byDialog, [draft.dialog]: draft } }
    },
    leave() {
      now = { ...now, active: null }
    },
    drop(dialog) {
      const { [dialog]: _dropped, ...byDialog } = now.byDialog
      now = { active: now.active === dialog ? null : now.active, byDialog }
    },
    adopt(personId) {
      owner = personId
    },
    async write() {
      if (owner !== null && now !== before) await store.save(owner, inboxId, { before, now })
    },
  }
}
