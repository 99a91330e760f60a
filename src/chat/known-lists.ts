import { type KnownLists, knownLists, knownListsKey, noLists } from '../domain/known-lists.ts'
import type { Turn } from './turn.ts'

/** What the agency has added to the lists of expired documents and former names. */
export const listsOf = async ({ store }: Pick<Turn, 'store'>): Promise<KnownLists> =>
  (await store.settings.get(knownListsKey, knownLists)) ?? noLists

/** Keeps the changed lists; the audit row tells what was added or taken out. */
export async function keepLists({ store, person, now }: Turn, lists: KnownLists, change: unknown): Promise<void> {
  await store.settings.set(knownListsKey, lists)
  const by = person?.id ?? null
  await store.audit.write({ at: now, by, action: 'setting.changed', subject: knownListsKey, detail: change })
}
