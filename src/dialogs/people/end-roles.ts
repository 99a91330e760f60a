import { agencyWords } from '../../chat/agency-words.ts'
import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Member, Membership } from '../../domain/person.ts'
import { leavesNoAdmin, unitsUnder } from '../../domain/rights.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatPerson, formatRole } from '../../texts/people.ts'
import { formatRoles } from './person-card.ts'
import { endWebSessionsOf } from './web-sessions.ts'

/** Asks which of a member's roles in the speaker's charge shall end. */
export async function askWhichRole(turn: Turn, member: Member): Promise<void> {
  const { texts, store, person } = turn
  const ruled = person ? unitsUnder(person, await store.units.all(), 'admin') : new Set<string>()
  const held = member.memberships.filter(({ unitId }) => ruled.has(unitId))
  const roles = (await formatRoles(turn, held)).map((role, at) => `${at + 1}. ${role}`).join('\n')
  const buttons = held.map(({ unitId, role }, at) =>
    button(texts.t('people.users.end', { number: at + 1 }), 'nguoidung', 'end', { personId: member.id, unitId, role }),
  )
  turn.reply(message(texts.t('people.users.endWhich', { person: formatPerson(texts, member), roles }), buttons))
}

/** Ends one role, tells the person; refuses where no admin would be left. */
export async function endRole(turn: Turn, member: Member, membership: Membership): Promise<void> {
  const { store, texts, now, person, inboxId } = turn
  const { unitId, role } = membership
  if (await isLastAdmin(turn, [membership])) return turn.say('people.users.lastAdmin')
  const unit = (await store.units.byId(unitId))?.name ?? ''
  const words = { person: formatPerson(texts, member), role: formatRole(texts, role), unit }
  if (!(await store.people.endRole(membership)))
    return turn.say('people.users.notHeld', { person: capitalise(words.person) })
  const by = person?.id ?? null
  await store.audit.write({ at: now, by, action: 'role.ended', subject: member.id, detail: { unitId, role } })
  turn.say('people.users.ended', words)
  if (member.id === person?.id) return
  const agency = await agencyWords(store, texts)
  await turn.tell(member.id, `role:${member.id}:${inboxId}`, 'role', (texts) =>
    message(texts.t('people.users.toldEnded', { ...agency, role: formatRole(texts, role), unit })),
  )
}

/** Notes that a member has left: all roles and channels end, what they sent is kept. */
export async function leave(turn: Turn, member: Member): Promise<void> {
  const { store, texts, now, person } = turn
  if (await isLastAdmin(turn, member.memberships)) return turn.say('people.users.lastAdmin')
  await endWebSessionsOf(turn, member.id)
  await store.people.leave(member.id, now)
  const detail = { roles: member.memberships.map(({ unitId, role }) => ({ unitId, role })) }
  await store.audit.write({ at: now, by: person?.id ?? null, action: 'person.left', subject: member.id, detail })
  turn.say('people.users.gone', { person: formatPerson(texts, member) })
}

const isLastAdmin = async ({ store }: Turn, ending: Membership[]): Promise<boolean> =>
  leavesNoAdmin(ending, { units: await store.units.all(), memberships: await store.people.memberships() })
