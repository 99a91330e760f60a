import { emulationTitles } from '../../domain/emulation-titles.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, campaignOf, headed, refused, shorten, took } from './ask.ts'

type Honour = 'title' | 'commendation'
const longestHonour = 150

/** A question for one name out of a list, or in one's own words. */
function honourStep(
  honour: Honour,
  listed: (ask: Ask) => Promise<string[]> | string[],
  isOptional: (ask: Ask) => boolean,
): Step<Answers> {
  return {
    async ask(ask) {
      const lines = (await listed(ask)).map((name, index) => `${index + 1}. ${shorten(name, 150)}`)
      return headed(ask, [ask.turn.texts.t(`register.${honour}.ask`), ...lines])
    },
    choices: async (ask) =>
      (await listed(ask)).map((name, index) => ({
        value: name,
        label: ask.turn.texts.t('register.choose', { number: index + 1 }),
      })),
    optional: isOptional,
    read(input, { turn, answers }) {
      if (input.kind === 'skip') return took({ ...answers, [honour]: null })
      if (input.kind === 'choice') return took({ ...answers, [honour]: input.value })
      const name = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
      if (!/\p{L}{2}/u.test(name)) return refused(turn, `register.${honour}.unclear`, { typed: name.slice(0, 60) })
      return name.length > longestHonour
        ? refused(turn, 'register.tooLong', { length: name.length, most: longestHonour })
        : took({ ...answers, [honour]: name })
    },
  }
}

export const titleStep = honourStep(
  'title',
  ({ answers }) => emulationTitles[answers.registrant?.subject ?? 'person'],
  ({ answers }) => answers.wanted?.title !== true,
)

export const commendationStep = honourStep(
  'commendation',
  async (ask) => [...new Set((await campaignOf(ask)).plan.draft.commendations.map(({ name }) => name))].slice(0, 8),
  ({ answers }) => answers.wanted?.commendation !== true,
)
