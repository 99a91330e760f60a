import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { showInvitationPicture } from '../src/dialogs/joining/invitation-picture.ts'
import { invite } from '../src/dialogs/joining/invite.ts'
import { askForSetUp } from '../src/dialogs/joining/set-up.ts'
import { ruledUnit, ruledUnits } from '../src/dialogs/units/choose-unit.ts'
import { roles } from '../src/domain/person.ts'

/** A single-use code for a role in a unit. */
export default defineCommand({
  order: 10,
  menu: 'people.invite.menu',
  usage: 'people.invite.usage',
  aliases: ['moi', 'mời', 'mã tham gia'],
  allow: only('admin'),
  async run(turn) {
    if (await askForSetUp(turn)) return
    const units = await ruledUnits(turn)
    await turn.begin('moi', units.length === 1 ? { unitId: units[0]?.id } : {})
  },
  actions: {
    picture: defineAction(z.object({ code: z.string() }), (turn, { code }) => showInvitationPicture(turn, code)),
    again: defineAction(z.object({ unitId: z.string(), role: z.enum(roles) }), async (turn, { unitId, role }) => {
      const unit = await ruledUnit(turn, unitId)
      if (unit) await invite(turn, unit, role)
    }),
  },
})
