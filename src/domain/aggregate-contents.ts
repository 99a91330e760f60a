import { type AggregateLine, isCounted, type LineItem } from './aggregate-line.ts'
import { contentKey } from './registration-body.ts'

export type ContentEntry = { line: AggregateLine; item: LineItem }
/** A content of the plan, or one's own, with all that is registered for it; its registrations are counted once each. */
export type ContentBlock = { content: string; registrations: number; targets: number; entries: ContentEntry[] }

type Block = ContentBlock & { last: AggregateLine | null }

/** Registrations by content: those of the plan first and in its order, then people's own by how many have them. */
export function byContent(lines: Iterable<AggregateLine>, planContents: string[]): ContentBlock[] {
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
  for (const line of lines)
    if (isCounted(line))
      for (const item of line.body.items) {
        const block = byWords.get(item.content) ?? blockOf(item.content)
        if (block.last !== line) block.registrations += 1
        if (item.target !== null) block.targets += 1
        block.last = line
        block.entries.push({ line, item })
      }
  const own = [...blocks.values()].filter((block) => !ofPlan.has(block))
  return [...ofPlan, ...own.sort((one, other) => other.registrations - one.registrations)].filter(
    ({ registrations }) => registrations > 0,
  )
}
