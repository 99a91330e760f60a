import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatDays } from '../absence/whose.ts'

const mostRenewed = 5

/** The khối and cụm with who leads them, each to be given its next term. */
export async function listGroups(turn: Turn): Promise<void> {
  const { store, texts } = turn
  const groups = await store.unitGroups.all()
  const names = new Map((await store.units.all()).map(({ id, name }) => [id, name]))
  const add = button(texts.t('office.group.button.add'), 'donvi', 'addGroup')
  if (groups.length === 0) return turn.reply(message(texts.t('office.group.none'), [add]))
  const lines = groups.map(({ name, leadingId, unitIds, ...days }, at) => {
    const values = { number: at + 1, name, lead: names.get(leadingId) ?? '', count: unitIds.length }
    return texts.t('office.group.line', { ...values, days: formatDays(texts, days) })
  })
  const renew = groups
    .slice(0, mostRenewed)
    .map(({ id }, at) =>
      button(texts.t('office.group.button.renew', { number: at + 1 }), 'donvi', 'renewGroup', { id }),
    )
  turn.reply(message([texts.t('office.group.list'), ...lines].join('\n'), [add, ...renew]))
}

/** The next term of a group: its members stay, the lead passes on. */
export async function renewGroup(turn: Turn, id: string): Promise<void> {
  const group = (await turn.store.unitGroups.all()).find((one) => one.id === id)
  if (!group) return turn.say('people.units.gone')
  await turn.begin('khoi', { groupId: id, name: group.name, unitIds: group.unitIds })
}
