import { message } from '../../chat/message.ts'
import { longestName, readName } from '../../domain/names.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { Asked, Step } from '../engine/dialog.ts'

/** How a question is put: its key, and what stands in it. */
export type Question<Answers> = (asked: Asked<Answers>) => [key: TextKey, values?: Record<string, unknown>]

type LineOptions<Answers> = {
  ask: Question<Answers>
  optional?: boolean
  read?: (text: string) => string | null
  wrong?: TextKey
}

/** Asks for one line of words, kept under `field`; what cannot be read is answered with `wrong`. */
export function lineStep<Answers>(
  field: keyof Answers & string,
  { ask, optional = false, read = readName, wrong = 'people.profile.badName' }: LineOptions<Answers>,
): Step<Answers> {
  return {
    optional,
    plainNumbers: true,
    ask: (asked) => message(asked.turn.texts.t(...ask(asked))),
    read(input, { turn, answers }) {
      if (input.kind === 'skip') return { ok: true, answers: { ...answers, [field]: '' } }
      const typed = input.kind === 'text' ? input.text.trim() : ''
      const value = read(typed)
      if (value !== null) return { ok: true, answers: { ...answers, [field]: value } }
      const shown = typed.length > longestName ? `${typed.slice(0, longestName)}…` : typed
      return { ok: false, message: message(turn.texts.t(wrong, { typed: shown, most: longestName })) }
    },
  }
}
