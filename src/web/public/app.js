import { ChatPanel } from './chat-panel.js'
import { ClockControl } from './clock-control.js'
import { listen } from './connection.js'
import { addEntries } from './conversation.js'
import { forgetDrafts } from './drafts.js'
import { Notices } from './notices.js'
import { html, render, useEffect, useRef, useState } from './preact.js'
import { Tabs, useNarrow } from './tabs.js'
import { askToNotify, installWorker, mayAsk, useUnseen } from './unseen.js'

const page = JSON.parse(document.getElementById('page').textContent)
const { words, chats, language } = page
const other = language === 'vi' ? 'en' : 'vi'

function NotifyButton() {
  const [offered, setOffered] = useState(mayAsk)
  const ask = async () => {
    await askToNotify()
    setOffered(mayAsk())
  }
  return offered && html`<button type="button" class="link" onClick=${ask}>${words.notify}</button>`
}

function Header({ latest }) {
  return html`<header class=${page.demo ? 'top' : 'top own'}>
    <p class="brand">
      <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" />
        <path d="m12 4.6 2.2 4.9 5.3.6-4 3.6 1.1 5.2-4.6-2.7-4.6 2.7 1.1-5.2-4-3.6 5.3-.6z" />
      </svg>
      <strong>${words.title}</strong>
      ${page.demo && html`<span class="trial" title=${words.trialNote}>${words.trial}</span>`}
    </p>
    ${page.clock && html`<${ClockControl} page=${page} latest=${latest} />`}
    <nav class="side" aria-label=${words.settings}>
      ${!page.demo && html`<${NotifyButton} />`}
      <a href=${`?lang=${other}`} lang=${other} hreflang=${other}>${words.language}</a>
      ${!page.demo && html`<form method="post" action="/session/end" onSubmit=${forgetDrafts}><button class="link">${words.signOut}</button></form>`}
    </nav>
  </header>`
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
  const noteUnseen = useUnseen(words.title)
  const line = useRef(null)

  useEffect(() => {
    let live = false
    line.current = listen(page, {
      entries(arrived) {
        setEntries((all) => addEntries(all, arrived))
        if (!live) return
        const spoken = arrived.filter(({ side, replaces }) => side === 'assistant' && replaces === null)
        count(spoken)
        noteUnseen(spoken)
      },
      ready() {
        live = true
        setReady(true)
      },
      state: setState,
    })
    if (!page.demo) installWorker()
    return () => line.current.stop()
  }, [])

  const select = (key) => {
    setSelected(key)
    look(key)
  }
  const tabbed = narrow && chats.length > 1
  const latest = entries.reduce((most, { at }) => Math.max(most, at), 0)
  return html`<${Header} latest=${latest} />
    <${Notices} state=${state} words=${words} language=${language} />
    ${tabbed && html`<${Tabs} chats=${chats} words=${words} selected=${selected} unread=${unread} onSelect=${select} />`}
    <main class=${chats.length > 1 ? 'columns' : 'single'}>
      ${chats.map(
        (chat) => html`<${ChatPanel} key=${chat.key} chat=${chat} page=${page} ready=${ready} tabbed=${tabbed}
          onEnd=${() => line.current.end()}
          hidden=${tabbed && chat.key !== selected} entries=${entries.filter((entry) => entry.chat === chat.key)} />`,
      )}
    </main>`
}

render(html`<${App} />`, document.getElementById('app'))
