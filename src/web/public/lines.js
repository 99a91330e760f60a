import { html } from './preact.js'

/** One line of a message: a numbered item, what stands indented under one, a heading in capitals, or plain words. */
function lineClass(line) {
  if (/^\d+\. /.test(line)) return 'line item'
  if (/^\s+\S/.test(line)) return 'line under'
  return /\p{Lu}/u.test(line) && line === line.toUpperCase() ? 'line heading' : 'line'
}

// DK-2024-0137, 23/KH-UBND: a code is not broken at its hyphens.
const code = /([\p{Lu}\d/]+(?:-[\p{Lu}\d]+)+)/u
const unbroken = (line) =>
  line.split(code).map((part, index) => (index % 2 === 1 ? html`<span class="code">${part}</span>` : part))

// https://example.vn/a, and pages of our own: /bang/…, /tep/…, /gui/…; what ends a sentence is no part of an address.
const address = /(?<![^\s(“"])(https:\/\/[^\s<>“”"]*[^\s<>“”".,;:!?)]|\/(?:bang|tep|gui)\/[\w./-]*[\w-])/u
const linked = (line) =>
  line
    .split(address)
    .map((part, index) =>
      index % 2 === 1
        ? html`<a class="address" href=${part} target="_blank" rel="noreferrer">${part}</a>`
        : unbroken(part),
    )

const Line = ({ text }) => html`<span class=${lineClass(text)}>${linked(text.replace(/^ +/, ''))}</span>`

/** The words of the assistant, line by line: items hang, what belongs under them is indented, addresses can be opened. */
export const Lines = ({ text }) => text.split('\n').map((line) => html`<${Line} text=${line} />`)
