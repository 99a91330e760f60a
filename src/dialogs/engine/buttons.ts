import { dialogTopic } from '../../chat/dialog-runner.ts'
import type { Draft } from '../../chat/drafts.ts'
import { type Button, button } from '../../chat/message.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Choice, Step } from './dialog.ts'

/** How many choices one message shows; the rest come by [Xem thêm]. */
const choicesAPage = 8
/** With more choices than this only the standard buttons most needed are shown; the others can still be typed. */
const choicesBesideAll = 3

const about = (draft: Draft, args: Record<string, unknown> = {}) => ({
  dialog: draft.dialog,
  draft: draft.id,
  ...draft.at,
  ...args,
})

const standard = (texts: Texts, draft: Draft, name: 'skip' | 'back' | 'save' | 'cancel'): Button =>
  button(texts.t(`chat.dialog.${name}`), dialogTopic, name, about(draft))

/** The buttons below a question: its choices from `offset`, then skip, back, save and cancel as they apply. */
export function questionButtons(
  texts: Texts,
  draft: Draft,
  step: Step<unknown>,
  choices: Choice[],
  offset: number,
): Button[] {
  const shown = choices.slice(offset, offset + choicesAPage)
  const picks = shown.map(({ value, label }) => button(label, dialogTopic, 'choose', about(draft, { value })))
  const after = offset + shown.length
  const more =
    after < choices.length
      ? [button(texts.t('chat.dialog.more'), dialogTopic, 'more', about(draft, { offset: after }))]
      : []
  const roomy = choices.length <= choicesBesideAll
  const names = [
    ...(step.optional ? (['skip'] as const) : []),
    ...(draft.history.length > 0 ? (['back'] as const) : []),
    ...(roomy ? (['save'] as const) : []),
    'cancel' as const,
  ]
  return [...picks, ...more, ...names.map((name) => standard(texts, draft, name))]
}

/** The buttons below a refusal: back where there is a way back, and cancel. */
export const retryButtons = (texts: Texts, draft: Draft): Button[] =>
  [...(draft.history.length > 0 ? (['back'] as const) : []), 'cancel' as const].map((name) =>
    standard(texts, draft, name),
  )
