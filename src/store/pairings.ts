import { createHash, randomBytes } from 'node:crypto'
import { codeFrom } from '../domain/codes.ts'
import type { Instant } from '../domain/day.ts'
import type { Store } from './store.ts'

const validMs = 10 * 60 * 1000

/** What a page shows while it waits is reckoned from its secret: the code that is typed, and the number on both sides. */
function shownFor(secret: string, round = 0): { code: string; number: string } {
  const bytes = createHash('sha512').update(`${round} ${secret}`).digest()
  const code = codeFrom(bytes.subarray(0, 32))
  if (code === null) return shownFor(secret, round + 1)
  return { code, number: String(10 + (bytes.readUInt32BE(60) % 90)) }
}

/** Pages that wait to be signed in from a chat, each known by a secret of 256 bits in its browser. Ten minutes of real time. */
export function createPairings({ webPairings }: Pick<Store, 'webPairings'>, realNow: () => Instant) {
  return {
    /** A page begins to wait; gives its secret. */
    async open(browser: string): Promise<string> {
      const secret = randomBytes(32).toString('base64url')
      const expiresAt = realNow() + validMs
      await webPairings.open({ secret, ...shownFor(secret), browser, expiresAt }, realNow())
      return secret
    },
    /** How a page stands, with what it shows; null where its time is over. */
    async look(secret: string) {
      const found = await webPairings.bySecret(secret, realNow())
      return found && { state: found.state, ...shownFor(secret) }
    },
    /** The account a confirmed page is let in as; once only. */
    take: (secret: string) => webPairings.take(secret, realNow()),
  }
}
