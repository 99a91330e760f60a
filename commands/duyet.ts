import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { act, openCase } from '../src/dialogs/dangky/act.ts'
import { isWritten } from '../src/dialogs/dangky/buttons.ts'
import { replyDecided } from '../src/dialogs/dangky/decided.ts'
import { notePaper } from '../src/dialogs/dangky/paper.ts'
import { tellApproved, tellReceived } from '../src/dialogs/dangky/tell.ts'
import { approveAll, previewAll, showNext } from '../src/dialogs/duyet/show-waiting.ts'

const seen = z.object({ id: z.string(), version: z.int() })
const ofPlan = z.object({ planId: z.string(), kind: z.string() })

/** What waits for me: approve or ask for completion (heads), take in (admins). */
export default defineCommand({
  order: 5,
  menu: 'register.duyet.menu',
  usage: 'register.duyet.usage',
  refusal: 'register.duyet.refusal',
  aliases: ['duyệt'],
  allow: only('head', 'admin'),
  run: (turn) => showNext(turn, ''),
  actions: {
    next: defineAction(z.object({ after: z.string() }), (turn, { after }) => showNext(turn, after)),
    all: defineAction(ofPlan, previewAll),
    allNow: defineAction(ofPlan.extend({ seen: z.array(seen) }), approveAll),
    approve: defineAction(seen, async (turn, args) => {
      const done = await act(turn, args, 'approve')
      if (!done) return
      await tellApproved(turn, done.about)
      await replyDecided(turn, 'approved', done.about)
    }),
    return: defineAction(seen, async (turn, args) => {
      const one = await openCase(turn, args, 'return')
      if (one) await turn.begin('hoanthien', { ...args, code: one.registration.code })
    }),
    receive: defineAction(seen.extend({ signed: z.boolean() }), async (turn, { signed, ...args }) => {
      const done = await act(turn, args, 'receive', signed ? { paper: 'received' } : {})
      if (!done) return
      await tellReceived(turn, done.about)
      const plain = isWritten(done.about) ? 'received' : 'receivedPlain'
      await replyDecided(turn, signed ? 'receivedSigned' : plain, done.about)
    }),
    paper: defineAction(seen, (turn, args) => notePaper(turn, args, 'received')),
  },
})
