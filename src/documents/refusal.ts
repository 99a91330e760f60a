/** Why a file is not taken. Each name has a sentence under `refused.<reason>` in locales/…/documents.json. */
export const refusalReasons = [
  'empty',
  'too_large',
  'too_many_pages',
  'too_slow',
  'too_heavy',
  'encrypted',
  'corrupt',
  'scanned',
  'old_word',
  'garbled',
  'unsupported',
  'secret',
  'not_administrative',
  'cancelled',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export type Refused = { ok: false; reason: RefusalReason }

/** A refusal as a value. */
export const refuse = (reason: RefusalReason): Refused => ({ ok: false, reason })
