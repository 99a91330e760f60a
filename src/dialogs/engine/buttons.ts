import { dialogTopic } from '../../chat/dialog-runner.ts'
import type { Draft } from '../../chat/drafts.ts'
import { type Button, button } from '../../chat/message.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Choice, Step } from './dialog.ts'

/** What fits below one message on a phone. */
const mostButtons = 6

/** More choices than this are not listed in the words of a question; each can be typed all the same. */
const mostListed = 20

const about = (draft: Draft, args: Record<string, unknown> = {}) => ({
  dialog: draft.dialog,
  draft: draft.id,
  ...draft.at,
  ...args,
})

const standard = (texts: Texts, draft: Draft, name: 'skip' | 'back' | 'save' | 'cancel'): Button =>
  button(texts.t(`chat.dialog.${name}`), dialogTopic, name, about(draft))

/** The part of the choices from `offset` that a message shows, whether others come by [Xem thêm], and the standard buttons. */
function layOut(draft: Draft, step: Step<unknown>, choices: Choice[], offset: number) {
  const picks = choices.filter(({ stays }) => !stays)
  const skip = step.optional ? (['skip'] as const) : []
  const back = draft.history.length > 0 ? (['back'] as const) : []
  const room = mostButtons - (choices.length - picks.length) - skip.length
  const all = [...skip, ...back, 'save' as const, 'cancel' as const]
  const usual = [...skip, ...back, 'cancel' as const]
  // What has no button can be typed: [Lưu nháp] gives way first, then one of [Quay lại] and [Hủy].
  const names = [all, usual].find((some) => picks.length + some.length - skip.length <= room)
  if (names) return { shown: picks, isPaged: false, names }
  const shown = picks.slice(offset, offset + room - 2)
  return { shown, isPaged: true, names: [...skip, back[0] ?? ('cancel' as const)] }
}

/** The buttons below a question, six at most: its choices from `offset`, [Xem thêm], those that stay, then skip, back, save and cancel. */
export function questionButtons(
  texts: Texts,
  draft: Draft,
  step: Step<unknown>,
  choices: Choice[],
  offset: number,
): Button[] {
  const { shown, isPaged, names } = layOut(draft, step, choices, offset)
  const pick = ({ value, label }: Choice) => button(label, dialogTopic, 'choose', about(draft, { value }))
  const after = offset + shown.length
  const next = after < choices.filter(({ stays }) => !stays).length ? after : 0
  const more = isPaged ? [button(texts.t('chat.dialog.more'), dialogTopic, 'more', about(draft, { offset: next }))] : []
  const stay = choices.filter(({ stays }) => stays)
  return [...shown.map(pick), ...more, ...stay.map(pick), ...names.map((name) => standard(texts, draft, name))]
}

/** Do the words of a question number its choices themselves? */
const isListed = (question: string) => /^1\. /mu.test(question)

/** The choices by number, for a question whose choices do not all have a button and which does not list them itself. */
export function choiceLines(draft: Draft, step: Step<unknown>, choices: Choice[], question: string): string {
  const listed = choices.filter(({ stays }) => !stays)
  if (isListed(question) || listed.length > mostListed || !layOut(draft, step, choices, 0).isPaged) return ''
  return listed.map(({ label }, index) => `\n${index + 1}. ${label}`).join('')
}

/** What is offered below a refusal: back where there is a way back, and cancel. Bare numbers stay answers. */
export function retry(texts: Texts, draft: Draft) {
  const names = [...(draft.history.length > 0 ? (['back'] as const) : []), 'cancel' as const]
  const controls = names.map((name) => texts.t(`chat.dialog.${name}`))
  return {
    buttons: names.map((name) => standard(texts, draft, name)),
    question: { labels: [], listed: 0, plainNumbers: false, controls, extras: 0 },
  }
}

/** Are the lines that a question numbers its choices (and not what was answered so far)? */
function numbersThem(words: string, choices: Choice[]): boolean {
  const first = choices.find(({ stays }) => !stays)?.label.slice(0, 12)
  return first !== undefined && (/^1\. (.*)$/mu.exec(words)?.[1] ?? '').startsWith(first)
}

/** The same for a channel without buttons; `words` as they are shown, with the lines of `choiceLines`. */
export function typedAnswers(texts: Texts, draft: Draft, step: Step<unknown>, choices: Choice[], words: string) {
  const skip = step.optional ? (['skip'] as const) : []
  const back = draft.history.length > 0 ? (['back'] as const) : []
  return {
    labels: choices.map(({ label }) => label),
    listed: numbersThem(words, choices) ? choices.filter(({ stays }) => !stays).length : 0,
    plainNumbers: step.plainNumbers ?? false,
    controls: [...skip, ...back, 'save' as const, 'cancel' as const].map((name) => texts.t(`chat.dialog.${name}`)),
  }
}
