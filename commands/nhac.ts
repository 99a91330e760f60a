import { z } from 'zod'
import { assignToClerks } from '../src/chat/assign.ts'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { previewNudge, sendNudge } from '../src/chat/nudge.ts'
import { readMatters } from '../src/chat/reminder-matters.ts'
import { reportSent, settleReported } from '../src/chat/reported-sent.ts'
import type { Turn } from '../src/chat/turn.ts'
import { writeReminder } from '../src/chat/write-reminder.ts'
import { agencyKey, agencySchema } from '../src/domain/agency.ts'
import { workdayAfter } from '../src/domain/calendar.ts'
import { formatDay } from '../src/texts/days.ts'

const one = z.object({ deadlineId: z.string() })
const subject = z.enum(['unit', 'person'])

/** One task of a list, told in full with its own buttons. */
async function showWork(turn: Turn, deadlineId: string): Promise<void> {
  const { person, store, today, texts, calendar } = turn
  if (!person) return
  const reader = { member: person, today, texts, calendar }
  const matters = await readMatters(store, [{ deadlineId, revision: null, asHead: true }], reader)
  const agency = await store.settings.get(agencyKey, agencySchema)
  const card = writeReminder(matters, { ...reader, agency })
  if (card) turn.reply(card)
  else turn.say('reminders.gone')
}

/** Quiet until the next working morning, when these deadlines remind again. */
async function remindLater(turn: Turn, deadlineIds: string[]): Promise<void> {
  const { person, store, calendar, today, texts } = turn
  if (!person) return
  const untilDay = workdayAfter(calendar, today)
  const mine = await store.obligations.find({ personId: person.id, deadlineIds })
  for (const deadlineId of new Set(mine.map((obligation) => obligation.deadlineId)))
    await store.reminders.pause({ personId: person.id, deadlineId, untilDay })
  turn.say('reminders.snoozed', { day: formatDay(texts, untilDay) })
}

/** What the buttons of reminders and digests do. */
export default defineCommand({
  usage: 'reminders.usage',
  menu: 'reminders.menu',
  aliases: [],
  allow: everyone,
  hidden: true,
  run: (turn) => turn.run('hanchot'),
  actions: {
    work: defineAction(one, (turn, { deadlineId }) => showWork(turn, deadlineId)),
    later: defineAction(z.object({ deadlineIds: z.array(z.string()) }), (turn, { deadlineIds }) =>
      remindLater(turn, deadlineIds),
    ),
    sent: defineAction(one.extend({ subjectId: z.string().optional() }), (turn, { deadlineId, subjectId }) =>
      reportSent(turn, deadlineId, subjectId ?? null),
    ),
    assign: defineAction(one, (turn, { deadlineId }) => assignToClerks(turn, deadlineId)),
    came: defineAction(one.extend({ subject, subjectId: z.string() }), (turn, bound) =>
      settleReported(turn, bound, true),
    ),
    notCame: defineAction(one.extend({ subject, subjectId: z.string() }), (turn, bound) =>
      settleReported(turn, bound, false),
    ),
    nudge: defineAction(one, (turn, { deadlineId }) => previewNudge(turn, deadlineId)),
    nudgeNow: defineAction(one, (turn, { deadlineId }) => sendNudge(turn, deadlineId)),
  },
})
