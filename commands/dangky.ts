import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { act } from '../src/dialogs/dangky/act.ts'
import { download } from '../src/dialogs/dangky/download.ts'
import { notePaper } from '../src/dialogs/dangky/paper.ts'
import { askWithdraw, edit, sendFiles, start, startFresh, view } from '../src/dialogs/dangky/start.ts'
import { tellWithdrawn } from '../src/dialogs/dangky/tell.ts'
import { fold } from '../src/domain/fold.ts'
import { readOneMessage } from '../src/domain/one-message.ts'

const one = z.object({ id: z.string() })
const from = z.object({
  words: z.string(),
  plan: z.string().nullable(),
  whole: z.object({ plan: z.string(), content: z.string(), target: z.string(), people: z.string() }).optional(),
})
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
    const said = readOneMessage(tail)
    const whole = said ? { ...said, plan: narrowing(said.plan) } : undefined
    await start(turn, { words: whole?.plan ?? narrowing(tail), plan: null, ...(whole && { whole }) })
  },
  actions: {
    resume: defineAction(z.object({}), (turn) => turn.resume('dangky')),
    begin: defineAction(z.object({ plan: z.string() }), (turn, { plan }) => start(turn, { words: '', plan })),
    fresh: defineAction(from, async (turn, start) => {
      await turn.dropDraft('dangky')
      await startFresh(turn, start)
    }),
    view: defineAction(one, (turn, { id }) => view(turn, id)),
    download: defineAction(one, (turn, { id }) => download(turn, id)),
    files: defineAction(one, (turn, { id }) => sendFiles(turn, id)),
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
