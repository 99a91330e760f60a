import type { Texts } from '../texts/texts.ts'
import { assetPath } from './assets.ts'
import { escapeHtml, mark, renderDocument } from './page.ts'
import { pageWords } from './page-words.ts'
import type { Chat } from './room.ts'

/** The modules of the chat page; told at once, so that they do not wait for each other to name them. */
export const chatModules = [
  'preact',
  'app',
  'chat-panel',
  'clock-control',
  'composer',
  'connection',
  'conversation',
  'lines',
  'drafts',
  'log',
  'notices',
  'outgoing',
  'tabs',
  'unseen',
  'upload',
]

const preloads = chatModules.map((name) => `<link rel="modulepreload" href="${assetPath(`${name}.js`)}">`).join('\n')

/** The chat page: its frame at once, its words and people as data; the conversation itself comes as events. */
export function chatPage(
  texts: Texts,
  request: Request,
  options: { chats: Chat[]; demo: boolean; clock: boolean; headers: Record<string, string> },
): Response {
  const { demo, clock, headers } = options
  const chats = options.chats.map(({ key, name, role, position }) => ({
    key,
    name,
    role: role && texts.t(`web.role.${role}`),
    position,
  }))
  const page = { language: texts.language, demo, clock, chats, words: pageWords(texts) }
  // A "<" would let a name end the script element.
  const data = JSON.stringify(page).replaceAll('<', '\\u003c')
  const title = escapeHtml(texts.t('web.page.title'))
  const head = `${preloads}
<script type="application/json" id="page">${data}</script>
<script type="module" src="${assetPath('app.js')}"></script>
`
  const body = `<div id="app"><header class="top${demo ? '' : ' own'}"><p class="brand">${mark}<strong>${title}</strong></p></header></div>
<noscript><p class="notice">${escapeHtml(texts.t('web.needsScript'))}</p></noscript>`
  const styles = ['top', 'chat', 'composer']
  return renderDocument(texts, request, { title: texts.t('web.page.title'), head, body, styles, headers })
}
