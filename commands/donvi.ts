import { z } from 'zod'
import { agencyWords } from '../src/chat/agency-words.ts'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { button, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'
import { askForSetUp } from '../src/dialogs/joining/set-up.ts'
import { ruledUnits } from '../src/dialogs/units/choose-unit.ts'
import { emptyLeaves } from '../src/dialogs/units/empty-leaves.ts'
import { formatTree } from '../src/dialogs/units/format-tree.ts'
import { listGroups, renewGroup } from '../src/dialogs/units/list-groups.ts'
import type { Unit } from '../src/domain/unit.ts'

const nothing = z.object({})

/** The units in the admin's charge as a tree; adding (lines may follow the command at once), renaming, removing. */
export default defineCommand({
  order: 8,
  menu: 'people.units.menu',
  usage: 'people.units.usage',
  aliases: [],
  allow: only('admin'),
  understands: (tail) => tail.includes('\n'),
  async run(turn, tail) {
    if (await askForSetUp(turn)) return
    if (tail !== '') return add(turn, tail)
    const { texts } = turn
    const buttons = (['add', 'rename', 'remove'] as const).map((name) =>
      button(texts.t(`people.units.${name}`), 'donvi', name),
    )
    const merge = button(texts.t('office.merge.button'), 'donvi', 'merge')
    const groups = button(texts.t('office.group.button.list'), 'donvi', 'groups')
    const papers = button(texts.t('papers.unit.menu'), 'donvi', 'papers')
    turn.reply(message(await listing(turn), [...buttons, merge, groups, papers]))
  },
  actions: {
    add: defineAction(nothing, (turn) => add(turn)),
    rename: defineAction(nothing, (turn) => turn.begin('doitendonvi', {})),
    groups: defineAction(nothing, listGroups),
    addGroup: defineAction(nothing, (turn) => turn.begin('khoi', {})),
    renewGroup: defineAction(z.object({ id: z.string() }), (turn, { id }) => renewGroup(turn, id)),
    papers: defineAction(nothing, (turn) => turn.begin('thethucgiay', {})),
    merge: defineAction(nothing, (turn) => turn.begin('sapnhap', {})),
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

/** The units in the speaker's charge; the agency itself, which is above them all, is the heading and not counted. */
async function listing(turn: Turn): Promise<string> {
  const { texts, store } = turn
  const units = (await ruledUnits(turn)).filter(({ parentId }) => parentId !== null)
  const words = await agencyWords(store, texts)
  if (units.length === 0) return texts.t('people.units.listNone', words)
  const isTop = ({ parentId }: Unit) => !units.some(({ id }) => id === parentId)
  const tree = formatTree(
    texts,
    units.map((unit) => (isTop(unit) ? { ...unit, parentId: null } : unit)),
  )
  return [texts.t('people.units.list', { ...words, count: units.length }), tree].join('\n')
}
