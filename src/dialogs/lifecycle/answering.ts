import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { Asked, At, Read, Step } from '../engine/dialog.ts'
import type { Kind } from './kind.ts'

/** What the drafts of every kind of paper have in common. */
type Draft = {
  items: { content: string }[]
  lateReason?: string | undefined
  /** Where the answer just given leads instead of the next open question. */
  turnTo?: At | undefined
}

/** The answer is taken and leads to the next open question, or to a place of its own. */
export const took = <A extends Draft>(answers: A, turnTo?: At): Read<A> => ({
  ok: true,
  answers: { ...answers, turnTo },
})

/** The same question again, with changed answers (ticking). */
export const again = <A>(answers: A): Read<A> => ({ ok: true, answers, stay: true })

/** What was wrong with an answer; nothing changes. */
export const refused = (turn: Turn, key: TextKey, values: Record<string, unknown> = {}): Read<never> => ({
  ok: false,
  message: message(turn.texts.t(key, values)),
})

/** What is typed, on one line. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

type Own<A> = {
  words: Kind<never>['words']
  /** The question under the header of its dialog. */
  headed(asked: Asked<A>, lines: string[]): Message
}

/** [Sửa] of the preview: which of the places that can be changed. `listed`: the contents as they are named there. */
export function changeStepOf<A extends Draft>(
  { words, headed }: Own<A>,
  places: (answers: A) => At[],
  listed: (content: string) => string,
): Step<A> {
  return {
    ask(ask) {
      const contents = ask.answers.items.map(({ content }, index) => `${index + 1}. ${listed(content)}`)
      return headed(ask, [ask.turn.texts.t('register.change.ask'), ...contents])
    },
    choices: ({ turn: { texts }, answers }) =>
      places(answers).map(({ step, item }, index) => {
        const name = texts.t(`${words}.step.${step}` as TextKey)
        const several = item !== undefined && answers.items.length > 1
        const label = several ? texts.t('register.change.ofItem', { name, number: item + 1 }) : name
        return { value: String(index), label }
      }),
    read(input, { turn, answers }) {
      const place = input.kind === 'choice' ? places(answers)[Number(input.value)] : undefined
      return place ? took(answers, place) : refused(turn, 'register.change.unclear')
    },
  }
}

const longestReason = 300

/** Why it comes after the deadline. */
export const lateReasonStepOf = <A extends Draft>({ words, headed }: Own<A>): Step<A> => ({
  ask: (ask) => headed(ask, [ask.turn.texts.t(`${words}.lateReason.ask`)]),
  read(input, { turn, answers }) {
    const lateReason = input.kind === 'text' ? tidy(input.text) : ''
    if (!/\p{L}{2}/u.test(lateReason)) return refused(turn, 'register.lateReason.unclear')
    return lateReason.length > longestReason
      ? refused(turn, 'register.tooLong', { length: lateReason.length, most: longestReason })
      : took({ ...answers, lateReason })
  },
})
