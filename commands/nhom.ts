import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { answerInGroup, bindableUnits, bindGroup, giveGroupCode, unbindGroup } from '../src/chat/group-binding.ts'
import { listGroups } from '../src/chat/group-list.ts'

/** The group chats of a unit: binding one to it and taking it away. */
export default defineCommand({
  order: 12,
  menu: 'groups.menu',
  usage: 'groups.usage',
  refusal: 'groups.refusal',
  aliases: ['nhóm', 'nhóm chat'],
  allow: only('head', 'admin'),
  run: listGroups,
  inGroup: answerInGroup,
  actions: {
    add: defineAction(z.object({}), async (turn) => {
      const units = await bindableUnits(turn)
      const [first] = units
      if (units.length === 1 && first) await giveGroupCode(turn, first.id)
      else await turn.begin('gannhom', {})
    }),
    bind: defineAction(z.object({ unitId: z.string() }), (turn, { unitId }) => bindGroup(turn, unitId)),
    unbind: defineAction(z.object({ accountId: z.string() }), (turn, { accountId }) => unbindGroup(turn, accountId)),
  },
})
