import { keepDraft, readDraft } from './drafts.js'
import { html, useEffect, useLayoutEffect, useRef, useState } from './preact.js'

const icons = {
  menu: 'M4 6h16M4 12h16M4 18h10',
  attach: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.800 4.800L9.500 17a1.700 1.700 0 0 1-2.400-2.400L15 6.700',
  send: 'M5 12h13M12 5.500 18.500 12 12 18.500',
}
const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${icons[name]} /></svg>`

/** The commands that this person may use, asked for when the list is opened. */
function CommandList({ chat, language, label, onChoose, onClose }) {
  const [commands, setCommands] = useState([])
  const list = useRef(null)
  useEffect(() => {
    const address = `/chat/menu?chat=${encodeURIComponent(chat.key)}&lang=${language}`
    fetch(address)
      .then((answer) => answer.json())
      .then((said) => setCommands(said.commands ?? []))
      .catch(onClose)
  }, [])
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), [commands])
  const onKeyDown = (event) => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key]
    if (!step) return
    event.preventDefault()
    document.activeElement?.parentElement?.[step]?.querySelector('button')?.focus()
  }
  return html`<ul class="commands" aria-label=${label} ref=${list} onKeyDown=${onKeyDown}>
    ${commands.map(
      ({ command, label }) => html`<li key=${command}><button type="button" onClick=${() => onChoose(command)}>
        <span>${label}</span> <code>${command}</code></button></li>`,
    )}
  </ul>`
}

/** Where a person writes: Enter sends, Shift and Enter begin a line; also files and the list of commands. */
export function Composer({ chat, page, returned, onSay, onAttach, fileLimit }) {
  const { words, language } = page
  const [text, showText] = useState(() => readDraft(chat.key))
  const setText = (typed) => {
    showText(typed)
    keepDraft(chat.key, typed)
  }
  const [menu, setMenu] = useState(false)
  const [problem, setProblem] = useState('')
  const [field, picker] = [useRef(null), useRef(null)]

  const say = (wanted) => {
    if (wanted.trim() === '') return
    onSay(wanted.trim())
    setText('')
  }
  const onKeyDown = (event) => {
    // While a Vietnamese letter is being composed, Enter ends the letter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    say(text)
  }
  // What could not be sent stands before what is being typed, and waits for the next session.
  useEffect(() => returned && setText([returned, text].filter(Boolean).join('\n')), [returned])
  const takeFiles = (files) => {
    setProblem(files.some(({ size }) => size > fileLimit) ? words.fileTooLarge : '')
    for (const file of files) if (file.size <= fileLimit) onAttach(file)
  }
  const attach = ({ currentTarget }) => {
    takeFiles([...currentTarget.files])
    currentTarget.value = ''
  }
  const onPaste = (event) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    takeFiles(files)
  }
  const closeMenu = () => {
    setMenu(false)
    field.current.focus()
  }
  const choose = (command) => {
    say(command)
    closeMenu()
  }
  const onEscape = ({ key }) => menu && key === 'Escape' && closeMenu()
  const label = chat.name ? `${words.type}, ${chat.name}` : words.type
  const submit = (event) => {
    event.preventDefault()
    say(text)
    field.current.focus()
  }
  return html`<form class="composer" onSubmit=${submit} onKeyDown=${onEscape}>
    ${menu && html`<${CommandList} chat=${chat} language=${language} label=${words.menu} onChoose=${choose} onClose=${closeMenu} />`}
    <p class="problem" role="alert">${problem}</p>
    <div class="row">
      <button type="button" class="tool" aria-label=${words.menu} title=${words.menu} aria-expanded=${menu}
        onClick=${() => setMenu(!menu)}><${Icon} name="menu" /></button>
      <textarea rows="1" aria-label=${label} placeholder=${words.example} value=${text} ref=${field}
        onInput=${({ currentTarget }) => setText(currentTarget.value)} onKeyDown=${onKeyDown} onPaste=${onPaste}></textarea>
      <input type="file" hidden multiple ref=${picker} aria-label=${words.attach} onChange=${attach} />
      <button type="button" class="tool" aria-label=${words.attach} title=${words.attach}
        onClick=${() => picker.current.click()}><${Icon} name="attach" /></button>
      <button type="submit" class="send" aria-label=${words.send} title=${words.send}><${Icon} name="send" /></button>
    </div>
  </form>`
}
