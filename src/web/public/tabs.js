import { html, useEffect, useState } from './preact.js'

const query = '(max-width: 59.99rem)'

/** Is the page too narrow for columns? */
export function useNarrow() {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const change = () => setNarrow(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return narrow
}

/** One tab for each person; arrow keys go round. */
export function Tabs({ chats, words, selected, unread, onSelect }) {
  const onKeyDown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const index = chats.findIndex(({ key }) => key === selected)
    const { key } = chats[(index + step + chats.length) % chats.length]
    onSelect(key)
    document.getElementById(`tab-${key}`).focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${words.people} onKeyDown=${onKeyDown}>
    ${chats.map(
      ({ key, role }) => html`<button type="button" role="tab" id=${`tab-${key}`} aria-controls=${`panel-${key}`}
        aria-selected=${key === selected} tabindex=${key === selected ? 0 : -1} onClick=${() => onSelect(key)}>
        ${role}${unread[key] > 0 && html` <span class="count">${unread[key]}<span class="sr-only"> ${words.unread}</span></span>`}
      </button>`,
    )}
  </div>`
}
