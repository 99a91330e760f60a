import { z } from 'zod'
import { message } from '../chat/message.ts'
import { readReminderHour } from '../domain/reminder-choices.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { keepReminderChoice } from './people/reminder-choices.ts'

const answers = z.object({ hour: z.string().nullable().default(null) })
type Answers = z.infer<typeof answers>

/** Hours that are offered; others may be typed. */
const offered = ['08:00', '09:00', '10:00', '14:00']

const hour: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('reminders.choices.askHour', turn.calendar.hours)),
  choices({ turn }) {
    const { opens, closes } = turn.calendar.hours
    return [opens, ...offered.filter((one) => one > opens && one < closes)].map((value) => ({ value, label: value }))
  },
  read(input, { turn }) {
    const typed = input.kind === 'choice' ? input.value : input.kind === 'text' ? input.text : ''
    const read = readReminderHour(typed, turn.calendar.hours)
    if (read) return { ok: true, answers: { hour: read } }
    const words = { typed: typed.slice(0, 60), ...turn.calendar.hours }
    return { ok: false, message: message(turn.texts.t('reminders.choices.wrongHour', words)) }
  },
}

/** The hour at which a person's reminders of a morning come; the opening of the office is no hour of one's own. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'hour' }),
  next: () => null,
  steps: { hour },
  async finish({ turn, answers: given }) {
    const at = given.hour ?? turn.calendar.hours.opens
    await keepReminderChoice(turn, { hour: at === turn.calendar.hours.opens ? null : at })
    turn.say('reminders.choices.nowHour', { hour: at })
    return 'done'
  },
})
