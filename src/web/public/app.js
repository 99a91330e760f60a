import { ChatPanel } from './chat-panel.js'
import { ClockControl } from './clock-control.js'
import { listen } from './connection.js'
import { addEntries } from './conversation.js'
import { html, render, useEffect, useState } from './preact.js'
import { Tabs, useNarrow } from './tabs.js'

const page = JSON.parse(document.getElementById('page').textContent)
const { words, chats, language } = page
const other = language === 'vi' ? 'en' : 'vi'

function Header({ latest }) {
  return html`<header class="top">
    <p class="brand">
      <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" />
        <path d="m12 4.6 2.2 4.9 5.3.6-4 3.6 1.1 5.2-4.6-2.7-4.6 2.7 1.1-5.2-4-3.6 5.3-.6z" />
      </svg>
      <strong>${words.title}</strong>
      ${page.demo && html`<span class="trial" title=${words.trialNote}>${words.trial}</span>`}
    </p>
    ${page.clock && html`<${ClockControl} page=${page} latest=${latest} />`}
    <nav class="side">
      <a href=${`?lang=${other}`} lang=${other} hreflang=${other}>${words.language}</a>
      ${!page.demo && html`<form method="post" action="/session/end"><button class="link">${words.signOut}</button></form>`}
    </nav>
  </header>`
}

function Notice({ state }) {
  return html`<div class="notices" role="status">
    ${state === 'waiting' && html`<p class="notice">${words.offline}</p>`}
    ${state === 'closed' && html`<p class="notice">${words.signedOut} <a href="/">${words.signInAgain}</a></p>`}
  </div>`
}

/** Which chats got something while another was looked at, on a narrow page. */
function useUnread(selected, narrow) {
  const [unread, setUnread] = useState({})
  const look = (key) => setUnread((all) => ({ ...all, [key]: 0 }))
  const count = (entries) =>
    setUnread((all) => {
      const next = { ...all }
      for (const { chat } of entries) if (narrow && chat !== selected.current) next[chat] = (next[chat] ?? 0) + 1
      return next
    })
  return { unread, look, count }
}

function App() {
  const [entries, setEntries] = useState([])
  const [ready, setReady] = useState(false)
  const [state, setState] = useState('open')
  const [selected, setSelected] = useState(chats[0]?.key)
  const narrow = useNarrow()
  const current = useState(() => ({ current: selected }))[0]
  current.current = selected
  const { unread, look, count } = useUnread(current, narrow)

  useEffect(() => {
    let live = false
    return listen(page, {
      entries(arrived) {
        setEntries((all) => addEntries(all, arrived))
        if (live) count(arrived.filter(({ side, replaces }) => side === 'assistant' && replaces === null))
      },
      ready() {
        live = true
        setReady(true)
      },
      state: setState,
    })
  }, [])

  const select = (key) => {
    setSelected(key)
    look(key)
  }
  const tabbed = narrow && chats.length > 1
  const latest = entries.reduce((most, { at }) => Math.max(most, at), 0)
  return html`<${Header} latest=${latest} />
    <${Notice} state=${state} />
    ${tabbed && html`<${Tabs} chats=${chats} words=${words} selected=${selected} unread=${unread} onSelect=${select} />`}
    <main class=${chats.length > 1 ? 'columns' : 'single'}>
      ${chats.map(
        (chat) => html`<${ChatPanel} key=${chat.key} chat=${chat} page=${page} ready=${ready} tabbed=${tabbed}
          hidden=${tabbed && chat.key !== selected} entries=${entries.filter((entry) => entry.chat === chat.key)} />`,
      )}
    </main>`
}

render(html`<${App} />`, document.getElementById('app'))
