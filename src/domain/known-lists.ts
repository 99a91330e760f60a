import { z } from 'zod'
import type { Day } from './day.ts'
import { honourChange } from './honours.ts'
import { readTypedDay } from './typed-day.ts'

/** A document no longer in force from a day on, as an admin has entered it. */
const expiredDocument = z.object({ number: z.string(), since: z.iso.date(), replacedBy: z.string().nullable() })
export type ExpiredDocument = z.infer<typeof expiredDocument>

/** What a body that is no more is called today, and since when it is no more. */
const nameToday = z.object({ name: z.string(), now: z.string(), since: z.iso.date() })
export type NameToday = z.infer<typeof nameToday>

/** What the agency adds to the lists that come with the program. */
export const knownLists = z.object({
  documents: z.array(expiredDocument),
  names: z.array(nameToday),
  honours: z.array(honourChange).default([]),
})
export type KnownLists = z.infer<typeof knownLists>

export const noLists: KnownLists = { documents: [], names: [], honours: [] }

/** The key of the lists among the settings. */
export const knownListsKey = 'known_lists'

/** What an entry is known by. */
export const keyOfEntry = (entry: ExpiredDocument | NameToday): string =>
  'number' in entry ? entry.number : entry.name

const number = /^\d{1,5}(?:\/\d{4})?\/\p{Lu}[\p{Lu}\d-]+$/u
const [leastName, mostName] = [3, 120]

/**
 * "98/2023/NĐ-CP; 01/07/2025; 152/2025/NĐ-CP" (what replaces it may be left out) or "Phòng Nội vụ huyện …; Phòng Văn hóa -
 * Xã hội xã; 01/07/2025" → the entry; null where it is not one.
 */
export function readEntry(kind: 'documents' | 'names', text: string, today: Day): ExpiredDocument | NameToday | null {
  const parts = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .split(';')
    .map((part) => part.trim())
  if (kind === 'documents') {
    const [own = '', when = '', other = ''] = parts
    const since = readTypedDay(when, { today })
    const isEntry = number.test(own) && since.ok && (other === '' || number.test(other)) && parts.length <= 3
    return isEntry ? { number: own, since: since.day, replacedBy: other === '' ? null : other } : null
  }
  const [name = '', now = '', when = ''] = parts
  const since = readTypedDay(when, { today })
  const isName = (words: string) => words.length >= leastName && words.length <= mostName
  return since.ok && isName(name) && isName(now) && parts.length === 3 ? { name, now, since: since.day } : null
}
