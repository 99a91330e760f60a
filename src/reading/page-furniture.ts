import { fold, squeeze } from './fold.ts'
import { isTerminated } from './line-ends.ts'

/** `5`, `- 5 -`, `Trang 5/12`, `5 | Page`: what a page prints for itself. */
const isPageNumber = (line: string): boolean =>
  /^\s*[-–—]?\s*\d{1,3}\s*[-–—]?\s*$/.test(line) || /^\s*(?:trang|page)\s+\d{1,3}(?:\s*[/|]\s*\d{1,3})?\s*$/i.test(line)

const shape = (line: string): string => fold(squeeze(line)).replace(/\d+/g, '#')

const neighbour = (lines: readonly string[], from: number, step: 1 | -1): string => {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    const line = lines[at] ?? ''
    if (line.trim() && !isPageNumber(line)) return line.trim()
  }
  return ''
}

/** Does the line stand in the middle of somebody else's sentence: `…thực hiện các` / KẾ HOẠCH THI ĐUA 2025 / `nhiệm vụ…`? */
const cutsSentence = (lines: readonly string[], at: number): boolean =>
  !isTerminated(neighbour(lines, at, -1)) && /^\p{Ll}/u.test(neighbour(lines, at, 1))

const besidePageNumber = (lines: readonly string[], at: number): boolean =>
  [-2, -1, 1, 2].some((step) => isPageNumber(lines[at + step] ?? ''))

/** Short lines that come again and again at the turn of pages. */
function runningHeads(lines: readonly string[]): Set<string> {
  const places = new Map<string, number[]>()
  lines.forEach((line, at) => {
    const key = shape(line)
    if (key.length > 5 && key.length <= 100) places.set(key, [...(places.get(key) ?? []), at])
  })
  const isHead = (at: number): boolean => cutsSentence(lines, at) && besidePageNumber(lines, at)
  return new Set(
    [...places].filter(([, at]) => at.length > 2 && at.filter(isHead).length * 2 >= at.length).map(([key]) => key),
  )
}

/** The lines without page numbers and running heads; the place of each stays as an empty line. */
export function withoutPageFurniture(lines: readonly string[]): string[] {
  const heads = runningHeads(lines)
  return lines.map((line) => (isPageNumber(line) || heads.has(shape(line)) ? '' : line))
}
