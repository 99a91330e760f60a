import { type ParagraphProperties, readParagraphProperties } from './properties.ts'
import { at, child, childrenOf, val, type Xml } from './xml.ts'

type Level = { format: string; text: string; start: number; paragraph: ParagraphProperties }
type List = { abstractId: string; levels: Map<number, Level>; starts: Map<number, number> }

/** Writes out the numbers that Word makes by itself; to be asked for each numbered paragraph once, in order. */
export type Numbering = {
  next(numId: string, level: number): string
  paragraph(numId: string, level: number): ParagraphProperties
}

/** The part of numberings → its numbers, as Word counts them. */
export function createNumbering(xml: Xml | null): Numbering {
  const root = xml ?? undefined
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', readLevels(one)]),
  )
  const lists = new Map<string, List>(
    childrenOf(root, 'w:num').map((num) => {
      const abstractId = val(child(num, 'w:abstractNumId')) ?? ''
      return [num.attributes['w:numId'] ?? '', readList(num, abstractId, abstracts.get(abstractId) ?? new Map())]
    }),
  )
  const counters = new Map<string, Map<number, number>>()
  const begun = new Set<string>()
  return {
    paragraph: (numId, level) => lists.get(numId)?.levels.get(level)?.paragraph ?? {},
    next(numId, level) {
      const list = lists.get(numId)
      const own = list?.levels.get(level)
      if (!list || !own) return ''
      const counts = counters.get(list.abstractId) ?? new Map<number, number>()
      counters.set(list.abstractId, counts)
      // A list that restarts another does so where it is first used.
      const starts = list.starts.get(level)
      if (starts !== undefined && !begun.has(`${numId} ${level}`)) counts.delete(level)
      begun.add(`${numId} ${level}`)
      counts.set(level, (counts.get(level) ?? (starts ?? own.start) - 1) + 1)
      for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper)
      return labelOf(list, level, counts)
    },
  }
}

function readLevels(abstract: Xml): Map<number, Level> {
  return new Map(childrenOf(abstract, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl']), readLevel(level)]))
}

const readLevel = (level: Xml): Level => ({
  format: val(child(level, 'w:numFmt')) ?? 'decimal',
  text: val(child(level, 'w:lvlText')) ?? '',
  start: Number(val(child(level, 'w:start')) ?? 1),
  paragraph: readParagraphProperties(child(level, 'w:pPr')),
})

function readList(num: Xml, abstractId: string, levels: Map<number, Level>): List {
  const overrides = childrenOf(num, 'w:lvlOverride')
  const starts = overrides.flatMap((one): [number, number][] => {
    const start = val(child(one, 'w:startOverride'))
    return start === undefined ? [] : [[Number(one.attributes['w:ilvl']), Number(start)]]
  })
  const own = overrides.flatMap((one): [number, Level][] => {
    const level = at(one, 'w:lvl')
    return level ? [[Number(one.attributes['w:ilvl']), readLevel(level)]] : []
  })
  return { abstractId, levels: new Map([...levels, ...own]), starts: new Map(starts) }
}

function labelOf({ levels }: List, level: number, counts: Map<number, number>): string {
  const own = levels.get(level)
  if (!own || own.format === 'none') return ''
  // Bullets of symbol fonts are drawn from a private area.
  if (own.format === 'bullet') return /^[-–+*•]/.test(own.text) ? own.text : '•'
  return own.text.replace(/%(\d)/g, (_, digit) => {
    const of = Number(digit) - 1
    const { format = 'decimal', start = 1 } = levels.get(of) ?? {}
    return formatNumber(counts.get(of) ?? start, format)
  })
}

function formatNumber(count: number, format: string): string {
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 9))
  if (format === 'lowerLetter') return letter
  return format === 'upperLetter' ? letter.toUpperCase() : String(count)
}

const signs: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 14 → XIV; what no document counts to is left as it is. */
export function roman(count: number): string {
  if (count < 1 || count > 399) return String(count)
  let left = count
  return signs
    .map(([worth, sign]) => {
      const times = Math.floor(left / worth)
      left -= times * worth
      return sign.repeat(times)
    })
    .join('')
}
