import { z } from 'zod'
import type { Keyed } from '../store/keyed.ts'
import { type Action, action, type Message, type QueuedMessage } from './message.ts'

const keptDays = 90
const tokenLife = keptDays * 86_400_000

const minted = z.object({ owner: z.string(), actions: z.array(action) })

/** Whose button it is: only they may press it. */
export type Owner = { personId: string } | { accountId: string }
const ownerKey = (owner: Owner) => ('personId' in owner ? `p:${owner.personId}` : `a:${owner.accountId}`)

export type Tokens = {
  /** Keeps a message's actions under short tokens (`hanchot.k3j9….0`, at most 64 bytes) for 90 days of real time. */
  mint(message: Message, owner: Owner): Promise<QueuedMessage>
  /** The action behind a token, or null: unknown, expired, or another's. */
  find(token: string, owners: Owner[]): Promise<Action | null>
}

/** Button tokens in the keyed store, one record a message. */
export function createTokens(keyed: Keyed, newId: () => string): Tokens {
  return {
    async mint({ blocks, buttons, attachment, question, wantsFile }, owner) {
      const set = newId()
      if (buttons.length > 0)
        await keyed.set(set, { owner: ownerKey(owner), actions: buttons.map((button) => button.action) }, tokenLife)
      const queued = buttons.map(({ label, action: { topic } }, index) => ({
        label,
        token: `${topic.slice(0, 24)}.${set}.${index}`,
      }))
      const rest = { ...(attachment && { attachment }), ...(question && { question }), ...(wantsFile && { wantsFile }) }
      return { blocks, buttons: queued, ...rest }
    },
    async find(token, owners) {
      const [, set, index] = token.split('.')
      if (!set || !index) return null
      const record = minted.safeParse(await keyed.get(set))
      if (!record.success || !owners.some((owner) => ownerKey(owner) === record.data.owner)) return null
      return record.data.actions[Number(index)] ?? null
    },
  }
}
