import { defineCommand, everyone } from '../src/chat/command.ts'
import { rolesOf } from '../src/dialogs/handover/pass.ts'
import { mayHandOver } from '../src/dialogs/handover/who.ts'

/** Handing a role and its unfinished matters over to a successor. */
export default defineCommand({
  order: 13,
  menu: 'office.handover.menu',
  usage: 'office.handover.usage',
  aliases: ['bàn giao'],
  allow: everyone,
  async run(turn) {
    const people = await mayHandOver(turn)
    const [only] = people
    if (people.length > 1 || !only) return turn.begin('bangiao', {})
    const held = await rolesOf(turn, only.id)
    const [first] = held
    if (!first) return turn.say('office.handover.refused.gone')
    await turn.begin('bangiao', {
      fromId: only.id,
      ...(held.length === 1 && { role: `${first.unitId} ${first.role}` }),
    })
  },
})
