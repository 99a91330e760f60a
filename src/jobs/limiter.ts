/** How often a channel may be written to. Windows slide; a chat may burst by a few messages, then one a period. */
export type Limits = {
  overall: { most: number; perMs: number }
  chat: { most: number; perMs: number; burst: number }
  /** So many messages in any stretch of time to a chat that is a group. */
  group?: { most: number; perMs: number; is(chat: string): boolean }
}

export type Limiter = {
  /** Milliseconds until a message to this chat may go; 0: now, and it is counted. */
  take(chat: string, now: number): number
  /** Says nothing to a chat for a while (`retry_after`). */
  pause(chat: string, untilMs: number): void
}

type Bucket = { level: number; at: number }

/** Keeps a channel's limits: a sliding window over all chats, a bucket for each and a window for each group. Times in milliseconds, real time. */
export function createLimiter({ overall, chat: perChat, group }: Limits): Limiter {
  let sent: number[] = []
  const sentToGroups = new Map<string, number[]>()
  const buckets = new Map<string, Bucket>()
  const pauses = new Map<string, number>()
  const refillMs = perChat.perMs / perChat.most

  function levelAt(chat: string, now: number): number {
    const bucket = buckets.get(chat)
    return bucket ? Math.min(perChat.burst, bucket.level + (now - bucket.at) / refillMs) : perChat.burst
  }

  function waitOverall(now: number): number {
    sent = sent.filter((at) => at > now - overall.perMs)
    const oldest = sent[sent.length - overall.most]
    return oldest === undefined ? 0 : oldest + overall.perMs - now
  }

  function waitGroup(chat: string, now: number): number {
    if (!group?.is(chat)) return 0
    const recent = (sentToGroups.get(chat) ?? []).filter((at) => at > now - group.perMs)
    sentToGroups.set(chat, recent)
    const oldest = recent[recent.length - group.most]
    return oldest === undefined ? 0 : oldest + group.perMs - now
  }

  return {
    take(chat, now) {
      const paused = (pauses.get(chat) ?? 0) - now
      if (paused > 0) return paused
      pauses.delete(chat)
      const level = levelAt(chat, now)
      const wait = Math.max(waitOverall(now), waitGroup(chat, now), level >= 1 ? 0 : (1 - level) * refillMs)
      if (wait > 0) return Math.ceil(wait)
      sent.push(now)
      sentToGroups.get(chat)?.push(now)
      buckets.set(chat, { level: level - 1, at: now })
      if (buckets.size > 10_000)
        for (const [key, bucket] of buckets) if (now - bucket.at > refillMs * perChat.burst) buckets.delete(key)
      return 0
    },
    pause: (chat, untilMs) => void pauses.set(chat, untilMs),
  }
}
