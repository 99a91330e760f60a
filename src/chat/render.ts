import type { Texts } from '../texts/texts.ts'
import type { Capabilities } from './capabilities.ts'
import type { Question, QueuedMessage } from './message.ts'

/** A choice that can be typed: `A2` or `2`, or its label, means the button of this token. */
export type TypedChoice = { number: number; label: string; token: string }

/** A message in what a channel has, and the choices that may be typed in answer (null: it leaves them as they are). */
export type Rendered = { message: QueuedMessage; choices: TypedChoice[] | null }

export type Rendering = {
  texts: Texts
  /** A letter before the numbers, where others are open in the chat; '' for none. */
  mark: string
  /** Where the attachment can be fetched, and where a file can be given; null where nothing can be reached from outside. */
  download: string | null
  upload: string | null
}

/** More choices than this are not listed; each can be typed all the same. */
const mostListed = 20

/** Shows a message in what a channel has: choices are numbered, files become links, a wanted file a page that takes it. */
export function renderFor(can: Capabilities, message: QueuedMessage, rendering: Rendering): Rendered {
  const { choices, lines } = can.buttons ? { choices: null, lines: [] } : typedLines(message, rendering)
  const isPicture = message.attachment?.mime.startsWith('image/') ?? false
  // A picture that the platform would fetch needs an address.
  const isShown = can.photos === 'bytes' || (can.photos === 'address' && rendering.download !== null)
  const staysAttached = can.filesOut || (isPicture && isShown)
  const { attachment, ...rest } = message
  const said = [
    ...(attachment?.instead && !staysAttached ? [attachment.instead] : []),
    ...(attachment && !staysAttached ? [fileLine(attachment.name, rendering)] : []),
    ...(message.wantsFile && !can.filesIn ? [uploadLine(rendering)] : []),
    ...lines,
  ]
  const blocks = [...message.blocks, ...said.map((text) => ({ kind: 'text' as const, text }))]
  const buttons = can.buttons ? message.buttons : []
  return { message: { ...rest, blocks, buttons, ...(attachment && staysAttached && { attachment }) }, choices }
}

const fileLine = (name: string, { texts, download }: Rendering) =>
  download ? texts.t('channels.download', { name, address: download }) : texts.t('channels.noDownload', { name })

const uploadLine = ({ texts, upload }: Rendering) =>
  upload ? texts.t('channels.upload', { address: upload }) : texts.t('channels.noUpload')

function typedLines(message: QueuedMessage, rendering: Rendering) {
  const { question: asked, buttons } = message
  const words = message.blocks.map(({ text }) => text).join('\n')
  if (!asked) return numbered(buttons, lengthOfList(words), rendering)
  const question = { ...asked, labels: asked.labels.filter((label) => !namesLine(label, lengthOfList(words))) }
  // Numbers that the words use for something else are not used again: such choices are typed by their names.
  const named = question.listed === 0 && question.labels.length > 0 && lengthOfList(words) > 0
  const { choices, lines } = numbered(buttons.slice(0, question.extras), question.labels.length, rendering)
  const listed = named ? [] : questionLines(question, rendering.texts)
  return { choices, lines: [...listed, ...lines, ...controlLine(question, named, rendering)] }
}

/** "1. …", "2. …" in the words of a message: as far as they count. */
const lengthOfList = (words: string): number => {
  const numbers = new Set([...words.matchAll(/^(\d{1,2})\. /gmu)].map(([, number]) => Number(number)))
  let length = 0
  while (numbers.has(length + 1)) length += 1
  return length
}

/** "Chọn 2" below a list of two lines and more: the line is there already, and its number is an answer. */
const namesLine = (label: string, listLength: number): boolean => {
  const number = Number(/ (\d{1,2})$/u.exec(label)?.[1] ?? 0)
  return number > 0 && number <= listLength
}

/** A button that names a line of the list above it ("Xem việc 2") takes the number of that line; the others follow after. */
function numbered(buttons: QueuedMessage['buttons'], listLength: number, { texts, mark }: Rendering) {
  const choices: TypedChoice[] = []
  let next = listLength
  for (const { label, token } of buttons) {
    const named = Number(/ (\d{1,2})$/u.exec(label)?.[1] ?? 0)
    const isFree = named > 0 && named <= listLength && !choices.some(({ number }) => number === named)
    if (!isFree) next += 1
    choices.push({ number: isFree ? named : next, label, token })
  }
  const ofLines = choices.filter(({ number }) => number <= listLength)
  const others = choices.filter(({ number }) => number > listLength)
  const lines = [
    ...ofLinesLine(ofLines, texts, mark),
    ...others.map(({ number, label }) => `${mark}${number}. ${label}`),
  ]
  return { choices: choices.length > 0 ? choices : null, lines: spaced(lines) }
}

/** "Gõ 1, 2 hoặc 3: Xem việc": the choices that go with the lines of a list, in one line for each verb. */
function ofLinesLine(choices: TypedChoice[], texts: Texts, mark: string): string[] {
  const verbs = new Map<string, string[]>()
  for (const { number, label } of choices) {
    const verb = label.replace(/ \d{1,2}$/u, '')
    verbs.set(verb, [...(verbs.get(verb) ?? []), `${mark}${number}`])
  }
  return [...verbs].map(([verb, numbers]) => texts.t('channels.ofLines', { numbers: numbers.join(', '), verb }))
}

function questionLines({ labels, listed, plainNumbers }: Question, texts: Texts): string[] {
  if (listed > 0 || labels.length === 0) return []
  const lines = labels.slice(0, mostListed).map((label, index) => `${index + 1}. ${label}`)
  const more =
    labels.length > mostListed ? [texts.t('channels.moreChoices', { count: labels.length - mostListed })] : []
  const how = plainNumbers ? [texts.t('channels.sayChoose')] : []
  return spaced([...lines, ...more, ...how])
}

/** What else may be typed, with the choices that the words do not list. */
function controlLine({ labels, listed, controls }: Question, named: boolean, { texts }: Rendering): string[] {
  const words = [...(named || listed > 0 ? labels.slice(listed) : []), ...controls].map((word) => word.toLowerCase())
  if (words.length === 0) return []
  return [texts.t(named ? 'channels.words' : 'channels.controls', { words: words.join(', ') })]
}

/** An empty line before the first. */
const spaced = (lines: string[]): string[] => lines.map((line, index) => (index === 0 ? `\n${line}` : line))
