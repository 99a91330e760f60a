import { type AggregateLine, isCounted } from './aggregate-line.ts'
import { contentKey, type RegistrationItem } from './registration-body.ts'

export type ContentEntry = { line: AggregateLine; item: RegistrationItem }
/** A content of the plan, or one's own, with all that is registered for it; its registrations are counted once each. */
export type ContentBlock = { content: string; registrations: number; targets: number; entries: ContentEntry[] }

/** Registrations by content: those of the plan first and in its order, then people's own by how many have them. */
export function byContent(lines: Iterable<AggregateLine>, planContents: string[]): ContentBlock[] {
  const blocks = new Map<string, ContentBlock & { last: AggregateLine | null }>()
  const blockOf = (content: string) => {
    const key = contentKey(content)
    const known = blocks.get(key)
    if (known) return known
    const fresh = { content, registrations: 0, targets: 0, entries: [], last: null }
    blocks.set(key, fresh)
    return fresh
  }
  for (const content of planContents) blockOf(content)
  const ofPlan = new Set(blocks.values())
  for (const line of lines)
    if (isCounted(line))
      for (const item of line.body.items) {
        const block = blockOf(item.content)
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
