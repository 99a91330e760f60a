import { agencyWords } from '../../chat/agency-words.ts'
import type { Turn } from '../../chat/turn.ts'
import type { InvitationRow } from '../../store/schema.ts'
import { greet } from './greet.ts'
import { takeCode } from './let-in.ts'

/** Redeems a link code: the account it is typed from, if it is a stranger's, becomes another channel of the person. */
export async function link(turn: Turn, invitation: InvitationRow): Promise<void> {
  const { store, texts, account, now, person } = turn
  if (person) return turn.say(person.id === invitation.person_id ? 'people.link.already' : 'people.link.taken')
  const owner = invitation.person_id === null ? null : await store.members.byId(invitation.person_id)
  if (!owner) {
    const { contact } = await agencyWords(store, texts)
    return turn.say('people.code.expired', { contact })
  }
  await takeCode(turn, invitation, owner.id)
  await store.accounts.link(account.id, owner.id, now)
  const detail = { channel: account.channel }
  await store.audit.write({ at: now, by: owner.id, action: 'account.linked', subject: owner.id, detail })
  await turn.admit(owner.id)
  await greet(turn, owner, [texts.t('people.link.done', { name: owner.name })])
}
