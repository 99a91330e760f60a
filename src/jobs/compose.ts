import type { Composer } from './composed.ts'

/** What is written at the moment of sending, by the name an outbox row gives. */
export const composers: Record<string, Composer> = {}
