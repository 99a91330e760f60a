import type { QueuedMessage } from '../../chat/message.ts'
import { splitText } from '../split-text.ts'
import { payloadOf } from './button-payload.ts'
import { messageTerms, templateTerms } from './terms.ts'

/** The body of a consultation message, without its recipient. */
export type OaMessage = { text?: string; attachment?: object }
type Button = QueuedMessage['buttons'][number]

/** Stands above buttons for which there was no room below the words: a message needs some text. */
const andOn = '…'

/** The words of a document stand in “…”: there is no markup. */
const plain = ({ kind, text }: QueuedMessage['blocks'][number]): string =>
  kind === 'quote' && text.trim() !== '' && !text.startsWith('“') ? `“${text}”` : text

const wordsOf = ({ blocks }: QueuedMessage): string => blocks.map(plain).join('\n').normalize('NFC')

const cut = (text: string, most: number) => (text.length <= most ? text : `${splitText(text, most - 1)[0]}…`)

function withButtons(text: string, buttons: Button[]): OaMessage {
  if (buttons.length === 0) return { text }
  const shown = buttons.map(({ label, token }) => ({
    title: cut(label.normalize('NFC'), messageTerms.titleLength),
    type: 'oa.query.hide',
    payload: payloadOf(token),
  }))
  return { text, attachment: { type: 'template', payload: { buttons: shown } } }
}

const chunks = (buttons: Button[], size: number): Button[][] =>
  buttons.length <= size ? [buttons] : [buttons.slice(0, size), ...chunks(buttons.slice(size), size)]

/** The words in as many messages as they need, the buttons below the last, and below `…` those that Zalo has no room for. */
export function renderMessages(message: QueuedMessage, more: string | null = null): OaMessage[] {
  const words = [wordsOf(message), more].filter((text) => text !== null && text.trim() !== '').join('\n')
  const parts = splitText(words, messageTerms.textLength).filter((text) => text.trim() !== '')
  const [first = [], ...rest] = chunks(message.buttons, messageTerms.mostButtons)
  const last = parts.at(-1) ?? (first.length > 0 ? andOn : null)
  if (last === null) return []
  return [
    ...parts.slice(0, -1).map((text) => ({ text })),
    withButtons(last, first),
    ...rest.map((buttons) => withButtons(andOn, buttons)),
  ]
}

/** What fits into a template: the first words, cut between words where they are too many. */
export const templateData = (message: QueuedMessage): Record<string, string> => ({
  [templateTerms.parameter]: cut(wordsOf(message).replace(/\s+/gu, ' ').trim(), templateTerms.length),
})
