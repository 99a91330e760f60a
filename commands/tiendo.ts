import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { digestTitle, readDigest } from '../src/chat/read-digest.ts'
import type { Turn } from '../src/chat/turn.ts'
import { writeDigest } from '../src/chat/write-digest.ts'

async function show(turn: Turn): Promise<void> {
  const { person, store, texts, calendar, today } = turn
  const digest = person && (await readDigest(store, person, turn))
  if (digest) turn.reply(writeDigest(digest, { texts, calendar, today, unit: await digestTitle(store, person) }))
}

/** The digest, now: heads for their subtree, admins for the agency with what could not be delivered. */
export default defineCommand({
  order: 6,
  usage: 'reminders.digest.usage',
  menu: 'reminders.digest.menu',
  refusal: 'reminders.digest.refusal',
  aliases: ['tổng quan', 'tiến độ', 'tongquan'],
  allow: only('head', 'admin'),
  run: show,
  actions: { show: defineAction(z.object({}), show) },
})
