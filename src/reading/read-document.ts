import type { DocumentText } from './document.ts'
import { joinLines } from './join-lines.ts'
import { outline } from './outline.ts'
import { withoutPageFurniture } from './page-furniture.ts'
import { plainLines } from './plain-lines.ts'
import { restoreText } from './restore/restore-text.ts'
import { splitParts } from './split-parts.ts'

/** Makes a document's text readable: lost letters put back, markup, page numbers and hard wraps gone, head and foot apart, each clause in its section. */
export function readDocument(raw: string): DocumentText {
  const { text, repairs } = restoreText(raw)
  const lines = withoutPageFurniture(plainLines(text))
  const { head, type, title, body, foot } = splitParts(lines)
  return {
    text: lines.join('\n').trim(),
    type,
    title,
    head,
    clauses: outline(joinLines(body, lines)),
    foot,
    repairs,
  }
}
