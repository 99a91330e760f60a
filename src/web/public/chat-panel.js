import { Composer } from './composer.js'
import { Log } from './log.js'
import { useOutgoing } from './outgoing.js'
import { html, useEffect, useState } from './preact.js'

const fileLimit = 20 * 1024 * 1024

/** One person's conversation: who it is, what was said, and where to write. */
export function ChatPanel({ chat, page, entries, ready, tabbed, hidden, onEnd }) {
  const { words, language } = page
  const [returned, setReturned] = useState('')
  const outgoing = useOutgoing(chat.key, language, (text) => {
    setReturned(text)
    onEnd()
  })
  const label = chat.name ? `${words.chat}: ${chat.name}, ${chat.role}` : words.chat

  useEffect(() => {
    if (ready && entries.length === 0) void outgoing.start()
  }, [ready])

  const arrived = new Set(entries.map(({ clientId }) => clientId))
  const waiting = outgoing.items.filter(({ id }) => !arrived.has(id))
  const place = tabbed
    ? { role: 'tabpanel', 'aria-labelledby': `tab-${chat.key}` }
    : { role: 'region', 'aria-label': label }
  return html`<section class="panel" id=${`panel-${chat.key}`} hidden=${hidden} ...${place}>
    ${
      chat.name &&
      html`<h2 class="who">
        <span class="name">${chat.name}</span>
        <span class="position">${chat.position ?? ''}</span>
        <span class="role">${chat.role}</span>
      </h2>`
    }
    <${Log} label=${label} entries=${entries} waiting=${waiting} words=${words} ready=${ready}
      onPress=${outgoing.press} onAgain=${outgoing.again} />
    <${Composer} chat=${chat} returned=${returned} page=${page} onSay=${outgoing.say} onAttach=${outgoing.attach} fileLimit=${fileLimit} />
  </section>`
}
