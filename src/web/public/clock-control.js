import { post } from './connection.js'
import { html, useEffect, useState } from './preact.js'
import { useNarrow } from './tabs.js'

const dayMs = 24 * 60 * 60 * 1000

/** The movable clock: what it shows, and three ways to move it on. */
export function ClockControl({ page, latest }) {
  const { words, language } = page
  const [clock, setClock] = useState(null)
  const [day, setDay] = useState('')
  const [moving, setMoving] = useState(false)
  const [said, setSaid] = useState('')
  const [open, setOpen] = useState(false)
  const narrow = useNarrow()

  const look = async () => {
    const answer = await fetch(`/clock?lang=${language}`).catch(() => null)
    if (answer?.ok) setClock(await answer.json())
  }
  useEffect(() => void look(), [latest])

  const move = async (wish) => {
    setMoving(true)
    setSaid(words.clockMoving)
    const { ok, said: moved, error } = await post('/clock', language, wish)
    await look()
    if (ok) setDay('')
    setSaid(ok ? words.clockMoved.replace('{{sent}}', moved.sent) : error || words.failed)
    setMoving(false)
  }
  const toDay = (event) => {
    event.preventDefault()
    if (day) void move({ day })
  }
  if (!clock) return html`<div class="clock"></div>`
  const now = html`<span class="sr-only">${words.clock}: </span><time datetime=${clock.now}>${clock.shown}</time>`
  return html`<section class="clock" aria-label=${words.clock}>
    ${
      narrow
        ? html`<button type="button" class="now" aria-expanded=${open} onClick=${() => setOpen(!open)}>${now}</button>`
        : html`<p class="now">${now}</p>`
    }
    <div class="moves" hidden=${narrow && !open}>
      <button type="button" disabled=${moving}
        onClick=${() => move({ to: new Date(Date.parse(clock.now) + dayMs).toISOString() })}>${words.clockDay}</button>
      <button type="button" disabled=${moving || !clock.next} title=${clock.next ? null : words.clockNothing}
        onClick=${() => move({ to: clock.next })}>${words.clockNext}</button>
      <form onSubmit=${toDay}>
        <input aria-label=${words.clockDate} placeholder=${words.clockDate} value=${day} size="12" required
          onInput=${({ currentTarget }) => setDay(currentTarget.value)} />
        <button disabled=${moving}>${words.clockGo}</button>
      </form>
    </div>
    <p class="said" role="status">${said}</p>
  </section>`
}
