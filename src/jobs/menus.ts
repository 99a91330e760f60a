import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, MenuEntry } from '../channels/channel.ts'
import type { Core } from '../chat/core.ts'
import type { Member } from '../domain/person.ts'
import type { MenuHolder } from '../store/given-menus.ts'

export type MenuKeeper = {
  /** Roles, links or languages may have changed. */
  wake(): void
  /** Resolves when what was woken is done. */
  idle(): Promise<void>
  stop(): Promise<void>
}

type Keeping = Pick<Core, 'database' | 'texts' | 'services' | 'realClock'> & {
  channels: Channel[]
  /** A menu is an ornament: that it could not be given is noted, and nothing waits for it. */
  refused(error: unknown): void
  /** How long after a change at the soonest, how long after the last round, and between two menus. */
  gapsMs?: { quiet: number; round: number; pace: number }
}

/** Telegram names no limit for menus: ten a second is a third of what it takes of messages. */
const usualGapsMs = { quiet: 2_000, round: 10_000, pace: 100 }
const lastCallMs = 1_000
const againMs = 3_600_000
const mostRefusals = 3

const hashOf = (menu: MenuEntry[]) => createHash('sha256').update(JSON.stringify(menu)).digest('base64url').slice(0, 22)

/** Gives each linked chat the menu of what its person may ask for, in their language, where it is not what the chat has. */
export function createMenuKeeper(keeping: Keeping): MenuKeeper {
  const { database, realClock, refused, gapsMs = usualGapsMs } = keeping
  const channels = keeping.channels.filter(({ setMenu }) => setMenu !== undefined)
  const refusedUntil = new Map<string, number>()
  let known = ''
  let round: Promise<void> = Promise.resolve()
  let lastRound = 0
  let isWoken = false
  const ended = new AbortController()
  const pause = (ms: number) => sleep(ms, null, { ref: false, signal: ended.signal })

  async function goRound(): Promise<void> {
    await pause(Math.max(gapsMs.quiet, lastRound + gapsMs.round - realClock.now()))
    isWoken = false
    lastRound = realClock.now()
    const { givenMenus, people } = database.store
    const stamp = await givenMenus.stamp()
    if (stamp === known) return
    const members = new Map((await people.all()).map((member) => [member.id, member]))
    let whole = true
    for (const channel of channels)
      whole = (await giveAll(channel, await givenMenus.holders(channel.name), members)) && whole
    if (whole) known = stamp
  }

  /** False where some were refused: they are tried again later. */
  async function giveAll(channel: Channel, holders: MenuHolder[], members: Map<string, Member>): Promise<boolean> {
    let refusals = 0
    for (const holder of holders) {
      if (refusals >= mostRefusals) return false
      const member = holder.personId === null ? undefined : members.get(holder.personId)
      const menu = member ? menuOf(keeping, member) : null
      const hash = menu && hashOf(menu)
      if (hash === holder.hash || (refusedUntil.get(holder.accountId) ?? 0) > realClock.now()) continue
      const given = await give(channel, holder, menu, hash)
      refusals = given ? 0 : refusals + 1
      await pause(gapsMs.pace)
    }
    return refusals === 0
  }

  async function give(
    channel: Channel,
    { accountId, chat }: MenuHolder,
    menu: MenuEntry[] | null,
    hash: string | null,
  ) {
    try {
      await channel.setMenu?.(chat, menu)
      await database.transaction((store) => store.givenMenus.put(accountId, hash))
      return true
    } catch (error) {
      refusedUntil.set(accountId, realClock.now() + againMs)
      refused(error)
      return false
    }
  }

  return {
    wake() {
      if (isWoken || ended.signal.aborted || channels.length === 0) return
      isWoken = true
      round = round.then(goRound).catch((error: unknown) => {
        isWoken = false
        if (!ended.signal.aborted) refused(error)
      })
    },
    idle: () => round,
    async stop() {
      ended.abort()
      // A call that hangs holds up no end; its menu is given at the next start.
      await Promise.race([round, sleep(lastCallMs, null, { ref: false })])
    },
  }
}

/** What a member may ask for, in their language. */
function menuOf({ services, texts }: Keeping, member: Member): MenuEntry[] {
  const { t } = texts(member.language)
  const mine = services.commands().filter(({ hidden, allow }) => !hidden && allow(member))
  return mine.map(({ name, menu }) => ({ command: name, description: t(menu) }))
}
