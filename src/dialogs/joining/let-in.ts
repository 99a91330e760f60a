import type { Turn } from '../../chat/turn.ts'
import { readName } from '../../domain/names.ts'
import type { Member, Membership } from '../../domain/person.ts'
import type { InvitationRow } from '../../store/schema.ts'

/** The member behind a turn; a stranger is made a person first, under the name that the platform shows until they give theirs. */
export async function memberOf(turn: Turn): Promise<Member> {
  if (turn.person) return turn.person
  const { store, texts, account, incoming, now } = turn
  const name = readName(incoming.displayName ?? '') ?? texts.t('people.unnamedPerson')
  const id = await store.people.add({ name, position: '', language: texts.language })
  await store.accounts.link(account.id, id, now)
  await store.audit.write({
    at: now,
    by: id,
    action: 'person.joined',
    subject: id,
    detail: { channel: account.channel },
  })
  await turn.admit(id)
  if (!turn.person) throw new Error(`Person ${id} was added but is not found.`)
  return turn.person
}

/** Gives a role and writes it to the audit; false where it is held already. */
export async function giveRole(turn: Turn, membership: Membership, by: string | null): Promise<boolean> {
  const { store, now } = turn
  if (!(await store.people.addRole(membership, now))) return false
  const { personId, unitId, role } = membership
  await store.audit.write({ at: now, by, action: 'role.added', subject: personId, detail: { unitId, role } })
  return true
}

/** Takes a code that was found good a moment ago. Somebody quicker undoes the turn: then it was used, and says so when tried again. */
export async function takeCode({ store, realNow }: Turn, code: InvitationRow, personId: string): Promise<void> {
  if (!(await store.invitations.take(code.code_hash, realNow))) throw new Error('The code was taken in between.')
  await store.invitations.credit(code.code_hash, personId)
}

/** Writes down the name and position of whoever is speaking; null for a stranger. */
export async function describe({ store, person, now }: Turn, name: string, position: string): Promise<Member | null> {
  if (!person) return null
  await store.people.describe(person.id, { name, position })
  await store.audit.write({ at: now, by: person.id, action: 'person.described', subject: person.id })
  return { ...person, name, position }
}
