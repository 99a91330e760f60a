import { agencyWords } from '../../chat/agency-words.ts'
import { commandButton, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Member, Membership } from '../../domain/person.ts'
import { holds } from '../../domain/rights.ts'
import type { InvitationRow } from '../../store/schema.ts'
import { formatPerson, formatRole } from '../../texts/people.ts'
import { giveRole, memberOf, takeCode } from './let-in.ts'

/** Redeems an invitation: a stranger becomes a member and is asked for name and position, a member gains the role. */
export async function join(turn: Turn, invitation: InvitationRow): Promise<void> {
  const { store, texts } = turn
  const unit = invitation.unit_id === null ? null : await store.units.byId(invitation.unit_id)
  const { role } = invitation
  if (!unit || !role) {
    const { contact } = await agencyWords(store, texts)
    return turn.say('people.code.expired', { contact })
  }
  const words = { role: formatRole(texts, role), unit: unit.name }
  if (turn.person && holds(turn.person, unit.id, role)) return turn.say('people.code.already', words)

  const isNew = turn.person === null
  const member = await memberOf(turn)
  await takeCode(turn, invitation, member.id)
  const membership = { personId: member.id, unitId: unit.id, role }
  await giveRole(turn, membership, invitation.created_by)
  turn.say('people.code.gained', words)
  if (isNew) return turn.begin('hoso', { joined: { ...membership, by: invitation.created_by } })
  await tellInviter(turn, member, { ...membership, by: invitation.created_by })
}

export type Joined = Membership & { by: string | null }

/** Tells who made a code that it was used, by whom: a code in wrong hands is seen the same minute. */
export async function tellInviter(turn: Turn, member: Member, { unitId, role, by }: Joined): Promise<void> {
  if (by === null || by === member.id) return
  const unit = (await turn.store.units.byId(unitId))?.name ?? ''
  await turn.tell(by, `joined:${member.id}:${unitId}:${role}:${turn.inboxId}`, 'joined', (texts) => {
    const words = { person: formatPerson(texts, member), role: formatRole(texts, role), unit }
    return message(texts.t('people.code.gainedBy', words), [
      commandButton(texts.t('people.users.show'), 'nguoidung', member.name),
    ])
  })
}
