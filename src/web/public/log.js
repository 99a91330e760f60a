import { html, useEffect, useLayoutEffect, useRef } from './preact.js'

const near = 160

/** Follows the conversation: down to the newest message, or to its beginning where it is longer than the window. */
function useFollow(count) {
  const log = useRef(null)
  const seen = useRef({ count: 0, bottom: true })
  useLayoutEffect(() => {
    const { current: box } = log
    const { count: before, bottom } = seen.current
    const first = before === 0
    seen.current.count = count
    if (count === before || !(bottom || first)) return
    const last = box.lastElementChild
    const tall = last && last.offsetHeight > box.clientHeight - 16
    box.scrollTop = tall && !first ? last.offsetTop - box.offsetTop - 8 : box.scrollHeight
  }, [count])
  useEffect(() => {
    // A window made smaller (by a phone's keyboard) keeps the end in sight.
    const keep = new ResizeObserver(() => {
      if (seen.current.bottom) log.current.scrollTop = log.current.scrollHeight
    })
    keep.observe(log.current)
    return () => keep.disconnect()
  }, [])
  const onScroll = ({ currentTarget: box }) => {
    seen.current.bottom = box.scrollHeight - box.scrollTop - box.clientHeight < near
  }
  return { log, onScroll }
}

/** One line of a message: a numbered item, what stands indented under one, a heading in capitals, or plain words. */
function lineClass(line) {
  if (/^\d+\. /.test(line)) return 'line item'
  if (/^\s+\S/.test(line)) return 'line under'
  return /\p{Lu}/u.test(line) && line === line.toUpperCase() ? 'line heading' : 'line'
}

const Lines = ({ text }) =>
  text.split('\n').map((line) => html`<span class=${lineClass(line)}>${line.replace(/^ +/, '')}${'\n'}</span>`)

function Entry({ entry, words, isLast, onPress }) {
  const { side, blocks, buttons, file, time } = entry
  const text = blocks.filter((block) => block.text !== '')
  return html`<div class=${`entry ${side}`}>
    <p class="sr-only">${side === 'person' ? words.me : words.assistant}, ${time}</p>
    <div class="bubble">
      ${text.map(({ kind, text }) => (kind === 'quote' ? html`<blockquote><${Lines} text=${text} /></blockquote>` : html`<p><${Lines} text=${text} /></p>`))}
      ${file && html`<p><a class="file" href=${file.href} download aria-label=${`${words.download} ${file.name}`}>${file.name}</a></p>`}
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

function Waiting({ item, words, onAgain }) {
  return html`<div class="entry person waiting">
    <div class="bubble"><p><${Lines} text=${item.text || item.file} /></p></div>
    ${
      item.error === null
        ? html`<p class="state">${words.sending}</p>`
        : html`<p class="state failed" role="alert">${item.error || words.failed}
            <button type="button" class="link" onClick=${() => onAgain(item)}>${words.again}</button>
          </p>`
    }
  </div>`
}

/** What was said, oldest first, days apart; new messages are read out. */
export function Log({ label, entries, waiting, words, onPress, onAgain }) {
  const { log, onScroll } = useFollow(entries.length + waiting.length)
  const lastSpoken = entries.findLast(({ side }) => side === 'assistant')
  return html`<div class="log" role="log" aria-live="polite" aria-label=${label} tabindex="0" ref=${log} onScroll=${onScroll}>
    ${entries.map((entry, index) => {
      const isNewDay = entry.day !== entries[index - 1]?.day
      return html`${isNewDay && html`<p class="day" key=${`day-${entry.key}`}>${entry.day}</p>`}
        <${Entry} key=${entry.key} entry=${entry} words=${words} isLast=${entry === lastSpoken} onPress=${onPress} />`
    })}
    ${waiting.map((item) => html`<${Waiting} key=${item.id} item=${item} words=${words} onAgain=${onAgain} />`)}
  </div>`
}
