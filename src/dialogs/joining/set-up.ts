import type { Turn } from '../../chat/turn.ts'
import { agencyKey, agencySchema } from '../../domain/agency.ts'
import { holds } from '../../domain/rights.ts'
import { rootOf } from '../../domain/unit-tree.ts'
import type { InvitationRow } from '../../store/schema.ts'
import { formatRole } from '../../texts/people.ts'
import { giveRole, memberOf, takeCode } from './let-in.ts'

/** Redeems a setup code: an admin of the whole agency, who sets it up first where nobody has. */
export async function setUp(turn: Turn, code: InvitationRow): Promise<void> {
  const { store, texts } = turn
  const isNew = turn.person === null
  const member = await memberOf(turn)
  await takeCode(turn, code, member.id)
  const root = await agencyUnit(turn)
  await giveRole(turn, { personId: member.id, unitId: root.id, role: 'admin' }, null)
  turn.person = await store.members.byId(member.id)

  if (await lacksSetUp(turn)) return turn.begin('caidat', {})
  turn.say('people.code.gained', { role: formatRole(texts, 'admin'), unit: root.name })
  if (isNew) await turn.begin('hoso', {})
}

/** Is the agency not set up yet, and the speaker the admin who can? Then that comes before anything else. */
async function lacksSetUp({ store, person }: Turn): Promise<boolean> {
  const root = rootOf(await store.units.all())
  if (!person || !root || !holds(person, root.id, 'admin')) return false
  return (await store.settings.get(agencyKey, agencySchema)) === null
}

/** Begins (or takes up) the set-up where it is lacking: true, and what was asked for must wait. */
export async function askForSetUp(turn: Turn): Promise<boolean> {
  if (!(await lacksSetUp(turn))) return false
  if (await turn.draftOf('caidat')) await turn.resume('caidat')
  else await turn.begin('caidat', {})
  return true
}

/** The unit that stands for the agency itself; made under a general name until the set-up gives its own. */
async function agencyUnit({ store, texts }: Turn): Promise<{ id: string; name: string }> {
  const root = rootOf(await store.units.all())
  if (root) return root
  const name = texts.t('people.unnamedAgency')
  return { id: await store.units.add({ parentId: null, name, relation: 'subordinate' }), name }
}
