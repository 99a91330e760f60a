import { newId, post } from './connection.js'
import { useState } from './preact.js'
import { upload } from './upload.js'

const againMs = 1000

/** What this page has sent and not yet seen come back: shown at once, and sent again under the same id if it fails. */
export function useOutgoing(chat, language, onEnd) {
  const [items, setItems] = useState([])
  const change = (id, part) => setItems((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item)))

  const deliver = async (item) => {
    change(item.id, { error: null, progress: 0 })
    const { ok, status, error } = item.file
      ? await upload(item.path, language, item.body, (progress) => change(item.id, { progress }))
      : await post(item.path, language, item.body)
    if (ok) return
    // The session has ended: the notice says so, and what was typed waits for the next one.
    change(item.id, { error: status === 401 ? '' : error, isOver: status === 401 })
    if (status === 401) onEnd(item.typed ? item.text : '')
  }
  const send = (shown, path, bodyFor) => {
    const id = newId()
    const item = { id, ...shown, path, body: bodyFor(id), error: null, progress: 0 }
    setItems((all) => [...all, item])
    void deliver(item)
  }
  /** Opens the chat; while the program is still starting, until it is heard. */
  const start = async () => {
    const { status } = await post('/chat/messages', language, { chat, id: 'start', kind: 'start' })
    if (status === 0 || status === 503) setTimeout(start, againMs)
  }
  return {
    items,
    again: deliver,
    say: (text) => send({ text, typed: true }, '/chat/messages', (id) => ({ chat, id, kind: 'text', text })),
    press: (entry, { token, label }) =>
      send({ text: label }, '/chat/messages', (id) => ({ chat, id, kind: 'button', entry, token })),
    attach: (file) =>
      send({ text: '', file: file.name }, '/chat/files', (id) => {
        const form = new FormData()
        for (const [name, value] of Object.entries({ chat, id, file })) form.append(name, value)
        return form
      }),
    start,
  }
}
