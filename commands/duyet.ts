import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { paperKind } from '../src/dialogs/duyet/paper-kinds.ts'
import { approveAll, previewAll, showNext } from '../src/dialogs/duyet/show-waiting.ts'

const seen = z.object({ id: z.string(), version: z.int() })
const ofPlan = z.object({ planId: z.string(), kind: z.string() })
const one = seen.extend({ kind: z.string().default('registration') })

/** What waits for me, of every kind: approve or ask for completion (heads), take in (admins). */
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
    approve: defineAction(one, (turn, { kind, ...seen }) => paperKind(kind).approve(turn, seen)),
    return: defineAction(one, (turn, { kind, ...seen }) => paperKind(kind).askBack(turn, seen)),
    receive: defineAction(one.extend({ signed: z.boolean() }), (turn, { kind, signed, ...seen }) =>
      paperKind(kind).receive(turn, seen, signed),
    ),
    paper: defineAction(one, (turn, { kind, ...seen }) => paperKind(kind).takePaper(turn, seen)),
  },
})
