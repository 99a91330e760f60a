import { type GroupDue, groupDues } from '../domain/group-dues.ts'
import { subtreeOf } from '../domain/unit-tree.ts'
import { capitalise } from '../texts/capitalise.ts'
import { groupLine } from './group-words.ts'
import { message } from './message.ts'
import type { Turn } from './turn.ts'

/** A group's list stays short: it pushes what colleagues wrote off the screen. */
const mostLines = 5

/** Where a person is answered for themselves: the private chat, with its link where the channel has one. */
export function privately({ texts, services, incoming }: Turn): string {
  const link = services.homeLink(incoming.channel)
  return link ? texts.t('groups.privateChatAt', { link }) : texts.t('groups.privateChat')
}

/** The group's unit with its deadlines from today on; says so and gives null where the group has no unit. */
async function readGroup(turn: Turn): Promise<{ unit: string; dues: GroupDue[] } | null> {
  const { store, today, account } = turn
  const group = await store.groups.of(account.id)
  const units = await store.units.all()
  const unit = units.find(({ id }) => id === group?.unitId)
  if (!unit) {
    turn.say('groups.unbound')
    return null
  }
  const obligations = await store.obligations.find({ unitIds: [...subtreeOf(units, unit.id)], today })
  return { unit: unit.name, dues: groupDues(obligations, today) }
}

/** Answers a group with the next deadlines of its unit: counts, never names. */
export async function showGroupDues(turn: Turn): Promise<void> {
  const found = await readGroup(turn)
  if (!found) return
  const { texts } = turn
  const unit = capitalise(found.unit)
  const where = privately(turn)
  if (found.dues.length === 0) return turn.say('groups.list.none', { unit, where })
  const lines = found.dues
    .slice(0, mostLines)
    .map((due, index) => groupLine(due, index + 1, { ...turn, unit: found.unit }))
  const head = texts.t('groups.list.head', { unit, count: found.dues.length })
  turn.reply(message([head, ...lines, texts.t('groups.list.own', { where })].join('\n')))
}

/** Answers a group with the plans that bind its unit, each with what is due next. */
export async function showGroupPlans(turn: Turn): Promise<void> {
  const found = await readGroup(turn)
  if (!found) return
  const { texts } = turn
  const unit = capitalise(found.unit)
  const where = privately(turn)
  const next = [...Map.groupBy(found.dues, ({ planId }) => planId).values()].flatMap(([due]) => (due ? [due] : []))
  if (next.length === 0) return turn.say('groups.plans.none', { unit, where })
  const lines = next.slice(0, mostLines).map((due, index) => {
    const line = groupLine({ ...due, counts: [] }, index + 1, { ...turn, unit: found.unit })
    return line
  })
  const head = texts.t('groups.plans.head', { unit, count: next.length })
  turn.reply(message([head, ...lines, texts.t('groups.plans.own', { where })].join('\n')))
}
