import { message } from '../../chat/message.ts'
import type { Asked, Step } from '../engine/dialog.ts'

/** Shows what a change does before it is kept; only [Lưu] goes on. */
export const checkStep = <Answers>(preview: (asked: Asked<Answers>) => Promise<string> | string): Step<Answers> => ({
  ask: async (asked) => message(await preview(asked)),
  choices: ({ turn }) => [{ value: 'keep', label: turn.texts.t('settings.keep') }],
  read: (input, { turn, answers }) =>
    input.kind === 'choice'
      ? { ok: true, answers }
      : { ok: false, message: message(turn.texts.t('settings.pickKeep')) },
})
