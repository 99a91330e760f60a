import { z } from 'zod'
import { digestTimesOf } from '../chat/digest-times.ts'
import { mayChangeLists } from '../chat/known-lists.ts'
import { message } from '../chat/message.ts'
import { digestTimes, digestTimesKey } from '../domain/digest-times.ts'
import { readDigestTimes } from '../domain/typed-digest-times.ts'
import { formatDigestTimes } from '../texts/settings.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { changeSetting } from './settings/change.ts'
import { checkStep } from './settings/check-step.ts'

const answers = z.object({ times: digestTimes.default([]) })
type Answers = z.infer<typeof answers>

const times: Step<Answers> = {
  plainNumbers: true,
  ask: async ({ turn: { texts, store } }) => {
    return message(texts.t('settings.digests.ask', { times: formatDigestTimes(texts, await digestTimesOf(store)) }))
  },
  choices: ({ turn }) => [{ value: 'never', label: turn.texts.t('settings.digests.never') }],
  read(input, { turn }) {
    if (input.kind === 'choice') return { ok: true, answers: { times: [] } }
    const text = input.kind === 'text' ? input.text : ''
    const read = readDigestTimes(text)
    const { opens, closes } = turn.calendar.hours
    const outside = read?.some(({ time }) => time < opens || time >= closes)
    if (read && !outside) return { ok: true, answers: { times: read } }
    const key = outside ? 'settings.digests.outside' : 'settings.digests.wrong'
    return { ok: false, message: message(turn.texts.t(key, { text: text.slice(0, 60), opens, closes })) }
  },
}

/** On which days and at what hours heads and admins hear the digest. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'times' }),
  next: (_answers, { step }) => (step === 'times' ? { step: 'check' } : null),
  steps: {
    times,
    check: checkStep(({ turn: { texts }, answers: { times } }) =>
      times.length > 0
        ? texts.t('settings.digests.check', { times: formatDigestTimes(texts, times) })
        : texts.t('settings.digests.checkNever'),
    ),
  },
  async finish({ turn, answers: { times } }) {
    if (!(await mayChangeLists(turn))) turn.say('settings.refused')
    else {
      await changeSetting(turn, digestTimesKey, times)
      // What the new days would have been is past: the next digest is the next to come.
      await turn.store.jobRuns.record('digests', turn.now)
      turn.say('settings.digests.kept')
    }
    return 'done'
  },
})
