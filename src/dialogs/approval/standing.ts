import type { Turn } from '../../chat/turn.ts'
import type { Member } from '../../domain/person.ts'
import type { Standing } from '../../domain/registration.ts'
import {
  type Approvers,
  approversOf,
  canReceive,
  canTypeFor,
  type Office,
  type Paper,
  receivesForGroup,
} from '../../domain/rights.ts'
import { groupsInTerm } from '../../domain/unit-group.ts'
import type { SentPaper } from '../../store/paper-row.ts'

type Whose = Pick<SentPaper, 'subject' | 'unitId' | 'personId' | 'typedBy'>

/** Whose own paper it is: who registers or reports; for a unit's paper who drew it up. */
const paperOf = ({ subject, unitId, personId, typedBy }: Whose): Paper => ({
  unitId,
  own: [subject === 'person' ? (personId ?? typedBy) : typedBy],
})

const isAuthor = (member: Member, { subject, unitId, personId, typedBy }: Whose): boolean =>
  member.id === personId || member.id === typedBy || (subject === 'unit' && canTypeFor(member, unitId))

/** The units and who decides in them; an account that several share approves nothing, so nothing waits for it. */
export async function officeOf({ store }: Pick<Turn, 'store'>): Promise<Office> {
  const shared = new Set(await store.sharedAccounts.ids())
  const memberships = (await store.people.memberships('head', 'admin')).filter(({ personId }) => !shared.has(personId))
  return { units: await store.units.all(), memberships }
}

/** Who approves a registration or report, and what the member of this turn is to it, by the roles held now. */
export async function standingOf(
  turn: Turn,
  sent: Whose,
  office?: Office,
): Promise<{ approvers: Approvers; standing: Standing }> {
  const { person } = turn
  const known = office ?? (await officeOf(turn))
  const paper = paperOf(sent)
  const approvers = approversOf(paper, known)
  // Unit papers alone: what people of a member register for themselves stays in their own unit's line.
  const groups = sent.subject === 'unit' ? groupsInTerm(await turn.store.unitGroups.all(), turn.today) : []
  const leads = person !== null && receivesForGroup(person, paper, groups)
  return {
    approvers,
    standing: {
      author: person !== null && isAuthor(person, sent),
      approver: person !== null && approvers.personIds.includes(person.id),
      admin: person !== null && !person.shared && (canReceive(person, paper, known.units) || leads),
    },
  }
}

/** Does a paper wait for the member: to be approved, or to be taken in? */
export function waitsForMember({ state }: Pick<SentPaper, 'state'>, standing: Standing): boolean {
  if (state === 'waiting') return standing.approver
  return state === 'approved' && standing.admin
}
