const [firstMs, longestMs] = [1000, 30_000]
// The server gives a sign of life every 20 seconds; a line that is silent for longer is dead without knowing it.
const silentMs = 50_000

/**
 * Listens to the page's chats until told to stop; goes on after the last entry when the line breaks, waiting longer each
 * time. Of several tabs those in sight are connected and one more in the background, since a browser has few lines.
 */
export function listen({ language, chats }, on) {
  const state = { source: null, timer: null, watch: null, last: 0, tries: 0, leads: !navigator.locks, over: false }
  const isWanted = () => !state.over && (state.leads || document.visibilityState === 'visible')

  const close = () => {
    clearTimeout(state.timer)
    clearTimeout(state.watch)
    state.source?.close()
    state.source = state.timer = null
  }
  const alive = () => {
    clearTimeout(state.watch)
    state.watch = setTimeout(broken, silentMs)
  }
  const open = () => {
    close()
    const source = new EventSource(`/chat/events?lang=${language}&after=${state.last}`)
    state.source = source
    source.addEventListener('entries', ({ data, lastEventId }) => {
      alive()
      state.last = Number(lastEventId)
      on.entries(JSON.parse(data))
    })
    source.addEventListener('ready', () => {
      state.tries = 0
      on.state('open')
      on.ready()
    })
    source.addEventListener('beat', alive)
    source.onopen = alive
    source.onerror = () => (source.readyState === EventSource.CLOSED ? void refused() : broken())
  }
  const broken = () => {
    close()
    if (!isWanted()) return
    on.state('waiting')
    const most = Math.min(longestMs, firstMs * 2 ** state.tries++)
    // Not all at once after the server was away.
    state.timer = setTimeout(open, most * (0.5 + Math.random() / 2))
  }
  const refused = async () => {
    const answer = await fetch(`/chat/menu?chat=${encodeURIComponent(chats[0].key)}`).catch(() => null)
    if (answer?.status === 401) end()
    else broken()
  }
  const end = () => {
    state.over = true
    close()
    on.state('closed')
  }
  const look = () => {
    if (!isWanted()) close()
    else if (!state.source) open()
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('online', () => isWanted() && open())
  const stopped = new AbortController()
  void navigator.locks
    ?.request('background', { signal: stopped.signal }, () => {
      state.leads = true
      look()
      return new Promise(() => {})
    })
    .catch(() => null)

  look()
  return { end, stop: () => stopped.abort() ?? close() }
}

/** Posts JSON; gives the answer, or an error in words where there are any; status 0: nobody answered. */
export async function post(path, language, body) {
  try {
    const answer = await fetch(`${path}?lang=${language}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const said = await answer.json()
    return { ok: answer.ok, status: answer.status, said, error: said.error ?? '' }
  } catch {
    return { ok: false, status: 0, error: '' }
  }
}

/** A new id for what this page sends: sent again, it stays the same message. */
export const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-')
