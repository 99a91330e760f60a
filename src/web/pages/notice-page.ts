import type { TextKey, Texts } from '../../texts/texts.ts'
import { escapeHtml, renderPage } from '../page.ts'

type Notice = { title: TextKey; text: TextKey; values?: Record<string, unknown>; status?: number }

/** A page that says one thing: a heading and a sentence. */
export function noticePage(texts: Texts, request: Request, { title, text, values, status = 200 }: Notice): Response {
  const heading = texts.t(title, values)
  const body = `<div class="narrow">
<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(texts.t(text, values))}</p>
</div>`
  return renderPage(texts, request, { title: heading, body, status })
}

/** What is said of a link that does not count: expired, used, or not ours. */
export const deadLinkPage = (texts: Texts, request: Request, reason: 'expired' | 'used' | 'wrong'): Response =>
  noticePage(texts, request, {
    title: `pages.link.${reason}`,
    text: `pages.link.${reason}Help`,
    status: reason === 'wrong' ? 404 : 410,
  })
