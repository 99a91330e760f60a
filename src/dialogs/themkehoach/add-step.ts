import { message } from '../../chat/message.ts'
import type { Step } from '../engine/dialog.ts'
import { type Answers, readOf, toReview } from './answers.ts'
import { formerOf } from './former-step.ts'
import { readSentence } from './read-sentence.ts'

const [least, most] = [8, 1500]

/** What the reader has missed, sentence by sentence. */
export const add: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('plans.add.ask')),
  choices: ({ turn }) => [{ value: 'none', label: turn.texts.t('plans.add.none') }],
  async read(input, { turn, answers }) {
    const { t } = turn.texts
    if (input.kind === 'choice')
      return { ok: true, answers: { ...answers, adding: false, former: await formerOf(turn, answers) } }
    const sentence = input.kind === 'text' ? input.text.replace(/\s+/gu, ' ').trim() : ''
    if (sentence.length < least || sentence.length > most)
      return { ok: false, message: message(t('plans.add.length', { least, most, length: sentence.length })) }
    const found = readSentence(sentence, { today: turn.today, issuedOn: readOf(answers).draft.issuedOn })
    if (!found) return { ok: false, message: message(t('plans.add.unreadable')) }
    const deadlines = [...answers.deadlines, toReview(found, answers.deadlines.length, true)]
    return { ok: true, answers: { ...answers, deadlines, adding: true } }
  },
}
