const againMs = 2000

/** Listens to the page's chats until told to stop; goes on after the last entry when the line breaks. */
export function listen({ language, chats }, on) {
  let source = null
  let timer = null
  let last = 0

  const open = () => {
    source = new EventSource(`/chat/events?lang=${language}&after=${last}`)
    source.addEventListener('entries', ({ data, lastEventId }) => {
      last = Number(lastEventId)
      on.entries(JSON.parse(data))
    })
    source.addEventListener('ready', () => on.ready())
    source.onopen = () => on.state('open')
    source.onerror = () => {
      on.state('waiting')
      // A browser reconnects by itself after a cut, and gives up after a refusal.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(retry, againMs)
    }
  }
  const retry = async () => {
    const answer = await fetch(`/chat/menu?chat=${encodeURIComponent(chats[0].key)}`).catch(() => null)
    if (answer?.status === 401) on.state('closed')
    else open()
  }

  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

/** Posts JSON or a form; gives the answer, or an error in words where there are any; status 0: nobody answered. */
export async function post(path, language, body) {
  const isForm = body instanceof FormData
  try {
    const answer = await fetch(`${path}?lang=${language}`, {
      method: 'POST',
      headers: isForm ? {} : { 'content-type': 'application/json' },
      body: isForm ? body : JSON.stringify(body),
    })
    const said = await answer.json()
    return { ok: answer.ok, status: answer.status, said, error: said.error ?? '' }
  } catch {
    return { ok: false, status: 0, error: '' }
  }
}

/** A new id for what this page sends: sent again, it stays the same message. */
export const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-')
