import { columnOf, isTypedRule, type Line, mostly } from './line.ts'
import type { Element } from './paper.ts'
import { isAbout, isMotto, isNation, isNumber, isParty, isPlaceDay } from './patterns.ts'

export type Marks = Map<Line, Element>

/** A head is looked for among the first lines only; a letter may cite another's number further down. */
const deepestHead = 30

/** What the head holds, and the lines after it. */
export function markHead(lines: Line[]): { marks: Marks; rest: Line[]; isParty: boolean } {
  const marks: Marks = new Map()
  const top = lines.slice(0, deepestHead)
  const mark = (element: Element, is: (text: string) => boolean) => {
    const line = top.find((one) => !marks.has(one) && is(one.text))
    if (line) marks.set(line, element)
    return line
  }
  const nation = mark('nation', isNation)
  mark('motto', isMotto)
  const number = mark('number', isNumber)
  mark('placeDay', isPlaceDay)
  if (marks.size === 0) return { marks, rest: lines, isParty: top.some(({ text }) => isParty(text)) }

  const end = Math.max(...[...marks.keys()].map((line) => lines.indexOf(line)))
  const head = lines.filter((line, at) => at <= end || isBeside(line, [...marks.keys()]))
  const about = markAbout(head, lines, marks, number)
  markIssuer(head, marks, nation)
  const last = Math.max(lines.indexOf(head.at(-1) as Line), about ? lines.indexOf(about) : -1)
  return {
    marks,
    rest: lines.filter((line, at) => at > last && !marks.has(line)),
    isParty: !nation && top.some(({ text }) => isParty(text)),
  }
}

/** In the same row of the layout as a part of the head. */
const isBeside = ({ paragraph: { cell } }: Line, known: Line[]) =>
  cell !== null &&
  known.some(({ paragraph }) => paragraph.cell?.table === cell.table && paragraph.cell?.row === cell.row)

/** "V/v …" and the lines it goes on over, in the head or right beneath it; returns its last line. */
function markAbout(head: Line[], lines: Line[], marks: Marks, number: Line | undefined): Line | undefined {
  const from = number ? lines.indexOf(number) : 0
  const first = lines.find((line, at) => at > from && at < deepestHead && isAbout(line.text))
  if (!first) return undefined
  const column = columnOf(first)
  const rows = lines.slice(lines.indexOf(first)).filter((line) => {
    const { paragraph } = line
    const isSamePlace = paragraph.cell
      ? paragraph.cell.table === first.paragraph.cell?.table && columnOf(line) === column
      : paragraph === first.paragraph || (head.includes(line) && columnOf(line) === column)
    return isSamePlace && !marks.has(line) && !isTypedRule(line)
  })
  // "Về việc" under a type word is its subject, not a letter's.
  if (column !== 0 && !/^v\s*\/\s*v/i.test(first.text)) return undefined
  for (const line of rows.length > 0 ? rows : [first]) marks.set(line, 'about')
  return rows.at(-1) ?? first
}

// PHÒNG VĂN HÓA - XÃ HỘI beneath UBND XÃ EA KAO: a name of its own, not the rest of the one above
const beginsName =
  /^(PHÒNG|TRƯỜNG|TRUNG TÂM|TRẠM|VĂN PHÒNG|BAN|CHI HỘI|CHI ĐOÀN|HỘI|ĐOÀN|SỞ|CỤC|CHI CỤC|HỢP TÁC XÃ|CÔNG ĐOÀN|ỦY BAN|UỶ BAN|UBND|THÔN|BUÔN|TỔ|LIÊN ĐOÀN)(?!\p{L})/u
// UBND XÃ EA KAO · SỞ NỘI VỤ · BỘ NỘI VỤ: complete in itself. HỘI LIÊN HIỆP / PHỤ NỮ XÃ is not.
const isWhole = /^(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|SỞ|BỘ|TỔNG CỤC|ĐẢNG ỦY|HUYỆN ỦY|TỈNH ỦY)\s+\p{L}/u

/** The lines above the number in its column: the superior body, if one stands there, and the one that issues. */
function markIssuer(head: Line[], marks: Marks, nation: Line | undefined): void {
  const isSide = (line: Line) => {
    const column = columnOf(line)
    if (column !== null) return column === 0
    return nation === undefined || nation.paragraph.inTextBox || line.paragraph.inTextBox
  }
  const last = head.findIndex((line) => ['number', 'about'].includes(marks.get(line) ?? ''))
  const names = head.filter(
    (line, at) =>
      !marks.has(line) &&
      isSide(line) &&
      !isTypedRule(line) &&
      isName(line.text) &&
      (last === -1 || at < last || (columnOf(line) === 0 && at < last)),
  )
  const isBold = (line: Line) => mostly(line, ({ bold }) => bold)
  const bold = names.findIndex(isBold)
  const own = names.findIndex(
    (line, at) =>
      at > 0 && beginsName.test(line.text.toUpperCase()) && isWhole.test(names[at - 1]?.text.toUpperCase() ?? ''),
  )
  // Where the looks tell nothing, the names do.
  const from = bold > 0 ? bold : Math.max(own, 0)
  names.forEach((line, at) => {
    marks.set(line, at < from ? 'superior' : 'issuer')
  })
}

// Mẫu số 05 · DỰ THẢO · [dấu đến]: stand in a head and are no name
const isName = (text: string) =>
  /\p{L}{2}/u.test(text) && !/^(mẫu|biểu|dự thảo|bản sao|sao y|lưu hành|khẩn|hỏa tốc|thượng khẩn|\(|\[)/iu.test(text)
