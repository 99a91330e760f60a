import { z } from 'zod'
import { agencyWords } from '../src/chat/agency-words.ts'
import { anyone, defineAction, defineCommand } from '../src/chat/command.ts'
import type { Turn } from '../src/chat/turn.ts'
import { greet } from '../src/dialogs/joining/greet.ts'
import { redeem } from '../src/dialogs/joining/redeem.ts'
import { askForSetUp } from '../src/dialogs/joining/set-up.ts'
import { letWebPageIn, turnWebPageAway } from '../src/dialogs/joining/web-sign-in.ts'

const waiting = z.object({ page: z.string() })

/** Redeems a code (typed, or brought by a deep link), else greets; a stranger learns how to get a code, whatever they write. */
export default defineCommand({
  order: 23,
  menu: 'chat.start.menu',
  usage: 'chat.start.usage',
  aliases: ['batdau'],
  allow: anyone,
  async run(turn, tail) {
    if (await redeem(turn, tail)) return
    if (!turn.person) return sayHow(turn)
    if (await askForSetUp(turn)) return
    if (await turn.draftOf('hoso')) return turn.resume('hoso')
    // Whoever cancelled giving a name would register under none.
    if (turn.person.name === turn.texts.t('people.unnamedPerson')) return turn.begin('hoso', {})
    await greet(turn, turn.person)
  },
  actions: {
    letIn: defineAction(waiting, (turn, { page }) => letWebPageIn(turn, page)),
    turnAway: defineAction(waiting, (turn, { page }) => turnWebPageAway(turn, page)),
  },
})

async function sayHow(turn: Turn): Promise<void> {
  turn.say('chat.stranger.how', await agencyWords(turn.store, turn.texts))
}
