import { button, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Unit } from '../../domain/unit.ts'
import { treeOrder } from '../../domain/unit-tree.ts'
import { sendCalendar } from './send.ts'

/** Units offered: with one's own calendar they are six buttons at most. */
const mostUnits = 5

/** The units of which somebody is head or admin, the widest first. */
async function unitsHeld({ store, person }: Turn): Promise<Unit[]> {
  const held = (person?.memberships ?? []).filter(({ role }) => role === 'head' || role === 'admin')
  const ids = new Set(held.map(({ unitId }) => unitId))
  return treeOrder(await store.units.all()).flatMap(({ unit }) => (ids.has(unit.id) ? [unit] : []))
}

/** Sends the calendar; who answers for a unit is asked first whether it is theirs or the unit's. */
export async function chooseCalendar(turn: Turn): Promise<void> {
  const { t } = turn.texts
  const units = (await unitsHeld(turn)).slice(0, mostUnits)
  if (units.length === 0) return sendCalendar(turn, null)
  const lines = units.map(({ name }, index) => t('agenda.chat.unitLine', { number: index + 2, unit: name }))
  const whose = [null, ...units.map(({ id }) => id)]
  const buttons = whose.map((unit, index) =>
    button(t('agenda.chat.choose', { number: index + 1 }), 'lich', 'send', { unit }),
  )
  turn.reply(message([t('agenda.chat.which'), ...lines].join('\n'), buttons))
}
