import { agencyKey, agencySchema } from '../domain/agency.ts'
import type { Store } from '../store/store.ts'
import type { Texts } from '../texts/texts.ts'

export type AgencyWords = { agency: string; office: string; contact: string }

/** The words of sentences that say where one is and whom to ask; before the set-up, general ones. */
export async function agencyWords(store: Store, texts: Texts): Promise<AgencyWords> {
  const known = await store.settings.get(agencyKey, agencySchema)
  if (!known) {
    const office = texts.t('people.unnamedOffice')
    return { agency: texts.t('people.unnamedAgency'), office, contact: office }
  }
  const { name, office, phone } = known
  return { agency: name, office, contact: texts.t('people.contact', { office, phone }) }
}
