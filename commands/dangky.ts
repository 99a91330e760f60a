import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { act } from '../src/dialogs/dangky/act.ts'
import { registerInOneMessage } from '../src/dialogs/dangky/one-message.ts'
import { notePaper } from '../src/dialogs/dangky/paper.ts'
import { askWithdraw, edit, start, startFresh, view } from '../src/dialogs/dangky/start.ts'
import { tellWithdrawn } from '../src/dialogs/dangky/tell.ts'
import { fold } from '../src/domain/fold.ts'
import { readOneMessage } from '../src/domain/one-message.ts'

const one = z.object({ id: z.string() })
const seen = one.extend({ version: z.int() })

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
  understands: (tail) => wish.test(fold(tail)) || readOneMessage(tail) !== null,
  async run(turn, tail) {
    const whole = readOneMessage(tail)
    if (whole && (await registerInOneMessage(turn, { ...whole, plan: narrowing(whole.plan) }))) return
    await start(turn, { words: narrowing(whole?.plan ?? tail), plan: null })
  },
  actions: {
    resume: defineAction(z.object({}), (turn) => turn.resume('dangky')),
    begin: defineAction(z.object({ plan: z.string() }), (turn, { plan }) => start(turn, { words: '', plan })),
    fresh: defineAction(z.object({ words: z.string(), plan: z.string().nullable() }), async (turn, from) => {
      await turn.dropDraft('dangky')
      await startFresh(turn, from)
    }),
    view: defineAction(one, (turn, { id }) => view(turn, id)),
    edit: defineAction(one.extend({ anew: z.boolean().optional() }), (turn, { id, anew }) =>
      edit(turn, id, anew ?? false),
    ),
    withdraw: defineAction(one, (turn, { id }) => askWithdraw(turn, id)),
    withdrawNow: defineAction(seen, async (turn, args) => {
      const done = await act(turn, args, 'withdraw')
      if (!done) return
      turn.say('register.withdraw.done', { code: done.about.registration.code })
      await tellWithdrawn(turn, done.about, done.was)
    }),
    reportPaper: defineAction(seen, (turn, args) => notePaper(turn, args, 'reported')),
  },
})
