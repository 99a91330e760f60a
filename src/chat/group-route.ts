import type { Member } from '../domain/person.ts'
import { agencyWords } from './agency-words.ts'
import type { Core } from './core.ts'
import { enter } from './enter.ts'
import { privately } from './group-answers.ts'
import { redeemGroupCode } from './group-binding.ts'
import type { InGroup } from './incoming.ts'
import type { Turn } from './turn.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** A group that plays with the assistant is not answered without end: its platform allows 20 messages a minute. */
const mostAnswersAMinute = 10
const mostToAnonymousADay = 3

/**
 * Answers what was said in a group: with what everybody there may see, or by sending people to the private chat. No file,
 * no dialog, nothing about a person; whoever speaks is known by their own linked account, and being here gives no right.
 */
export async function routeGroup(core: Core, turn: Turn, group: InGroup): Promise<void> {
  const { what } = turn.incoming
  await followTitle(turn, group)
  if (what.kind === 'moved') return moveGroup(turn, what.chat)
  if (what.kind === 'blocked') return noteRemoved(turn)
  if (what.kind === 'titled' || what.kind === 'task') return
  turn.person = await speakerOf(turn, group)
  if (!turn.person) return toNobodyKnown(turn, group)
  const { services, account } = turn
  if (!(await services.throttle(`group:${account.id}`, mostAnswersAMinute, minuteMs))) return
  switch (what.kind) {
    case 'returned':
      return greetGroup(turn)
    case 'start':
      return what.code ? redeemGroupCode(turn, what.code) : greetGroup(turn)
    case 'button':
      return pressInGroup(core, turn, what.token)
    case 'text':
      return commandInGroup(core, turn, what.text)
    case 'file':
    case 'unsupported':
      return turn.say('groups.noFiles', { where: privately(turn) })
  }
}

/** The member behind whoever spoke: by their own account on this channel, never by the name shown. */
async function speakerOf({ store, incoming }: Turn, { by }: InGroup): Promise<Member | null> {
  const account = by === null ? undefined : await store.accounts.bySender(incoming.channel, by)
  return account?.person_id ? store.members.byId(account.person_id) : null
}

/** One kind sentence a day to a stranger; to an anonymous admin, how to be known. */
async function toNobodyKnown(turn: Turn, { by }: InGroup): Promise<void> {
  const { services, account, incoming, store, texts } = turn
  const key = by === null ? `group-anonymous:${account.id}` : `group-stranger:${incoming.channel}:${by}`
  if (!(await services.throttle(key, by === null ? mostToAnonymousADay : 1, dayMs))) return
  // Whoever let it in without a name has asked for nothing yet.
  if (by === null) return incoming.what.kind === 'returned' ? greetGroup(turn) : turn.say('groups.anonymous')
  turn.say('groups.stranger', { ...(await agencyWords(store, texts)), where: privately(turn) })
}

async function greetGroup(turn: Turn): Promise<void> {
  const { store, account, texts } = turn
  const group = await store.groups.of(account.id)
  const unit = group && (await store.units.byId(group.unitId))
  const { agency } = await agencyWords(store, texts)
  if (unit) turn.say('groups.helloBound', { agency, unit: unit.name })
  else turn.say('groups.hello', { agency })
}

async function commandInGroup(core: Core, turn: Turn, text: string): Promise<void> {
  const asked = await core.registry.read(text, turn, { onlySlash: false })
  const where = privately(turn)
  if (!asked) {
    // "Cảm ơn" in answer to it needs no answer each time.
    const talks = await turn.services.throttle(`group-talk:${turn.account.id}`, 1, hourMs)
    return talks ? turn.say('groups.talk', { where }) : undefined
  }
  const { command, tail } = asked
  if (asked.name === 'start') return tail === '' ? greetGroup(turn) : redeemGroupCode(turn, tail)
  if (!command.inGroup) return turn.say('groups.personal', { where })
  await enter(turn, command, () => command.inGroup?.(turn, tail))
}

async function pressInGroup(core: Core, turn: Turn, token: string): Promise<void> {
  const action = await core.tokens.find(token, [{ accountId: turn.account.id }])
  const command = action ? core.registry.byName(action.topic) : undefined
  const handler = action && command?.inGroup ? command.actions?.[action.name] : undefined
  if (!action || !command || !handler?.read(action.args).success) return turn.say('chat.door.oldButton')
  await enter(turn, command, () => handler.run(turn, action.args))
}

async function followTitle({ store, account }: Turn, { title }: InGroup): Promise<void> {
  const known = await store.groups.of(account.id)
  if (known && title !== '' && known.title !== title) await store.groups.retitle(account.id, title)
}

/** The group has another id: it stays the same group. Told twice, it is followed once. */
async function moveGroup({ store, account, incoming, now }: Turn, chat: string): Promise<void> {
  const there = await store.accounts.bySender(incoming.channel, chat)
  if (!there) return store.accounts.move(account.id, chat)
  if (there.id === account.id) return
  await store.groups.carryOver(account.id, there.id)
  await store.accounts.block(account.id, now)
}

/** Out of the group: nothing is sent there, and what it was bound to waits for the assistant's return. */
async function noteRemoved({ store, account, now }: Turn): Promise<void> {
  const group = await store.groups.of(account.id)
  if (group)
    await store.audit.write({
      at: now,
      by: null,
      action: 'group.left',
      subject: group.unitId,
      detail: { account: account.id },
    })
}
