import { z } from 'zod'
import { changeHonour, honoursOf } from '../chat/honours.ts'
import { mayChangeLists } from '../chat/known-lists.ts'
import { button, message } from '../chat/message.ts'
import { type Honour, readHonourLine } from '../domain/honours.ts'
import { defineDialog, type Step } from './engine/dialog.ts'

const answers = z.object({
  kind: z.enum(['add', 'drop']),
  /** The line that was typed, or the key of what is taken out. */
  line: z.string().default(''),
})
type Answers = z.infer<typeof answers>

const keyOf = ({ kind, of, name }: Honour): string => `${kind} ${of} ${name}`

const line: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('review.honours.ask')),
  read(input, { turn, answers }) {
    const text = input.kind === 'text' ? input.text : ''
    if (readHonourLine(text)) return { ok: true, answers: { ...answers, line: text } }
    return { ok: false, message: message(turn.texts.t('review.honours.wrong', { text: text.slice(0, 80) })) }
  },
}

const pick: Step<Answers> = {
  async ask({ turn }) {
    const lines = (await honoursOf(turn)).map(({ name, kind, of }, index) => {
      const group = turn.texts.t(`review.honours.${kind}.${of}`)
      return `${index + 1}. ${name} (${group.replace(/:$/u, '').toLowerCase()})`
    })
    return message([turn.texts.t('review.honours.askDrop'), ...lines].join('\n'))
  },
  choices: async ({ turn }) =>
    (await honoursOf(turn)).map((honour, index) => ({
      value: keyOf(honour),
      label: turn.texts.t('review.honours.choose', { number: index + 1 }),
    })),
  read(input, { turn, answers }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, line: input.value } }
    return { ok: false, message: message(turn.texts.t('review.honours.unclear')) }
  },
}

/** Adds a title or commendation to the agency's list, or takes one out of it. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: ({ kind }) => ({ step: kind === 'add' ? 'line' : 'pick' }),
  next: () => null,
  steps: { line, pick },
  async finish({ turn, answers }) {
    const honour =
      answers.kind === 'add'
        ? readHonourLine(answers.line)
        : (await honoursOf(turn)).find((one) => keyOf(one) === answers.line)
    if (!(await mayChangeLists(turn))) turn.say('review.lists.refused')
    else if (honour) {
      const { kind, of, name } = honour
      await changeHonour(turn, { kind, of, name, dropped: answers.kind === 'drop' })
      const see = button(turn.texts.t('review.honours.menu'), 'danhmuc', 'honours')
      turn.say(answers.kind === 'add' ? 'review.honours.added' : 'review.honours.dropped', { name }, [see])
    }
    return 'done'
  },
})
