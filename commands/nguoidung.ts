import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { button, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'
import { askForSetUp } from '../src/dialogs/joining/set-up.ts'
import { askWhichRole, endRole, leave } from '../src/dialogs/people/end-roles.ts'
import { everybody, findPeople, presentPeople } from '../src/dialogs/people/list-people.ts'
import { memberInCharge, presentCard } from '../src/dialogs/people/person-card.ts'
import { shareAccount } from '../src/dialogs/people/share-account.ts'
import { ruledUnit } from '../src/dialogs/units/choose-unit.ts'
import { roles } from '../src/domain/person.ts'
import { formatPerson } from '../src/texts/people.ts'

const somebody = z.object({ personId: z.string() })
const membership = z.object({ personId: z.string(), unitId: z.string(), role: z.enum(roles) })

/** The people in an admin's charge by unit, narrowed by a name or unit; one alone is shown as a card to act on. */
export default defineCommand({
  order: 9,
  menu: 'people.users.menu',
  usage: 'people.users.usage',
  aliases: ['nhansu', 'nhân sự'],
  allow: only('admin'),
  async run(turn, tail) {
    if (await askForSetUp(turn)) return
    const typed = tail.slice(0, 80)
    const places = await findPeople(turn, typed)
    const found = everybody(places)
    if (found.length === 0) return turn.say('people.users.none', { typed })
    turn.reply(
      found.length === 1 && found[0] && typed !== ''
        ? await presentCard(turn, found[0])
        : presentPeople(turn.texts, places, typed),
    )
  },
  actions: {
    open: defineAction(somebody, async (turn, { personId }) => {
      const member = await memberInCharge(turn, personId)
      if (member) turn.reply(await presentCard(turn, member))
    }),
    addRole: defineAction(somebody, async (turn, { personId }) => {
      const member = await memberInCharge(turn, personId)
      if (member) await turn.begin('themvai', { personId, person: formatPerson(turn.texts, member) })
    }),
    endRole: defineAction(somebody, async (turn, { personId }) => {
      const member = await memberInCharge(turn, personId)
      if (member) await askWhichRole(turn, member)
    }),
    end: defineAction(membership, async (turn, ending) => {
      const member = await memberInCharge(turn, ending.personId)
      if (member && (await ruledUnit(turn, ending.unitId))) await endRole(turn, member, ending)
    }),
    left: defineAction(somebody, async (turn, { personId }) => askWhetherLeft(turn, personId)),
    share: defineAction(somebody, async (turn, { personId }) => {
      const member = await memberInCharge(turn, personId, true)
      if (member) await shareAccount(turn, member)
    }),
    leave: defineAction(somebody, async (turn, { personId }) => {
      const member = await memberInCharge(turn, personId, true)
      if (member) await leave(turn, member)
    }),
  },
})

async function askWhetherLeft(turn: Turn, personId: string): Promise<void> {
  const { texts } = turn
  const member = await memberInCharge(turn, personId, true)
  if (!member) return
  const sure = texts.t('people.users.leaveSure', { person: formatPerson(texts, member) })
  turn.reply(message(sure, [button(texts.t('people.users.leave'), 'nguoidung', 'leave', { personId })]))
}
