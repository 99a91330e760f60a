import { formatNumber } from './format-number.ts'

/** `shown`: how many levels its number shows; `pattern`: the same as newer writers put it ("%1%.%2%."). */
type Level = {
  format: string
  before: string
  after: string
  start: number
  shown: number
  pattern?: string
  bullet?: string
}
type Style = Map<number, Level>
/** A list that is open: what its style says, and how far each of its levels has come, shared by the lists inside it. */
type List = { style: string; count: number[] }
type Item = { start: number | null; isNumbered: boolean; isHeader: boolean }

const tag = /<(\/?)(text:list-item|text:list-header|text:list(?![\w-])|text:p(?![\w-])|text:h(?![\w-]))([^>]*?)(\/?)>/g

/**
 * OpenDocument keeps the numbers of lists and headings out of the text, as Word does. This writes each into its paragraph, as
 * a person sees it. Arguments: the body and the styles, both as XML.
 */
export function numberLists(contentXml: string, stylesXml: string): string {
  const styles = readStyles(`${stylesXml}${contentXml}`)
  const label = createLabels(styles)
  return contentXml.replace(tag, (whole, close, name, attributes, closed) => {
    const paragraph = name === 'text:p' || name === 'text:h'
    if (!paragraph) label.enter(name, attributes, close === '/', closed === '/')
    const text = paragraph && close === '' ? label.of(name, attributes) : null
    if (!text) return whole
    return `<${name}${attributes}>${text} ${closed ? `</${name}>` : ''}`
  })
}

function createLabels(styles: Map<string, Style>) {
  const lists: List[] = []
  const items: Item[] = []
  const kept = new Map<string, number[]>()
  const headings: number[] = []

  const open = (attributes: string) => {
    const outer = lists.at(-1)
    const style = attribute(attributes, 'text:style-name') ?? outer?.style ?? ''
    const goesOn = attribute(attributes, 'text:continue-numbering') === 'true' ? style : undefined
    const count = outer?.count ?? kept.get(attribute(attributes, 'text:continue-list') ?? goesOn ?? '') ?? []
    lists.push({ style, count })
    for (const name of [style, attribute(attributes, 'xml:id')]) if (name && !outer) kept.set(name, count)
  }
  const enter = (name: string, attributes: string, closes: boolean, isClosed: boolean) => {
    const start = Number(attribute(attributes, 'text:start-value') ?? Number.NaN)
    const item = { start: Number.isNaN(start) ? null : start, isNumbered: false, isHeader: name === 'text:list-header' }
    if (name === 'text:list' && !closes) open(attributes)
    else if (!closes) items.push(item)
    if (closes || isClosed) name === 'text:list' ? lists.pop() : items.pop()
  }
  const of = (name: string, attributes: string): string | null => {
    const [list, item] = [lists.at(-1), items.at(-1)]
    if (!list || !item) return name === 'text:h' ? headingLabel(styles, headings, attributes) : null
    if (item.isNumbered || item.isHeader) return null
    item.isNumbered = true
    return next(styles.get(list.style), list.count, lists.length, item.start)
  }
  return { enter, of }
}

function headingLabel(styles: Map<string, Style>, count: number[], attributes: string): string | null {
  if (attribute(attributes, 'text:is-list-header') === 'true') return null
  const start = Number(attribute(attributes, 'text:start-value') ?? Number.NaN)
  const level = Math.min(Math.max(Math.trunc(Number(attribute(attributes, 'text:outline-level'))) || 1, 1), deepest)
  return next(styles.get(outline), count, level, Number.isNaN(start) ? null : start)
}

/** Counts on at a level (from 1), whereby the deeper ones begin anew, and shows the number; null where the level has none. */
function next(style: Style | undefined, count: number[], level: number, start: number | null): string | null {
  const own = style?.get(level)
  const before = count[level - 1]
  count.length = Math.min(count.length, level)
  count[level - 1] = start ?? (before === undefined ? (own?.start ?? 1) : before + 1)
  if (!style || !own) return null
  // Bullets are letters of symbol fonts; what is typed stays.
  if (own.bullet !== undefined) return own.bullet === '+' ? '+' : '-'
  if (own.format === '') return null
  const shown = (at: number) =>
    formatNumber(count[at - 1] ?? style.get(at)?.start ?? 1, formats[style.get(at)?.format ?? ''] ?? 'decimal')
  if (own.pattern !== undefined) return own.pattern.replace(/%(\d+)%/g, (_, at) => shown(Number(at)))
  const levels = Array.from({ length: Math.min(own.shown, level) }, (_, at) => level - at).reverse()
  return (
    own.before +
    levels
      .filter((at) => style.get(at)?.format !== '')
      .map(shown)
      .join('.') +
    own.after
  )
}

const formats: Record<string, string> = { I: 'upperRoman', i: 'lowerRoman', A: 'upperLetter', a: 'lowerLetter' }
const outline = ' outline'
/** Levels that OpenDocument knows. */
const deepest = 10

function readStyles(xml: string): Map<string, Style> {
  const lists = xml.matchAll(/<text:list-style\s([^>]*)>([\s\S]*?)<\/text:list-style>/g)
  const headings = /<text:outline-style\b[^>]*>([\s\S]*?)<\/text:outline-style>/.exec(xml)?.[1] ?? ''
  const named = [...lists].map(
    ([, told = '', levels = '']) => [attribute(told, 'style:name') ?? '', readLevels(levels)] as const,
  )
  return new Map([...named, [outline, readLevels(headings)]])
}

function readLevels(xml: string): Style {
  const levels = xml.matchAll(/<text:(?:list-level-style-(number|bullet|image)|outline-level-style)\s([^>]*)>/g)
  return new Map(
    [...levels].map(([, kind, told = '']) => {
      const pattern = attribute(told, 'style:num-list-format') ?? attribute(told, 'loext:num-list-format')
      const bullet = kind === 'bullet' || kind === 'image' ? (attribute(told, 'text:bullet-char') ?? '') : undefined
      const level = {
        format: attribute(told, 'style:num-format') ?? '',
        before: attribute(told, 'style:num-prefix') ?? '',
        after: attribute(told, 'style:num-suffix') ?? '',
        start: Number(attribute(told, 'text:start-value') ?? 1),
        shown: Number(attribute(told, 'text:display-levels') ?? 1),
        ...(pattern !== undefined && { pattern }),
        ...(bullet !== undefined && { bullet }),
      }
      return [Number(attribute(told, 'text:level') ?? 0), level]
    }),
  )
}

const attribute = (attributes: string, name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
