import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '../domain/day.ts'
import type { Store } from './store.ts'

const dayMs = 86_400_000
const keptMs = 30 * dayMs
/** A session in use is not written at every look. */
const restMs = 60 * 60 * 1000

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Who is signed in on which browser: 256 random bits in the cookie, their hash kept until 30 days after the last use. */
export function createSessions({ webSessions }: Pick<Store, 'webSessions'>, realNow: () => Instant) {
  return {
    async make(sender: string, browser: string): Promise<string> {
      const token = randomBytes(32).toString('base64url')
      const at = realNow()
      await webSessions.sweep(at)
      await webSessions.add({
        ...{ token_hash: hashOf(token), sender, browser },
        ...{ made_at: at, seen_at: at, expires_at: at + keptMs },
      })
      return token
    },
    async find(token: string): Promise<string | null> {
      const at = realNow()
      const found = await webSessions.find(hashOf(token), at)
      if (found && found.seen_at < at - restMs) await webSessions.prolong(found.token_hash, at, at + keptMs)
      return found?.sender ?? null
    },
    end: (token: string) => webSessions.end(hashOf(token)),
  }
}
