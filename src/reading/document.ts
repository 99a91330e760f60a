import type { TableRow } from './tables/table-row.ts'
import type { DocType } from './type-words.ts'

/**
 * One paragraph, item or heading of a document after normalising: hard-wrapped lines joined, page numbers and running
 * heads taken out, markup gone. The unit in which clauses are cited.
 */
export type Clause = {
  /** The path of numbered headings as in the plan draft: `V.4`, `IV.1.a`, `Đ6.1.a`, `PL1.II`; `` before the first heading. */
  section: string
  /** The headings above, outermost first, each with its own text: `['TỔ CHỨC THỰC HIỆN', 'Đối tượng thi đua']`. */
  headings: string[]
  /** `heading` numbers or names what follows; `item` begins with a dash, plus or number and says something itself. */
  kind: 'heading' | 'item' | 'paragraph'
  /** The marker as written: `4.`, `-`, `a)`, `III.`; null for a paragraph. */
  marker: string | null
  /** The words, marker included, one space between words; stands word for word (white space aside) in `DocumentText.text`. */
  text: string
  /** The cells of a row of a table, by what their columns hold. */
  row?: TableRow
}

/** A document made readable. */
export type DocumentText = {
  /** The restored plain text, what `read-plan --text` prints: NFC, lines kept, lost letters put back. */
  text: string
  /** What the type word makes of it: KẾ HOẠCH is a plan, `V/v` a letter; null where it has neither. */
  type: DocType | null
  /** The title below the type word, or what a letter is about, joined to one line. */
  title: string | null
  /** Everything above the type word and the title: issuer, number, place and day. One entry a line. */
  head: string[]
  /** The document's body in order, headings included. */
  clauses: Clause[]
  /** What stands after the body: recipients, signature block, stamps. One entry a line. */
  foot: string[]
  repairs: { line: number; found: string; restored: string }[]
}
