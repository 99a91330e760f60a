import { Lines } from './lines.js'
import { html, useEffect, useLayoutEffect, useRef } from './preact.js'

const near = 160

/**
 * Follows the conversation until somebody scrolls up: down to the newest message, or to its beginning where it is
 * longer than the window. What one sends oneself is always followed. `newest`: what arrived last; it may have taken the
 * place of an earlier message.
 */
function useFollow(count, newest, isOwn) {
  const log = useRef(null)
  const state = useRef({ count: 0, newest: 0, follows: true, top: 0 })
  const scrollTo = (top) => {
    log.current.scrollTop = top
    state.current.top = log.current.scrollTop
  }
  useLayoutEffect(() => {
    const { current: box } = log
    const first = state.current.count === 0
    if (count === state.current.count && newest === state.current.newest) return
    state.current.follows ||= isOwn && count !== state.current.count
    Object.assign(state.current, { count, newest })
    const last = box.lastElementChild
    if (!state.current.follows || !last) return
    const tall = last.offsetHeight > box.clientHeight - 16
    scrollTo(tall && !first ? last.offsetTop - box.offsetTop - 8 : box.scrollHeight)
  }, [count, newest])
  useEffect(() => {
    // A window made smaller (by a phone's keyboard) keeps the end in sight.
    const keep = new ResizeObserver(() => {
      if (state.current.follows) scrollTo(log.current.scrollHeight)
    })
    keep.observe(log.current)
    // A picture has its height when it is there; "load" does not bubble.
    const onLoad = () => state.current.follows && scrollTo(log.current.scrollHeight)
    log.current.addEventListener('load', onLoad, true)
    return () => keep.disconnect()
  }, [])
  const onScroll = ({ currentTarget: box }) => {
    if (Math.abs(box.scrollTop - state.current.top) < 2) return
    state.current.top = box.scrollTop
    state.current.follows = box.scrollHeight - box.scrollTop - box.clientHeight < near
  }
  return { log, onScroll }
}

const File = ({ file, words }) => html`<p>
  ${file.isPicture && html`<a class="picture" href=${file.href} download tabindex="-1" aria-hidden=${file.alt ? 'false' : 'true'}><img src=${file.href} alt=${file.alt ?? ''} loading="lazy" /></a>`}
  <a class="file" href=${file.href} download aria-label=${`${words.download} ${file.name}`}>${file.name}</a>
</p>`

function Entry({ entry, words, isLast, onPress }) {
  const { side, blocks, buttons, file, time } = entry
  const text = blocks.filter((block) => block.text !== '')
  return html`<div class=${`entry ${side}`}>
    <p class="sr-only">${side === 'person' ? words.me : words.assistant}, ${time}</p>
    <div class="bubble">
      ${text.map(({ kind, text }) => {
        if (side === 'person') return html`<p class="typed">${text}</p>`
        return kind === 'quote' ? html`<blockquote>${text}</blockquote>` : html`<p><${Lines} text=${text} /></p>`
      })}
      ${file && html`<${File} file=${file} words=${words} />`}
      <time aria-hidden="true">${time}</time>
    </div>
    ${
      buttons.length > 0 &&
      html`<div class=${isLast ? 'buttons' : 'buttons older'} role="group" aria-label=${words.choices}>
        ${buttons.map((button) => html`<button type="button" onClick=${() => onPress(entry.id, button)}>${button.label}</button>`)}
      </div>`
    }
  </div>`
}

/** How far a file is; a message is there at once. */
const Underway = ({ item, words }) => html`<p class="state">
  ${item.file && html`<progress value=${item.progress} aria-label=${`${words.sending} ${item.file}`}></progress>`} ${words.sending}
</p>`

function Waiting({ item, words, onAgain }) {
  return html`<div class="entry person waiting">
    <div class="bubble"><p class="typed">${item.text || item.file}</p></div>
    ${
      item.error === null
        ? html`<${Underway} item=${item} words=${words} />`
        : html`<p class="state failed" role="alert">${item.error || words.failed}${' '}
            ${!item.isOver && html`<button type="button" class="link" onClick=${() => onAgain(item)}>${words.again}</button>`}
          </p>`
    }
  </div>`
}

/** What was said, oldest first, days apart; new messages are read out. */
export function Log({ label, entries, waiting, words, ready, onPress, onAgain }) {
  const isOwn = waiting.length > 0 || entries.at(-1)?.side === 'person'
  const newest = entries.reduce((most, { id }) => Math.max(most, id), 0)
  const { log, onScroll } = useFollow(entries.length + waiting.length, newest, isOwn)
  const lastSpoken = entries.findLast(({ side }) => side === 'assistant')
  return html`<div class="log" role="log" aria-live=${ready ? 'polite' : 'off'} aria-label=${label} tabindex="0" ref=${log} onScroll=${onScroll}>
    ${entries.map((entry, index) => {
      const isNewDay = entry.day !== entries[index - 1]?.day
      return html`${isNewDay && html`<p class="day" key=${`day-${entry.key}`}>${entry.day}</p>`}
        <${Entry} key=${entry.key} entry=${entry} words=${words} isLast=${entry === lastSpoken} onPress=${onPress} />`
    })}
    ${waiting.map((item) => html`<${Waiting} key=${item.id} item=${item} words=${words} onAgain=${onAgain} />`)}
  </div>`
}
