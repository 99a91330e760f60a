import type { TextKey, Texts } from '../../texts/texts.ts'
import { escapeHtml } from '../page.ts'

/** A part of a page under a heading of its own, by which it is named; `inside` is HTML. */
export const section = (id: string, heading: string, inside: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(heading)}</h2>\n${inside}</section>`

export const nothing = (texts: Texts, key: TextKey): string => `<p>${escapeHtml(texts.t(key))}</p>`

/** "5/8" and a bar of it; that nobody is missing is said by a sign and a word, not by colour alone. */
export function shareWords(texts: Texts, { done, total }: { done: number; total: number }): string {
  const width = Math.round((100 * done) / total)
  const bar = `<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><path class="rest" d="M0 2h100"/><path d="M0 2h${width}"/></svg>`
  if (done < total) return `<span>${done}/${total}</span>${bar}`
  return `<span class="good">✓ ${done}/${total}</span><span class="away"> ${escapeHtml(texts.t('pages.dashboard.whole'))}</span>${bar}`
}

/** Words as HTML in which a code (K7QF-2M9P) is not broken at its hyphens. */
export const unbrokenCodes = (words: string): string =>
  escapeHtml(words).replaceAll(/[A-Z\d]+(?:-[A-Z\d]+)+/g, '<span class="code">$&</span>')

/** A list of plain words. */
export const wordList = (items: string[]): string =>
  `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`

/** A list behind a line that opens it, without script: what stands in it is not seen where the page is projected. */
export const folded = (summary: string, items: string[]): string =>
  `<details><summary>${escapeHtml(summary)}</summary>${wordList(items)}</details>`
