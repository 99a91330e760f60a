import type { Texts } from '../../texts/texts.ts'
import { appendixHead } from '../nd30/appendix.ts'
import type { Section } from '../nd30/blocks.ts'
import type { Layout } from '../nd30/layout.ts'
import type { Part } from './contents.ts'

/** Each table as an appendix of its own, in landscape where it is wide; `attachedTo`: the line that names their paper. */
export function appendices(texts: Texts, layout: Layout, parts: Part[], attachedTo: string): Section[] {
  return parts.map(({ title, table, isWide }, index) => {
    const number = parts.length > 1 ? index + 1 : null
    return {
      landscape: isWide,
      blocks: [...appendixHead(texts, layout, { number, title, attachedTo, landscape: isWide }), table],
    }
  })
}

/** "(có Phụ lục kèm theo)" where there are any: the decree wants the paper to point at them. */
export const pointAt = (texts: Texts, parts: Part[]): string =>
  parts.length === 0 ? '' : ` ${texts.t(parts.length === 1 ? 'papers.appendix.pointer' : 'papers.appendix.pointers')}`
