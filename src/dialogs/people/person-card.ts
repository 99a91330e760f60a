import { agencyWords } from '../../chat/agency-words.ts'
import { button, type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Member, Membership } from '../../domain/person.ts'
import { unitsUnder } from '../../domain/rights.ts'
import type { AccountRow } from '../../store/schema.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatChannel, formatMembership, formatPerson } from '../../texts/people.ts'
import type { Texts } from '../../texts/texts.ts'

/** A member's card with what an admin may do: roles, and leaving. */
export async function presentCard({ texts, store }: Turn, member: Member): Promise<Message> {
  const person = formatPerson(texts, member)
  const roles = await formatRoles({ texts, store }, member.memberships)
  const accounts = await store.accounts.ofPerson(member.id)
  const channels = accounts.map(({ channel }) => formatChannel(texts, channel)).join('; ')
  const words = texts.t('people.users.card', {
    person: capitalise(person),
    roles: roles.join('; ') || texts.t('people.users.noRoles'),
    channels: channels || texts.t('people.users.noChannels'),
  })
  const act = (label: string, name: string) => button(label, 'nguoidung', name, { personId: member.id })
  return message(words, [
    act(texts.t('people.users.addRole'), 'addRole'),
    ...(member.memberships.length > 0 ? [act(texts.t('people.users.endRole'), 'endRole')] : []),
    act(texts.t('people.users.left'), 'left'),
    act(texts.t(member.shared ? 'register.operator.unmark' : 'register.operator.mark'), 'share'),
  ])
}

/** Roles with their units, in words. */
export async function formatRoles(
  { texts, store }: Pick<Turn, 'texts' | 'store'>,
  held: Membership[],
): Promise<string[]> {
  const units = await store.units.all()
  return held.map((membership) => formatMembership(texts, membership, units))
}

/**
 * A member in the speaker's charge: one with a role in the subtree; with `whole`, one who has none outside it. Otherwise
 * says why not. Asked again at every press: buttons are old.
 */
export async function memberInCharge(turn: Turn, personId: string, whole = false): Promise<Member | null> {
  const { store, texts, person } = turn
  const member = await store.members.byId(personId)
  const ruled = person ? unitsUnder(person, await store.units.all(), 'admin') : new Set<string>()
  const inside = (member?.memberships ?? []).filter(({ unitId }) => ruled.has(unitId))
  if (!member || (inside.length === 0 && member.memberships.length > 0)) {
    turn.say('people.users.notThere')
    return null
  }
  if (!whole || inside.length === member.memberships.length) return member
  const words = { ...(await agencyWords(store, texts)), person: capitalise(formatPerson(texts, member)) }
  turn.say('people.users.otherUnits', words)
  return null
}

/** Channels as a list for their owner: the one in use marked, others of one kind numbered. */
export function formatAccounts(texts: Texts, accounts: AccountRow[], hereId: string): { id: string; label: string }[] {
  const others = accounts.filter(({ id }) => id !== hereId)
  return accounts.map(({ id, channel }) => {
    const name = formatChannel(texts, channel)
    if (id === hereId) return { id, label: texts.t('people.channel.here', { channel: name }) }
    const alike = others.filter((other) => other.channel === channel)
    const number = alike.findIndex((other) => other.id === id) + 1
    return { id, label: alike.length > 1 ? texts.t('people.channel.numbered', { channel: name, number }) : name }
  })
}
