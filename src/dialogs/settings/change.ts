import { z } from 'zod'
import type { Turn } from '../../chat/turn.ts'

/** Keeps a setting of the agency; the audit row tells what it was and what it has become. */
export async function changeSetting({ store, person, now }: Turn, key: string, after: unknown): Promise<void> {
  const before = await store.settings.get(key, z.unknown())
  await store.settings.set(key, after)
  const by = person?.id ?? null
  await store.audit.write({ at: now, by, action: 'setting.changed', subject: key, detail: { before, after } })
}
