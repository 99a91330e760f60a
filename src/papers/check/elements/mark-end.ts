import { columnOf, isTypedRule, isUpper, type Line } from './line.ts'
import type { Marks } from './mark-head.ts'
import { isAuthority, isRecipients } from './patterns.ts'

/** Where the end of a document (signature, recipients) begins among its lines; their number where it has none. */
export function findEnd(lines: Line[]): number {
  const recipients = lines.findIndex(({ text }) => isRecipients(text))
  const known = recipients === -1 ? lines.findLastIndex(({ text }) => isAuthority(text)) : recipients
  if (known === -1) return findSignatures(lines)
  const table = lines[known]?.paragraph.cell?.table
  if (table) return lines.findIndex(({ paragraph }) => paragraph.cell?.table === table)
  let start = known
  // The signature may stand above "Nơi nhận", or side by side with it.
  while (start > 0 && isSignature(lines[start - 1] as Line)) start -= 1
  return start
}

const isSignature = (line: Line) =>
  (line.paragraph.align !== 'both' || line.paragraph.left > 3000) &&
  isUpper(line) &&
  line.text.length < 60 &&
  line.paragraph.cell === null

/** A last table of the layout, without lines, in which short words stand side by side. */
function findSignatures(lines: Line[]): number {
  const table = lines.at(-1)?.paragraph.cell?.table
  if (!table || table.bordered) return lines.length
  const inside = lines.filter(({ paragraph }) => paragraph.cell?.table === table)
  const isShort = inside.every(({ text }) => text.length < 90) && inside.some(isUpper)
  return isShort && inside.some((line) => columnOf(line) !== null) ? lines.indexOf(inside[0] as Line) : lines.length
}

/** Marks the recipients in their column, and who signs in the other. What lies in a table with lines is text. */
export function markEnd(lines: Line[], marks: Marks): void {
  const head = lines.find(({ text }) => isRecipients(text))
  const isAside = ({ paragraph: { cell } }: Line) =>
    cell !== null && (cell.table.bordered || (head !== undefined && cell.table !== head.paragraph.cell?.table))
  for (const line of lines.filter((one) => !isTypedRule(one))) {
    const inList = head !== undefined && lines.indexOf(line) > lines.indexOf(head) && isBelow(line, head)
    if (isAside(line)) marks.set(line, 'text')
    else if (line === head) marks.set(line, 'recipients')
    else if (inList && isItem(line)) marks.set(line, 'recipient')
    else if (isUpper(line)) marks.set(line, 'authority')
    else marks.set(line, isPersonName(line.text) ? 'signer' : 'text')
  }
}

/** In the same column; with tabs, what stands alone on its line is on the left. */
const isBelow = (line: Line, head: Line) =>
  columnOf(line) === columnOf(head) || (columnOf(line) === null && columnOf(head) === 0 && head.segments > 1)

/** In a column of their own all lines are recipients; else those with dashes, and what a line goes on with. */
const isItem = (line: Line) =>
  columnOf(line) !== null ||
  /^[-–+•]/.test(line.text) ||
  (!isUpper(line) && !isPersonName(line.text) && line.text.length < 160)

const degree = /^((GS|PGS|TS|ThS|Th\.S|BS|KS|CN|NGND|NGƯT|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân)(?!\p{L})\.?\s*)+/u

/** Learned titles before a name: "ThS. Nguyễn Văn A"; null where there is none. */
export const degreeOf = (text: string) => degree.exec(text)?.[0].trim() || null

/** "ThS. Nguyễn Văn A" → "Nguyễn Văn A". */
export const withoutDegree = (name: string): string => name.slice(degreeOf(name)?.length ?? 0).trim()

/** Nguyễn Văn A · ThS. Y Blim Niê · Hồ Thị Kim Oanh */
function isPersonName(text: string): boolean {
  const words = text.replace(degree, '').split(' ')
  return words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}[\p{L}'’.]*$/u.test(word))
}
