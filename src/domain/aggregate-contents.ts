import { type AggregateLine, isCounted, type LineItem } from './aggregate-line.ts'
import { contentKey } from './registration-body.ts'

/** What the table by content shows of a registration; its whole body need not be held for it. */
type EntryLine = Pick<AggregateLine, 'code' | 'subject' | 'unitId' | 'person' | 'state' | 'late'>
export type ContentEntry = { line: EntryLine; item: LineItem }
/** A content of the plan, or one's own, with all that is registered for it; its registrations are counted once each. */
export type ContentBlock = { content: string; registrations: number; targets: number; entries: ContentEntry[] }

type Block = ContentBlock & { last: EntryLine | null }

/** Sorts registrations by content as they come; `blocks`: what has come so far. */
export type ContentSorter = { add(line: AggregateLine): void; blocks(): ContentBlock[] }

const entryLine = ({ code, subject, unitId, person, state, late }: AggregateLine): EntryLine => ({
  ...{ code, subject, unitId, person, state, late },
})

/** Registrations by content: those of the plan first and in its order, then people's own by how many have them. */
export function createContents(planContents: string[]): ContentSorter {
  const blocks = new Map<string, Block>()
  // The same words many times, and the same content in other words: both are one block.
  const byWords = new Map<string, Block>()
  const blockOf = (content: string): Block => {
    const key = contentKey(content)
    const block = blocks.get(key) ?? { content, registrations: 0, targets: 0, entries: [], last: null }
    blocks.set(key, block)
    byWords.set(content, block)
    return block
  }
  for (const content of planContents) blockOf(content)
  const ofPlan = new Set(blocks.values())
  return {
    add(line) {
      if (!isCounted(line)) return
      const entry = entryLine(line)
      for (const item of line.body.items) {
        const block = byWords.get(item.content) ?? blockOf(item.content)
        if (block.last !== entry) block.registrations += 1
        if (item.target !== null) block.targets += 1
        block.last = entry
        block.entries.push({ line: entry, item })
      }
    },
    blocks() {
      const own = [...blocks.values()].filter((block) => !ofPlan.has(block))
      return [...ofPlan, ...own.sort((one, other) => other.registrations - one.registrations)].filter(
        ({ registrations }) => registrations > 0,
      )
    },
  }
}

/** The same over registrations that are all there. */
export function byContent(lines: Iterable<AggregateLine>, planContents: string[]): ContentBlock[] {
  const contents = createContents(planContents)
  for (const line of lines) contents.add(line)
  return contents.blocks()
}
