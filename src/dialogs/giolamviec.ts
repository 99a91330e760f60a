import { z } from 'zod'
import { digestTimesOf } from '../chat/digest-times.ts'
import { mayChangeLists } from '../chat/known-lists.ts'
import { message } from '../chat/message.ts'
import { officeHoursKey } from '../chat/work-calendar.ts'
import { readHours } from '../domain/typed-hours.ts'
import { formatDigestTimes } from '../texts/settings.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { changeSetting } from './settings/change.ts'
import { checkStep } from './settings/check-step.ts'

const answers = z.object({ opens: z.string().default(''), closes: z.string().default('') })
type Answers = z.infer<typeof answers>

const hours: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('settings.hours.ask', turn.calendar.hours)),
  read(input, { turn }) {
    const text = input.kind === 'text' ? input.text : ''
    const read = readHours(text)
    if (read) return { ok: true, answers: read }
    return { ok: false, message: message(turn.texts.t('settings.hours.wrong', { text: text.slice(0, 60) })) }
  },
}

/** What follows for the mornings and the last days; digests that would come outside the hours wait for the next of them. */
async function preview({ turn: { texts, store }, answers }: Asked<Answers>): Promise<string> {
  const { opens, closes } = answers
  const waiting = (await digestTimesOf(store)).filter(({ time }) => time < opens || time >= closes)
  const times = formatDigestTimes(texts, waiting)
  const digests = waiting.length > 0 ? [texts.t('settings.hours.digests', { times })] : []
  return [texts.t('settings.hours.check', answers), ...digests].join('\n')
}

/** When the office opens and closes: reminders go out between the two, and a last day ends with the second. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'hours' }),
  next: (_answers, { step }) => (step === 'hours' ? { step: 'check' } : null),
  steps: { hours, check: checkStep(preview) },
  async finish({ turn, answers }) {
    if (!(await mayChangeLists(turn))) turn.say('settings.refused')
    else {
      await changeSetting(turn, officeHoursKey, answers)
      turn.say('settings.hours.kept', answers)
    }
    return 'done'
  },
})
