import { z } from 'zod'

/** A document no longer in force from a day on, as an admin has entered it. */
const expiredDocument = z.object({ number: z.string(), since: z.iso.date(), replacedBy: z.string().nullable() })
export type ExpiredDocument = z.infer<typeof expiredDocument>

/** What a body that is no more is called today, and since when it is no more. */
const nameToday = z.object({ name: z.string(), now: z.string(), since: z.iso.date() })
export type NameToday = z.infer<typeof nameToday>

/** What the agency adds to the lists that come with the program. */
export const knownLists = z.object({ documents: z.array(expiredDocument), names: z.array(nameToday) })
export type KnownLists = z.infer<typeof knownLists>

export const noLists: KnownLists = { documents: [], names: [] }

/** The key of the lists among the settings. */
export const knownListsKey = 'known_lists'
