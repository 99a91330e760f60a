import { passRoles } from '../../chat/hand-over.ts'
import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { isOpen } from '../../domain/obligation.ts'
import type { Membership } from '../../domain/person.ts'
import { leavesNoAdmin } from '../../domain/rights.ts'
import { capitalise } from '../../texts/capitalise.ts'
import { formatDay } from '../../texts/days.ts'
import { formatMembership, formatPerson } from '../../texts/people.ts'
import type { Answers } from '../bangiao.ts'
import { mayHandOver, successors } from './who.ts'

/** The roles that somebody holds as their own: what is lent is not handed over. */
export async function rolesOf({ store }: Pick<Turn, 'store'>, personId: string): Promise<Membership[]> {
  const lent = await store.absences.lent()
  const isLent = (held: Membership) =>
    lent.some((one) => one.personId === held.personId && one.unitId === held.unitId && one.role === held.role)
  return ((await store.members.byId(personId))?.memberships ?? []).filter((held) => !isLent(held))
}

const concerned = async (turn: Turn, { fromId = '', role = '' }: Answers): Promise<Membership[]> =>
  (await rolesOf(turn, fromId)).filter((one) => role === 'all' || role === `${one.unitId} ${one.role}`)

const nameOf = async ({ store, texts }: Turn, personId: string): Promise<string> =>
  formatPerson(texts, (await store.people.byId(personId)) ?? { name: '', position: '' })

/** What passes and what does not, before anything happens. */
export async function summarise(turn: Turn, given: Answers): Promise<string> {
  const { store, texts, today } = turn
  const { fromId = '', toId, onDay = today, reason } = given
  const units = await store.units.all()
  const roles = await concerned(turn, given)
  const open = (await store.obligations.find({ personId: fromId, today })).filter(
    (one) => isOpen(one) && one.personId === null,
  )
  const values = {
    from: capitalise(await nameOf(turn, fromId)),
    roles: roles.map((one) => formatMembership(texts, one, units)).join('; '),
    day: formatDay(texts, onDay),
    to: toId ? await nameOf(turn, toId) : '',
    count: open.length,
  }
  const lines = [
    texts.t(toId ? 'office.handover.summary' : 'office.handover.summaryNobody', values),
    texts.t('office.handover.passes', values),
    ...(!toId && roles.some(({ role }) => role === 'head') ? [texts.t('office.handover.deputy')] : []),
    ...(reason === 'retirement' ? [texts.t('office.handover.retires', values)] : []),
  ]
  return lines.join('\n')
}

/** Why this hand-over may not be; null where it may. Asked when it happens: the draft may be days old. */
async function objection(
  turn: Turn,
  given: Answers,
  roles: Membership[],
): Promise<'notYours' | 'gone' | 'lastAdmin' | null> {
  const { store } = turn
  const { fromId = '', toId } = given
  if (!(await mayHandOver(turn)).some(({ id }) => id === fromId)) return 'notYours'
  const isThere = !toId || (await successors(turn, given)).some(({ id }) => id === toId)
  if (roles.length === 0 || !isThere) return 'gone'
  const office = { units: await store.units.all(), memberships: await store.people.memberships() }
  return !toId && leavesNoAdmin(roles, office) ? 'lastAdmin' : null
}

/** Writes the hand-over down; today's takes effect at once, a later one on its morning. */
export async function handOver(turn: Turn, given: Answers): Promise<'done'> {
  const { store, texts, person, now, today } = turn
  const { fromId = '', toId = null, reason = 'other', onDay = today } = given
  const roles = await concerned(turn, given)
  const why = await objection(turn, given, roles)
  if (why || !person) {
    turn.say(`office.handover.refused.${why ?? 'gone'}`)
    return 'done'
  }
  for (const { unitId, role } of roles) {
    const added = await store.handovers.add({ fromId, toId, unitId, role, reason, onDay, by: person.id }, now)
    const detail = { toId, unitId, role, reason, onDay }
    await store.audit.write({
      at: now,
      by: person.id,
      action: 'role.handover_noted',
      subject: fromId,
      detail: { id: added.id, ...detail },
    })
  }
  const values = { from: await nameOf(turn, fromId), day: formatDay(texts, onDay) }
  turn.say(onDay <= today ? 'office.handover.done' : 'office.handover.planned', values)
  if (fromId !== person.id)
    await turn.tell(fromId, `handover:${turn.inboxId}:${fromId}`, 'role', (words) =>
      message(words.t('office.handover.told', { by: person.name, day: formatDay(words, onDay) }), [
        button(words.t('office.handover.seeMine'), 'cuatoi', 'run', { tail: '' }),
      ]),
    )
  await passRoles(store, { today, now })
  return 'done'
}
