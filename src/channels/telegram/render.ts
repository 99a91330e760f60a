import type { QueuedMessage } from '../../chat/message.ts'
import { splitText } from '../split-text.ts'

/** Telegram counts UTF-16 units after parsing; a little room is left. */
export const textLength = 4096
export const captionLength = 1024
/** Labels longer than this stand alone in their row. */
const shortLabel = 14
const buttonsARow = 3

export type Part = { html: string; plain: string }
export type Keyboard = { inline_keyboard: { text: string; callback_data: string }[][] }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)

/** A message's words as parts that Telegram takes, each with its plain words for when markup is refused. */
export function renderParts({ blocks }: QueuedMessage, most: number = textLength): Part[] {
  const parts: Part[] = []
  for (const { kind, text } of blocks) {
    for (const plain of splitText(text, most)) {
      const html = kind === 'quote' ? `<blockquote expandable>${escapeHtml(plain)}</blockquote>` : escapeHtml(plain)
      const last = parts.at(-1)
      if (last && last.plain.length + plain.length + 1 <= most)
        parts[parts.length - 1] = { html: `${last.html}\n${html}`, plain: `${last.plain}\n${plain}` }
      else parts.push({ html, plain })
    }
  }
  return parts.filter(({ plain }) => plain.trim() !== '')
}

/** Buttons in rows: short labels up to three beside each other, long ones alone. */
export function renderKeyboard({ buttons }: QueuedMessage): Keyboard | null {
  if (buttons.length === 0) return null
  const rows: Keyboard['inline_keyboard'] = []
  for (const { label, token } of buttons) {
    const button = { text: label, callback_data: token }
    const row = rows.at(-1)
    const fits =
      row &&
      row.length < buttonsARow &&
      [...row.map(({ text }) => text), label].every((text) => text.length <= shortLabel)
    if (fits) row.push(button)
    else rows.push([button])
  }
  return { inline_keyboard: rows }
}
