import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { aboutItem, headed, refused, took, withItem } from './ask.ts'

const longestWork = 500

export const workStep: Step<Answers> = {
  ask: (ask) => headed(ask, [ask.turn.texts.t('register.work.ask', { about: aboutItem(ask.turn.texts, ask) })]),
  optional: true,
  read(input, ask) {
    if (input.kind === 'skip') return took(withItem(ask, { work: null }))
    const work = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    if (!/\p{L}{2}/u.test(work)) return refused(ask.turn, 'register.work.unclear', { typed: work.slice(0, 60) })
    if (work.length > longestWork)
      return refused(ask.turn, 'register.tooLong', { length: work.length, most: longestWork })
    return took(withItem(ask, { work }))
  },
}
