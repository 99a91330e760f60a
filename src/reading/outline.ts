import type { Clause } from './document.ts'
import { fold, isCapitals } from './fold.ts'
import type { Block } from './join-lines.ts'
import { isTerminated } from './line-ends.ts'
import { isBullet, type Marker, romanValue } from './read-marker.ts'
import { isTopicLine } from './topic-line.ts'

/** An open heading or lead-in, with what stands below it still to come. */
type Level = {
  style: string
  capitals: boolean
  place: number
  /** Its part of the section path; `` where it adds nothing. */
  name: string
  text: string
  heading: boolean
}

/** Styles that begin anew at the top, whatever is open. */
const top = new Set(['appendix', 'chư', 'phầ', 'mục'])

/** Before these no heading is left open but a chapter or an appendix. */
const belowTop = new Set(['article'])

const withoutMarker = (block: Block): string => block.text.slice(block.marker?.written.length ?? 0).trim()

const beforeColon = (text: string): string => /^[^:]{0,160}(?=:)/.exec(text)?.[0] ?? text

const opensOrder = /^(?:Giao|Đề nghị|Yêu cầu|Phân công)\s/u

/** Does the block name what follows instead of saying something itself? */
function isHeading({ marker, text }: Block, words: string): boolean {
  if (!words || isBullet(marker)) return false
  if (isCapitals(words) && words.length <= 250) return true
  const leads = /:$/.test(text) || !isTerminated(text)
  return leads && words.length <= (marker ? 150 : 80) && (isTopicLine(words) || !opensOrder.test(words))
}

/** `i)` behind `a)`, and `ii)` behind it, are small Roman numbers; `i)` behind `h)` is a letter. */
function asSmallRoman(marker: Marker, levels: readonly Level[]): Marker {
  const place = marker.style === 'letter' ? romanValue(marker.name.toUpperCase()) : 0
  const isNext = levels.some((level) => level.style === 'letter' && level.place + 1 === marker.place)
  const follows = levels.some((level) => level.style === 'small roman' && level.place + 1 === place)
  const begins = place === 1 && !isNext
  return place && (begins || follows) ? { ...marker, style: 'small roman', place } : marker
}

/** The open level that a marker continues: the next in its row first, then one that looks the same. */
function findSibling(levels: readonly Level[], marker: Marker, capitals: boolean): number {
  const same = levels.flatMap((level, at) => (level.style === marker.style ? [{ ...level, at }] : []))
  const next = same.filter(({ place }) => place + 1 === marker.place)
  const alike = (list: typeof same): number =>
    (list.findLast((level) => level.capitals === capitals) ?? list.at(-1))?.at ?? -1
  if (next.length) return alike(next)
  const restarts =
    marker.place === 1 &&
    same.length === 1 &&
    same[0]?.capitals &&
    !capitals &&
    same[0].at === levels.findLastIndex((level) => level.heading)
  return restarts ? -1 : alike(same)
}

/** `2.1` stands below `2`, in whose place it comes in the path. */
const isPrefixOf = (level: Level, name: string): boolean => level.name !== '' && name.startsWith(`${level.name}.`)

const isBulletLevel = ({ style }: Level): boolean => style === '-' || style === '+'

/** A bullet's fellows are the open bullets of its look, below the last heading or number. */
function levelsAboveBullet(levels: Level[], style: string): Level[] {
  const from = levels.findLastIndex((level) => !isBulletLevel(level)) + 1
  const sibling = levels.findIndex((level, at) => at >= from && level.style === style)
  return sibling >= 0 ? levels.slice(0, sibling) : levels
}

function levelsAbove(levels: Level[], marker: Marker, capitals: boolean): Level[] {
  if (top.has(marker.style)) return []
  if (belowTop.has(marker.style)) return levels.filter((level) => top.has(level.style))
  if (isBullet(marker)) return levelsAboveBullet(levels, marker.style)
  const sibling = findSibling(levels, marker, capitals)
  const prefix = marker.name.includes('.') ? levels.findLastIndex((level) => isPrefixOf(level, marker.name)) : -1
  if (prefix >= 0 && prefix > sibling) return levels.slice(0, prefix + 1)
  if (sibling >= 0) return levels.slice(0, sibling)
  return levels.every(isBulletLevel) ? [] : levels
}

/** `Phong trào được chia làm 02 đợt:` leads into a list where it stands; `Về khen thưởng` may stand above numbers. */
const isLeadIn = (text: string): boolean => text.endsWith(':')

/** An unnumbered heading ends the lead-ins and items that are open, and its own kind; a lead-in ends no numbered heading. */
function levelsAboveUnnumbered(levels: Level[], style: string, text: string): Level[] {
  const numbered = levels.findLastIndex((level) => level.heading && level.name !== '') + 1
  const from = style === 'words' && isLeadIn(text) ? numbered : 0
  const isFellow = (level: Level): boolean => level.style === style && isLeadIn(level.text) === isLeadIn(text)
  const sibling = levels.findIndex((level, at) => at >= from && isFellow(level))
  if (sibling >= 0) return levels.slice(0, sibling)
  return levels.slice(0, levels.findLastIndex((level) => level.heading) + 1)
}

/** `V`, `2`, `2.1` → `V.2.1`; `I`, `I.2` → `I.2`. */
function sectionPath(names: readonly string[]): string {
  const path = names.reduce<string[]>((kept, name) => {
    if (!name) return kept
    const below = kept.findIndex((before) => name.startsWith(`${before}.`))
    return [...(below >= 0 ? kept.slice(0, below) : kept), name]
  }, [])
  return path.join('.')
}

/** Lines that open a text of its own behind the first: the regulation behind its decision. */
const startsAnew =
  /^(?:QUY ĐỊNH|QUY CHẾ|DANH MỤC|QUY TRÌNH|ĐỀ CƯƠNG|BIỂU MẪU)(?:\s|$)|^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|HƯỚNG DẪN|PHƯƠNG ÁN|NỘI QUY|THỂ LỆ|ĐỀ ÁN)$/u

/** `Trên đây là Kế hoạch …`, `Trong quá trình thực hiện …`: closes the section, belongs to no item. */
const closes = /^(?:tren day|trong qua trinh|nhan duoc|yeu cau (?:cac|thu truong))/

/** The levels that an unmarked paragraph stands under: a list ends with it, a closing leaves all but the outermost heading. */
function levelsOfParagraph(levels: Level[], text: string): Level[] {
  const outermost = levels.findIndex((level) => !top.has(level.style))
  if (closes.test(fold(text.slice(0, 40)))) return levels.slice(0, outermost + 1)
  return levels.filter((level) => !isBulletLevel(level))
}

const toClause = (block: Block, levels: readonly Level[], kind: Clause['kind']): Clause => ({
  section: sectionPath(levels.map((level) => level.name)),
  headings: [],
  kind,
  marker: block.marker?.written ?? null,
  text: block.text,
})

/** Puts headings, items and paragraphs in their order: each with its section path and the headings above it. */
export function outline(blocks: readonly Block[]): Clause[] {
  let levels: Level[] = []
  return blocks.map((block) => {
    const words = withoutMarker(block)
    const marker = block.marker && asSmallRoman(block.marker, levels)
    if (block.row) {
      levels = levelsOfParagraph(levels, block.text)
      const row = toClause(block, levels, block.row.isHead ? 'paragraph' : 'item')
      return { ...row, headings: levels.map((level) => level.text), row: block.row }
    }
    const heading = isHeading(block, words)
    const capitals = isCapitals(beforeColon(words))
    const kind = heading ? 'heading' : block.marker ? 'item' : 'paragraph'
    if (!block.marker && startsAnew.test(block.text)) levels = []
    if (kind === 'paragraph') {
      levels = levelsOfParagraph(levels, block.text)
      return { ...toClause(block, levels, kind), headings: levels.map((level) => level.text) }
    }
    const style = marker?.style ?? (capitals ? 'capitals' : 'words')
    const above = marker ? levelsAbove(levels, marker, capitals) : levelsAboveUnnumbered(levels, style, words)
    const level = {
      style,
      capitals,
      place: marker?.place ?? 0,
      name: marker?.name ?? '',
      text: words,
      heading,
    }
    levels = [...above, level]
    return { ...toClause(block, levels, kind), headings: above.map(({ text }) => text) }
  })
}
