import { newId, post } from './connection.js'
import { useState } from './preact.js'

/** What this page has sent and not yet seen come back: shown at once, and sent again under the same id if it fails. */
export function useOutgoing(chat, language) {
  const [items, setItems] = useState([])
  const change = (id, part) => setItems((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item)))

  const deliver = async (item) => {
    change(item.id, { error: null })
    const { ok, error } = await post(item.path, language, item.body)
    if (!ok) change(item.id, { error })
  }
  const send = (shown, path, bodyFor) => {
    const id = newId()
    const item = { id, ...shown, path, body: bodyFor(id), error: null }
    setItems((all) => [...all, item])
    void deliver(item)
  }
  return {
    items,
    again: deliver,
    say: (text) => send({ text }, '/chat/messages', (id) => ({ chat, id, kind: 'text', text })),
    press: (entry, { token, label }) =>
      send({ text: label }, '/chat/messages', (id) => ({ chat, id, kind: 'button', entry, token })),
    attach: (file) =>
      send({ text: '', file: file.name }, '/chat/files', (id) => {
        const form = new FormData()
        for (const [name, value] of Object.entries({ chat, id, file })) form.append(name, value)
        return form
      }),
    start: () => post('/chat/messages', language, { chat, id: 'start', kind: 'start' }),
  }
}
