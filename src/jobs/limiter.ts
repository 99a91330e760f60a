/** How often a channel may be written to. Windows slide; a chat may burst by a few messages, then one a period. */
export type Limits = {
  overall: { most: number; perMs: number }
  chat: { most: number; perMs: number; burst: number }
  /** So many messages in any stretch of time to a chat that is a group. */
  group?: { most: number; perMs: number; is(chat: string): boolean }
}

export type Limiter = {
  /**
   * Milliseconds until a message to this chat may go. Where that is not more than `aheadMs` (0: at once) it has its place
   * and is under way; where it is more, nothing is taken, and it is asked again `aheadMs` before. A chat's own limit is
   * never gone ahead of. News waits where an answer does.
   */
  take(chat: string, now: number, how?: { isAnswer?: boolean; aheadMs?: number }): number
  /** A message that was under way is through, or lost. The platform counted it at some time up to now: so it counts from now. */
  done(chat: string, now: number): void
  /** Says nothing to a chat for a while (`retry_after`). */
  pause(chat: string, untilMs: number): void
}

type Bucket = { level: number; at: number; underWay: number }

/** The place after an answer that waits for it is kept so long beyond its time. */
const keptMs = 30

/** At most so many messages in any stretch of time, those under way among them. */
function createWindow(most: number, perMs: number) {
  let ended: number[] = []
  let underWay = 0
  return {
    wait(now: number): number {
      ended = ended.filter((at) => at > now - perMs)
      if (ended.length + underWay < most) return 0
      // Where all are under way, the next may go a period after the first of them is through, and not before.
      return (ended[ended.length + underWay - most] ?? now) + perMs - now
    },
    /** Takes a place that is free, or the one that is free next. */
    take() {
      if (ended.length + underWay >= most) ended.shift()
      underWay += 1
    },
    done(now: number) {
      underWay -= 1
      ended.push(now)
    },
    isIdle: (now: number) => underWay === 0 && ended.every((at) => at <= now - perMs),
  }
}

/** Keeps a channel's limits: a sliding window over all chats, a bucket for each and a window for each group. Times in milliseconds, real time. */
export function createLimiter({ overall, chat: perChat, group }: Limits): Limiter {
  const all = createWindow(overall.most, overall.perMs)
  const groups = new Map<string, ReturnType<typeof createWindow>>()
  const buckets = new Map<string, Bucket>()
  const pauses = new Map<string, number>()
  const refillMs = perChat.perMs / perChat.most
  let keptUntil = 0

  const bucketOf = (chat: string, now: number): Bucket =>
    buckets.get(chat) ?? { level: perChat.burst, at: now, underWay: 0 }

  /** Nothing runs in while a message is under way: it may not have been counted yet. */
  const levelOf = ({ level, at, underWay }: Bucket, now: number) =>
    underWay > 0 ? level : Math.min(perChat.burst, level + (now - at) / refillMs)

  function groupOf(chat: string) {
    if (!group?.is(chat)) return null
    const known = groups.get(chat) ?? createWindow(group.most, group.perMs)
    groups.set(chat, known)
    return known
  }

  function waitOverall(now: number, isAnswer: boolean): number {
    const wait = all.wait(now)
    if (isAnswer) keptUntil = wait > 0 ? now + wait + keptMs : 0
    return isAnswer ? wait : Math.max(wait, keptUntil - now)
  }

  function forgetIdle(now: number): void {
    for (const [chat, { at, underWay }] of buckets)
      if (underWay === 0 && now - at > refillMs * perChat.burst) buckets.delete(chat)
    for (const [chat, window] of groups) if (window.isIdle(now)) groups.delete(chat)
  }

  return {
    take(chat, now, { isAnswer = false, aheadMs = 0 } = {}) {
      const paused = (pauses.get(chat) ?? 0) - now
      if (paused > 0) return paused
      pauses.delete(chat)
      const bucket = bucketOf(chat, now)
      const level = levelOf(bucket, now)
      const own = Math.max(groupOf(chat)?.wait(now) ?? 0, level >= 1 ? 0 : (1 - level) * refillMs)
      const wait = Math.ceil(own > 0 ? own + aheadMs : waitOverall(now, isAnswer))
      if (wait > aheadMs) return wait
      if (isAnswer) keptUntil = 0
      all.take()
      groupOf(chat)?.take()
      buckets.set(chat, { level: level - 1, at: now, underWay: bucket.underWay + 1 })
      if (buckets.size > 10_000) forgetIdle(now)
      return wait
    },
    done(chat, now) {
      const bucket = bucketOf(chat, now)
      all.done(now)
      groupOf(chat)?.done(now)
      buckets.set(chat, { ...bucket, at: now, underWay: bucket.underWay - 1 })
    },
    pause: (chat, untilMs) => void pauses.set(chat, untilMs),
  }
}
