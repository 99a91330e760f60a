import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { button } from '../src/chat/message.ts'
import { meterNotes } from '../src/chat/quota-meters.ts'
import { digestTitle, readDigest } from '../src/chat/read-digest.ts'
import type { Turn } from '../src/chat/turn.ts'
import { writeDigest } from '../src/chat/write-digest.ts'

const mostButtons = 6
const linkMinutes = 60

async function show(turn: Turn): Promise<void> {
  const { person, store, texts, calendar, today } = turn
  const digest = person && (await readDigest(store, person, turn))
  if (!digest) return
  const notes = await meterNotes(store, person, turn)
  const said = writeDigest(digest, { texts, calendar, today, unit: await digestTitle(store, person), notes })
  const open = button(texts.t('pages.dashboard.open'), 'tiendo', 'dashboard')
  turn.reply({ ...said, buttons: [...said.buttons.slice(0, mostButtons - 1), open] })
}

/** The address of the dashboard, for whoever asked and for a while. */
function sendDashboard({ services, incoming, person, say }: Turn): void {
  const address = services.pageLink(incoming.channel, 'dashboard', person?.id ?? '', linkMinutes * 60_000)
  if (address) say('pages.dashboard.link', { address, minutes: linkMinutes })
  else say('pages.dashboard.noLink')
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
  actions: { show: defineAction(z.object({}), show), dashboard: defineAction(z.object({}), sendDashboard) },
})
