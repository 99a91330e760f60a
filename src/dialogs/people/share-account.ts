import type { Turn } from '../../chat/turn.ts'
import type { Member } from '../../domain/person.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatPerson } from '../../texts/people.ts'

/** Marks somebody as an office whose account several people use; pressed again, no longer. */
export async function shareAccount(turn: Turn, member: Member): Promise<void> {
  const { store, texts, now } = turn
  const shared = !member.shared
  if (shared) await store.sharedAccounts.mark(member.id, now)
  else await store.sharedAccounts.unmark(member.id)
  await store.audit.write({
    ...{ at: now, by: turn.person?.id ?? null, action: 'person.shared', subject: `person:${member.id}` },
    detail: { shared },
  })
  const person = capitalise(formatPerson(texts, member))
  turn.say(shared ? 'register.operator.marked' : 'register.operator.unmarked', { person })
}
