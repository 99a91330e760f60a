import { columnOf, isTypedRule, isUpper, type Line } from './line.ts'
import type { Marks } from './mark-head.ts'
import { isAbout, isAddressee, isBasis, isType, readHeading } from './patterns.ts'

/** What stands between the head and the signature: type and subject, addressee, bases, body. */
export function markBody(lines: Line[], marks: Marks, isLetter: boolean): void {
  const written = lines.filter((line) => !isTypedRule(line))
  let at = isLetter ? 0 : markTitle(written, marks)
  at = markAddressee(written, at, marks)
  // In a letter "Căn cứ …" opens a sentence.
  at = markBases(written, at, marks, isLetter)
  markText(written.slice(at), marks)
}

const isCentred = ({ paragraph }: Line) => paragraph.align === 'center'
const looksTitle = (line: Line) => isCentred(line) && readHeading(line.text) === null

// CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ EA KAO: whose decision it is, beneath its subject
const isDecider =
  /^(CHỦ TỊCH|GIÁM ĐỐC|HỘI ĐỒNG|ỦY BAN|UỶ BAN|UBND|BỘ TRƯỞNG|TRƯỞNG|BAN |HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|THỦ TRƯỞNG|CỤC TRƯỞNG)/u

/** The type alone on a line, then its subject over one or more centred lines; returns how many lines they took. */
function markTitle(lines: Line[], marks: Marks): number {
  const type = lines.slice(0, 4).findIndex((line) => isType(line.text) || (looksTitle(line) && isUpper(line)))
  const first = lines[type]
  if (!first || (!isType(first.text) && !isCentred(first))) return 0
  marks.set(first, 'type')
  let at = type + 1
  for (let line = lines[at]; line && isSubject(line); line = lines[at]) {
    marks.set(line, 'title')
    at += 1
  }
  return at
}

const isSubject = (line: Line) =>
  (looksTitle(line) || isAbout(line.text)) &&
  !isAddressee(line.text) &&
  !isDecider.test(line.text) &&
  columnOf(line) === null

/** "Kính gửi:" and those named beneath it with dashes, or beside it in a table of the layout. */
function markAddressee(lines: Line[], from: number, marks: Marks): number {
  const at = lines.findIndex((line, place) => place >= from && place < from + 3 && isAddressee(line.text))
  const first = lines[at]
  if (!first) return from
  const table = first.paragraph.cell?.table
  let end = at
  for (let line = lines[end]; line; line = lines[end]) {
    const isMore =
      end === at || /^[-–+•]/.test(line.text) || (table !== undefined && line.paragraph.cell?.table === table)
    if (!isMore || (end > at && line.paragraph.align === 'both' && line.text.length > 160)) break
    marks.set(line, 'addressee')
    end += 1
  }
  return end
}

/** Bases: lines of their own that begin so; in prose the same words open a sentence, which ends otherwise. */
function markBases(lines: Line[], from: number, marks: Marks, isLetter: boolean): number {
  let start = from
  while (
    lines[start] &&
    (isDecider.test(lines[start]?.text ?? '') || isCentred(lines[start] as Line)) &&
    start < from + 2
  )
    start += 1
  let end = start
  while (lines[end] && isBasis(lines[end]?.text ?? '')) end += 1
  const bases = lines.slice(start, end)
  const isList = bases.some((line) => /;$/.test(line.text) || line.runs.every(({ italic }) => italic))
  if (bases.length === 0 || !isList || isLetter) return from
  for (const line of lines.slice(from, start)) marks.set(line, 'centred')
  for (const line of bases) marks.set(line, 'basis')
  return end
}

/** Headings, items and plain text; what lies in a table is only text. */
export function markText(lines: Line[], marks: Marks): void {
  let afterPart = false
  for (const line of lines) {
    const heading = readHeading(line.text)
    if (line.paragraph.cell || line.paragraph.inTextBox) marks.set(line, 'text')
    else if (afterPart && isCentred(line)) marks.set(line, 'partTitle')
    else if (heading) marks.set(line, heading.kind)
    else marks.set(line, isCentred(line) || line.paragraph.align === 'right' ? 'centred' : 'body')
    afterPart = heading?.kind === 'part' || (afterPart && isCentred(line))
  }
}
