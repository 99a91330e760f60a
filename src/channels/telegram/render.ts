import type { Block, QueuedMessage } from '../../chat/message.ts'
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

/** Longer quotations are shown folded up. */
const longQuote = 240

/** Words with their days as entities that a client can tap; the words themselves stay as they are. */
function withDays(text: string, days: NonNullable<Block['days']>): string {
  const found = days
    .map(({ text: day, at }) => ({ day, at, start: text.indexOf(day) }))
    .filter(({ start }) => start >= 0)
  let [html, end] = ['', 0]
  for (const { day, at, start } of found.sort((one, other) => one.start - other.start)) {
    if (start < end) continue
    const shown = `<tg-time unix="${Math.floor(at / 1000)}">${escapeHtml(day)}</tg-time>`
    html += escapeHtml(text.slice(end, start)) + shown
    end = start + day.length
  }
  return html + escapeHtml(text.slice(end))
}

function htmlOf({ kind, days = [] }: Block, text: string): string {
  if (kind === 'text') return withDays(text, days)
  return `<blockquote${text.length > longQuote ? ' expandable' : ''}>${escapeHtml(text)}</blockquote>`
}

/** A message's words as parts that Telegram takes, each with its plain words for when markup is refused. */
export function renderParts({ blocks }: QueuedMessage, most: number = textLength): Part[] {
  const parts: Part[] = []
  for (const block of blocks) {
    for (const plain of splitText(block.text, most)) {
      const html = htmlOf(block, plain)
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
