import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { button, message } from '../src/chat/message.ts'
import type { Turn } from '../src/chat/turn.ts'

const dialog = 'themkehoach'
const noArgs = z.object({})

const start = (turn: Turn) => turn.begin(dialog, {})

async function begin(turn: Turn): Promise<void> {
  const draft = await turn.draftOf(dialog)
  if (!draft || draft.step === 'file') return start(turn)
  const { t } = turn.texts
  const question = message(t('plans.load.underway'), [
    button(t('plans.load.resume'), 'themkehoach', 'resume'),
    button(t('plans.load.restart'), 'themkehoach', 'restart'),
  ])
  // An album comes as so many files: asked once.
  turn.reply(turn.incoming.what.kind === 'file' ? { ...question, slot: 'underway' } : question)
}

/** Loads a plan; a review left half done is offered first, so that it is not lost by accident. */
export default defineCommand({
  order: 7,
  usage: 'plans.load.usage',
  menu: 'plans.load.menu',
  aliases: ['napkehoach', 'nạp kế hoạch'],
  allow: only('admin'),
  refusal: 'plans.load.refused',
  takesFile: true,
  run: begin,
  actions: {
    start: defineAction(noArgs, begin),
    resume: defineAction(noArgs, (turn) => turn.resume(dialog)),
    restart: defineAction(noArgs, start),
  },
})
