import { z } from 'zod'
import { defineAction, defineCommand, only } from '../src/chat/command.ts'
import { deliveryNotes } from '../src/chat/delivery-notes.ts'
import { button } from '../src/chat/message.ts'
import { meterNotes } from '../src/chat/quota-meters.ts'
import { readCoverage } from '../src/chat/read-coverage.ts'
import { digestTitle, readDigest } from '../src/chat/read-digest.ts'
import type { Turn } from '../src/chat/turn.ts'
import { type Place, writeCoverage } from '../src/chat/write-coverage.ts'
import { writeDigest } from '../src/chat/write-digest.ts'
import { sendWritten } from '../src/dialogs/papers/send-file.ts'
import { beginChart, chartArgs, drawnArgs, replyChart } from '../src/dialogs/tiendo/chart.ts'
import { sendMissing } from '../src/dialogs/tiendo/missing.ts'

const mostButtons = 6
const place = chartArgs.pick({ under: true, offset: true })
const linkMinutes = 60

async function show(turn: Turn): Promise<void> {
  const { person, store, texts, calendar, today } = turn
  const digest = person && (await readDigest(store, person, turn))
  if (!digest) return
  const notes = [...(await deliveryNotes(store, person, turn)), ...(await meterNotes(store, person, turn))]
  const said = writeDigest(digest, { texts, calendar, today, unit: await digestTitle(store, person), notes })
  const open = button(texts.t('pages.dashboard.open'), 'tiendo', 'dashboard')
  turn.reply({ ...said, buttons: [...said.buttons.slice(0, mostButtons - 1), open] })
}

/** How far each unit is, in words; of those below one of them where that is asked. */
async function showUnits(turn: Turn, place: Place): Promise<void> {
  const read = turn.person && (await readCoverage(turn.store, turn.person, { today: turn.today, under: place.under }))
  if (read) turn.reply(writeCoverage(read, place, turn))
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
  actions: {
    show: defineAction(z.object({}), show),
    dashboard: defineAction(z.object({}), sendDashboard),
    chart: defineAction(chartArgs, beginChart),
    drawn: defineAction(drawnArgs, replyChart),
    units: defineAction(place, showUnits),
    list: defineAction(z.object({}), sendMissing),
    written: sendWritten,
  },
})
