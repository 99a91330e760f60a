import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { type Member, type Membership, roles } from '../domain/person.ts'
import type { Unit } from '../domain/unit.ts'
import { formatPerson, formatRole } from '../texts/people.ts'
import { defineDialog } from './engine/dialog.ts'
import { giveRole } from './joining/let-in.ts'
import { chooseRole } from './units/choose-role.ts'
import { chooseUnit, ruledUnit } from './units/choose-unit.ts'

const answers = z.object({
  personId: z.string(),
  /** How the person is spoken of in the questions. */
  person: z.string(),
  unitId: z.string().optional(),
  role: z.enum(roles).optional(),
})
type Answers = z.infer<typeof answers>

/** Gives a member another role: in which unit, which one. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'unit' }),
  next: (_answers, { step }) => (step === 'unit' ? { step: 'role' } : null),
  steps: {
    unit: chooseUnit(({ answers: { person } }) => ['people.users.addUnit', { person }]),
    role: chooseRole('people.users.addWhich'),
  },
  async finish({ turn, answers: { personId, unitId, role } }) {
    const unit = await ruledUnit(turn, unitId)
    const member = unit && (await turn.store.members.byId(personId))
    if (!unit || !role) return 'done'
    if (member) await give(turn, member, unit, { personId, unitId: unit.id, role })
    else turn.say('people.users.notThere')
    return 'done'
  },
})

async function give(turn: Turn, member: Member, unit: Unit, membership: Membership): Promise<void> {
  const { texts, person, inboxId } = turn
  const words = { person: formatPerson(texts, member), role: formatRole(texts, membership.role), unit: unit.name }
  if (!(await giveRole(turn, membership, person?.id ?? null))) return turn.say('people.users.has', words)
  turn.say('people.users.added', words)
  if (member.id === person?.id) return
  await turn.tell(member.id, `role:${member.id}:${inboxId}`, 'role', (texts) =>
    message(texts.t('people.users.toldAdded', { role: formatRole(texts, membership.role), unit: unit.name })),
  )
}
