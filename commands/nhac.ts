import { z } from 'zod'
import { assignToClerks } from '../src/chat/assign.ts'
import { defineAction, defineCommand, everyone } from '../src/chat/command.ts'
import { previewNudge, sendNudge } from '../src/chat/nudge.ts'
import { readMatters } from '../src/chat/reminder-matters.ts'
import { reportSent, settleReported } from '../src/chat/reported-sent.ts'
import { askUntilWhen, snooze } from '../src/chat/snooze.ts'
import type { Turn } from '../src/chat/turn.ts'
import { writeReminder } from '../src/chat/write-reminder.ts'
import { agencyKey, agencySchema } from '../src/domain/agency.ts'
import { isOpen } from '../src/domain/obligation.ts'
import { snoozes } from '../src/domain/snooze.ts'

const one = z.object({ deadlineId: z.string() })
const ofRound = one.extend({ round: z.string().optional() })
const subject = z.enum(['unit', 'person'])
const bound = ofRound.extend({ subject, subjectId: z.string() })
const tasks = z.array(one.extend({ round: z.string().nullable() }))

/** The rounds of a task for which nothing is recorded of the person; a button that names none means those near today. */
async function openRounds(turn: Turn, deadlineId: string): Promise<(string | null)[]> {
  const { person, store, today } = turn
  if (!person) return []
  const mine = await store.obligations.find({ personId: person.id, deadlineIds: [deadlineId], today })
  const rounds = new Set(mine.filter(isOpen).map(({ round }) => round))
  return rounds.size > 0 ? [...rounds] : [null]
}

/** One task of a list, told in full with its own buttons. */
async function showWork(turn: Turn, deadlineId: string, round: string | undefined): Promise<void> {
  const { person, store } = turn
  if (!person) return
  const reader = { ...turn, member: person }
  const rounds = round === undefined ? await openRounds(turn, deadlineId) : [round]
  const about = rounds.map((one) => ({ deadlineId, round: one, revisions: null, asHead: true, asDeputy: true }))
  const [matter] = await readMatters(store, about, reader)
  const agency = await store.settings.get(agencyKey, agencySchema)
  const card = matter && writeReminder([matter], { ...reader, agency })
  if (card) turn.reply(card)
  else turn.say('reminders.gone')
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
    work: defineAction(ofRound, (turn, { deadlineId, round }) => showWork(turn, deadlineId, round)),
    // `deadlineIds`: as buttons of earlier days have it.
    later: defineAction(
      z.object({ deadlineIds: z.array(z.string()).default([]), tasks: tasks.default([]) }),
      (turn, { deadlineIds, tasks: given }) =>
        askUntilWhen(turn, [...given, ...deadlineIds.map((deadlineId) => ({ deadlineId, round: null }))]),
    ),
    snooze: defineAction(z.object({ tasks, snooze: z.enum(snoozes) }), (turn, { tasks: given, snooze: chosen }) =>
      snooze(turn, given, chosen),
    ),
    sent: defineAction(ofRound.extend({ subjectId: z.string().optional() }), reportSent),
    assign: defineAction(ofRound, assignToClerks),
    came: defineAction(bound, (turn, given) => settleReported(turn, given, true)),
    notCame: defineAction(bound, (turn, given) => settleReported(turn, given, false)),
    nudge: defineAction(ofRound, previewNudge),
    nudgeNow: defineAction(ofRound, sendNudge),
  },
})
