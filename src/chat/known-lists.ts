import { expiredDocuments } from '../domain/expired-documents.ts'
import { type KnownLists, knownLists, knownListsKey, noLists } from '../domain/known-lists.ts'
import { unitsUnder } from '../domain/rights.ts'
import { rootOf } from '../domain/unit-tree.ts'
import { formatFull } from '../texts/days.ts'
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

/** The lists hold for the whole agency: its own admins change them. */
export async function mayChangeLists({ person, store }: Pick<Turn, 'person' | 'store'>): Promise<boolean> {
  const units = await store.units.all()
  const root = rootOf(units)
  return person !== null && root !== null && unitsUnder(person, units, 'admin').has(root.id)
}

/** Both lists as an admin reads them; `own` are the entries that can be taken out again. */
export async function listWords(turn: Turn): Promise<{ text: string; own: number }> {
  const { t } = turn.texts
  const { documents, names } = await listsOf(turn)
  const all = expiredDocuments(documents).map(({ number, since, replacedBy }, index) =>
    t('review.lists.document', {
      ...{ position: index + 1, number, day: formatFull(since) },
      replaced: replacedBy === null ? '' : t('review.expired.replaced', { number: replacedBy }),
    }),
  )
  const own = names.map(({ name, now, since }, index) =>
    t('review.lists.name', { position: index + 1, name, now, day: formatFull(since) }),
  )
  const lines = [t('review.lists.documents'), ...all, t('review.lists.names'), ...own, t('review.lists.shipped')]
  return { text: lines.join('\n'), own: documents.length + names.length }
}
