import { z } from 'zod'
import { agencyWords } from '../src/chat/agency-words.ts'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { button, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'
import { askForSetUp } from '../src/dialogs/joining/set-up.ts'
import { ruledUnits } from '../src/dialogs/units/choose-unit.ts'
import { emptyLeaves } from '../src/dialogs/units/empty-leaves.ts'
import { formatTree } from '../src/dialogs/units/format-tree.ts'

const nothing = z.object({})

/** The units in the admin's charge as a tree; adding (lines may follow the command at once), renaming, removing. */
export default defineCommand({
  menu: 'people.units.menu',
  usage: 'people.units.usage',
  aliases: [],
  allow: only('admin'),
  understands: (tail) => tail.includes('\n'),
  async run(turn, tail) {
    if (await askForSetUp(turn)) return
    if (tail !== '') return add(turn, tail)
    const { texts, store } = turn
    const units = await ruledUnits(turn)
    const roots = units.filter(({ parentId }) => !units.some(({ id }) => id === parentId))
    const tree = formatTree(
      texts,
      units.map((unit) => (roots.includes(unit) ? { ...unit, parentId: null } : unit)),
    )
    const words = { ...(await agencyWords(store, texts)), count: units.length }
    turn.reply(
      message(
        [texts.t('people.units.list', words), tree].join('\n'),
        (['add', 'rename', 'remove'] as const).map((name) => button(texts.t(`people.units.${name}`), 'donvi', name)),
      ),
    )
  },
  actions: {
    add: defineAction(nothing, (turn) => add(turn)),
    rename: defineAction(nothing, (turn) => turn.begin('doitendonvi', {})),
    remove: defineAction(nothing, async (turn) =>
      (await emptyLeaves(turn)).length > 0 ? turn.begin('xoadonvi', {}) : turn.say('people.units.removeNone'),
    ),
  },
})

/** Asks below which unit; with one unit alone there is nothing to ask. */
async function add(turn: Turn, lines?: string): Promise<void> {
  const units = await ruledUnits(turn)
  const only = units.length === 1 ? units[0]?.id : undefined
  await turn.begin('themdonvi', { ...(only && { unitId: only }), ...(lines && { lines }) })
}
