import type { Block, Section } from './blocks.ts'
import type { Layout } from './layout.ts'
import { title } from './title.ts'

/**
 * A title and the content below it, for the Party and mass organisations, whose own rules say what stands above and
 * below, and for units of which nothing is known yet: no national name, no number, nobody who signs.
 */
export const plainDocument = (
  layout: Layout,
  { kind, about, blocks }: { kind: string; about: string; blocks: Block[] },
  landscape = false,
): Section => ({ landscape, blocks: [...title(layout, kind, about, landscape), ...blocks] })
