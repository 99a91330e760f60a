import { z } from 'zod'
import { namesPlan } from '../src/asking/match-plan.ts'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { draftOfRegistration } from '../src/dialogs/dangky/begin.ts'
import { presentRegistration } from '../src/dialogs/dangky/present-registration.ts'
import { registrationKind } from '../src/dialogs/dangky/registration-kind.ts'
import { sendFiles } from '../src/dialogs/dangky/send-files.ts'
import { start, startFresh } from '../src/dialogs/dangky/start.ts'
import { authorActions } from '../src/dialogs/lifecycle/author-actions.ts'
import { registrationFile } from '../src/dialogs/papers/registration-file.ts'
import { fold } from '../src/domain/fold.ts'
import { readOneMessage } from '../src/domain/one-message.ts'

const from = z.object({
  words: z.string(),
  plan: z.string().nullable(),
  whole: z.object({ plan: z.string(), content: z.string(), target: z.string(), people: z.string() }).optional(),
})

/** "đăng ký thi đua 120 năm", "dk 120 nam": a wish to register; "đăng ký xe máy ở đâu" is speech. */
const wish = /^(?:thi dua|noi dung|ke hoach|phong trao)\b|^\d/

/** The words after the wish, as they were typed: they are shown again where nothing fits. */
const narrowing = (tail: string): string =>
  tail
    .replace(/^\s*(?:thi đua|thi dua|nội dung|noi dung|kế hoạch|ke hoach|phong trào|phong trao)(?!\p{L})/iu, '')
    .trim()

/** Registering for a plan; what the buttons of a registration do for its author. */
export default defineCommand({
  order: 2,
  menu: 'register.menu',
  usage: 'register.usage',
  aliases: ['dk', 'đk', 'đăng ký'],
  allow: everyone,
  understands: async (tail, { store }) =>
    wish.test(fold(tail)) || readOneMessage(tail) !== null || namesPlan(tail, await store.plans.list()),
  async run(turn, tail) {
    const said = readOneMessage(tail)
    const whole = said ? { ...said, plan: narrowing(said.plan) } : undefined
    await start(turn, { words: whole?.plan ?? narrowing(tail), plan: null, ...(whole && { whole }) })
  },
  actions: {
    ...authorActions(registrationKind, {
      present: presentRegistration,
      draft: draftOfRegistration,
      file: registrationFile,
      sendFiles,
    }),
    begin: defineAction(z.object({ plan: z.string() }), (turn, { plan }) => start(turn, { words: '', plan })),
    fresh: defineAction(from, async (turn, start) => {
      await turn.dropDraft('dangky')
      await startFresh(turn, start)
    }),
  },
})
