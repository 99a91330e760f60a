import { z } from 'zod'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { chooseCalendar } from '../src/dialogs/calendar/choose.ts'
import { endAddress, renewAddress, sendBoard, sendCalendar } from '../src/dialogs/calendar/send.ts'

const ofUnit = z.object({ unit: z.string().nullable() })

/** Deadlines for the calendars of telephones and computers: a file, and an address that keeps itself up to date. */
export default defineCommand({
  usage: 'agenda.usage',
  menu: 'agenda.menu',
  aliases: ['lịch nhắc', 'lịch thời hạn', 'lichnhac'],
  allow: everyone,
  run: chooseCalendar,
  actions: {
    send: defineAction(ofUnit, (turn, { unit }) => sendCalendar(turn, unit)),
    renew: defineAction(ofUnit, (turn, { unit }) => renewAddress(turn, unit)),
    end: defineAction(ofUnit, (turn, { unit }) => endAddress(turn, unit)),
    board: defineAction(z.object({}), sendBoard),
  },
})
