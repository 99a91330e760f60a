import { createHash, randomBytes } from 'node:crypto'
import type { Keyed } from './keyed.ts'

const keptMs = 30 * 86_400_000
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Who is signed in on which browser: 256 random bits in the cookie, their hash in the keyed store for 30 days. */
export function createSessions(keyed: Keyed) {
  return {
    async make(accountSender: string): Promise<string> {
      const token = randomBytes(32).toString('base64url')
      await keyed.set(hashOf(token), accountSender, keptMs)
      return token
    },
    async find(token: string): Promise<string | null> {
      const sender = await keyed.get(hashOf(token))
      return typeof sender === 'string' ? sender : null
    },
    end: (token: string) => keyed.delete(hashOf(token)),
  }
}
