import type { DocumentText } from '../document.ts'
import type { Counts } from './counts.ts'
import { generalCounts } from './general-counts.ts'
import { lostBrackets } from './lost-brackets.ts'
import { lostMarkers } from './lost-markers.ts'
import { type Repair, restoreLetters, withRepairs } from './restore-letters.ts'

/** Much of a text is read in blocks, so that its readings fit into memory. */
const blockLength = 60_000

function* blocksOf(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from + blockLength) + 1 || text.length
    yield text.slice(from, end)
    from = end
  }
}

function repairsOf(text: string, general: () => Counts): Repair[] {
  const { repairs, lost } = restoreLetters(text, general)
  if (lost.size === 0) return []
  const brackets = lostBrackets(withRepairs(text, repairs))
  const markers = lostMarkers(text, (letter) => lost.has(letter))
  const free = ({ from, to }: Repair): boolean => !repairs.some((other) => other.from < to && from < other.to)
  return [...repairs, ...[...brackets, ...markers].filter(free)].sort((a, b) => a.from - b.from)
}

const wordBefore = (text: string, from: number): number =>
  from - (/\S*$/u.exec(text.slice(Math.max(0, from - 20), from))?.[0].length ?? 0)
const wordAfter = (text: string, to: number): number => to + (/^ *\S*/u.exec(text.slice(to, to + 20))?.[0].length ?? 0)

/** Where only spaces stood, the word beside them is shown too: `   ớn` → `lễ lớn`, `(b/c ` → `(b/c)`. */
function shownPlace(text: string, { from, to }: Repair): { from: number; to: number } {
  if (text.slice(from, to).trim()) return { from, to }
  const start = to - from === 1 ? wordBefore(text, from) : from
  return start < from ? { from: start, to } : { from, to: wordAfter(text, to) }
}

type Shown = { line: number; found: string; restored: string }

/** The repairs with their words and lines; those that share a word are one. Counted from the line that the text begins with. */
function listed(text: string, restored: string, repairs: readonly Repair[], firstLine: number): Shown[] {
  const places: { from: number; to: number }[] = []
  for (const repair of repairs) {
    const place = shownPlace(text, repair)
    const last = places.at(-1)
    if (last && place.from < last.to) last.to = Math.max(last.to, place.to)
    else places.push(place)
  }
  let [line, at] = [firstLine, 0]
  return places.map(({ from, to }) => {
    line += text.slice(at, from).split('\n').length - 1
    at = from
    return { line, found: text.slice(from, to).trim(), restored: restored.slice(from, to).trim() }
  })
}

const linesOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')

/**
 * A text whose letters were lost to spaces, with those put back that are sure, and each repair with its line (from 1).
 * A sound text comes back as it is. Digits, numbers of documents and sound words are never altered.
 */
export function restoreText(raw: string, general = generalCounts): Pick<DocumentText, 'text' | 'repairs'> {
  const repairs: DocumentText['repairs'] = []
  let [text, line] = ['', 1]
  for (const block of blocksOf(linesOf(raw))) {
    const found = repairsOf(block, general)
    const restored = withRepairs(block, found)
    for (const repair of listed(block, restored, found, line)) repairs.push(repair)
    text += restored
    line += block.split('\n').length - 1
  }
  return repairs.length ? { text, repairs } : { text: raw, repairs }
}
