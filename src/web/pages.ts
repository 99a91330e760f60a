import type { TextKey, Texts } from '../texts/texts.ts'
import { pageWords } from './page-words.ts'
import type { Chat } from './room.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

const mark =
  '<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6"/>' +
  '<path d="m12 4.6 2.2 4.9 5.3.6-4 3.6 1.1 5.2-4.6-2.7-4.6 2.7 1.1-5.2-4-3.6 5.3-.6z"/></svg>'

const styles = ['fonts', 'page', 'top', 'chat', 'composer']
  .map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`)
  .join('\n')

// Told at once, so that modules do not wait for each other to name them.
const scripts = [
  'preact',
  'app',
  'chat-panel',
  'clock-control',
  'composer',
  'connection',
  'conversation',
  'lines',
  'log',
  'outgoing',
  'tabs',
]
  .map((name) => `<link rel="modulepreload" href="/assets/${name}.js">`)
  .join('\n')

type Shell = { status?: number; head?: string; body: string }

function shell(texts: Texts, title: string, { status = 200, head = '', body }: Shell): Response {
  const html = `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
${styles}
${head}</head>
<body>
${body}
</body>
</html>
`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', vary: 'accept-language' }
  return new Response(html, { status, headers })
}

/** The sign-in page: one field, no script. `problem` says what was wrong with the last try. */
export function signInPage(
  texts: Texts,
  options: { problem?: TextKey; code?: string; status?: number } = {},
): Response {
  const { problem, code = '', status = 200 } = options
  const say = (key: TextKey) => escapeHtml(texts.t(key))
  const wrong = problem ? `<p class="problem" id="problem" role="alert">${say(problem)}</p>` : ''
  const described = `aria-describedby="help${problem ? ' problem' : ''}"`
  const body = `<main class="sign-in">
<h1>${mark}${say('web.signIn.title')}</h1>
<p>${say('web.signIn.lead')}</p>
<form method="post" action="/session?lang=${texts.language}">
<label for="code">${say('web.signIn.code')}</label>
<input id="code" name="code" value="${escapeHtml(code)}" maxlength="100" autocomplete="one-time-code" autocapitalize="none"
 spellcheck="false" required autofocus ${described}>
${wrong}<button type="submit" class="primary">${say('web.signIn.enter')}</button>
</form>
<p id="help" class="quiet">${say('web.signIn.help')}</p>
</main>`
  return shell(texts, texts.t('web.signIn.title'), { status, body })
}

/** The chat page: a shell with its words and people; the conversation itself comes as events. */
export function chatPage(texts: Texts, options: { chats: Chat[]; demo: boolean; clock: boolean }): Response {
  const { demo, clock } = options
  const chats = options.chats.map(({ key, name, role, position }) => ({
    key,
    name,
    role: role && texts.t(`web.role.${role}`),
    position,
  }))
  const page = { language: texts.language, demo, clock, chats, words: pageWords(texts) }
  // A "<" would let a name end the script element.
  const data = JSON.stringify(page).replaceAll('<', '\\u003c')
  const head = `${scripts}
<script type="application/json" id="page">${data}</script>
<script type="module" src="/assets/app.js"></script>
`
  const body = `<div id="app"></div>
<noscript><p class="notice">${escapeHtml(texts.t('web.needsScript'))}</p></noscript>`
  return shell(texts, texts.t('web.page.title'), { head, body })
}
