import { formatNumber } from './format-number.ts'

/** `legal` shows the numbers of all levels as digits. */
type Level = { start: number; format: string; text: string; legal: boolean }
/** `override` starts a list anew at a number of its own. */
type List = { abstractId: string; levels: Map<number, Level>; override: Map<number, number> }
type Place = { numId: string; level: number }

/**
 * Word keeps the numbers of its automatic lists out of the text ("V", "4.", "a)" are only styles there). This writes each
 * into its paragraph, as a person sees it, and takes the list style away. Arguments: document.xml, numbering.xml, styles.xml.
 */
export function numberParagraphs(documentXml: string, numberingXml: string, stylesXml: string): string {
  const lists = readLists(numberingXml)
  const styles = readStyles(stylesXml)
  const next = createCounter(lists)

  // A tracked change keeps the old properties inside the new ones; only the new count.
  const xml = documentXml.replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
  return xml.replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/g, (whole, properties: string) => {
    const place = placeOf(properties, styles)
    const label = place && next(place)
    return label ? `<w:pPr></w:pPr><w:r><w:t xml:space="preserve">${label} </w:t></w:r>` : whole
  })
}

/** The list that a paragraph stands in, of itself or through its style; null where it stands in none. */
function placeOf(properties: string, styles: Map<string, Partial<Place>>): Place | null {
  const style = styles.get(value(properties, 'pStyle') ?? '')
  const numId = value(properties, 'numId') ?? style?.numId
  if (numId === undefined || numId === '0') return null
  return { numId, level: Number(value(properties, 'ilvl') ?? style?.level ?? 0) }
}

/** Gives each paragraph's label in turn. Lists of one definition count on from each other, as Word does it. */
function createCounter(lists: Map<string, List>): (place: Place) => string | null {
  const counts = new Map<string, number[]>()
  const started = new Set<string>()

  return ({ numId, level }) => {
    const list = lists.get(numId)
    const own = list?.levels.get(level)
    if (!list || !own || own.format === 'none') return null

    const count = counts.get(list.abstractId) ?? []
    const override = started.has(`${numId} ${level}`) ? undefined : list.override.get(level)
    started.add(`${numId} ${level}`)
    count[level] = override ?? (count[level] === undefined ? own.start : count[level] + 1)
    counts.set(list.abstractId, count.slice(0, level + 1))
    return labelOf(own, list.levels, count)
  }
}

function labelOf(own: Level, levels: Map<number, Level>, count: number[]): string {
  // Bullets are letters of symbol fonts; what is typed stays.
  if (own.format === 'bullet') return own.text === '+' ? '+' : '-'
  return own.text.replace(/%(\d)/g, (_, digit) => {
    const level = levels.get(Number(digit) - 1)
    return formatNumber(
      count[Number(digit) - 1] ?? level?.start ?? 1,
      own.legal ? 'decimal' : (level?.format ?? 'decimal'),
    )
  })
}

function readLists(xml: string): Map<string, List> {
  const abstracts = new Map(elements(xml, 'abstractNum').map((el) => [attribute(el, 'abstractNumId'), readLevels(el)]))
  return new Map(
    elements(xml, 'num').map((el) => {
      const abstractId = value(el, 'abstractNumId') ?? ''
      const overrides = elements(el, 'lvlOverride')
      const levels = new Map([...(abstracts.get(abstractId) ?? []), ...readLevels(el)])
      const override = overrides.flatMap((one): [number, number][] => {
        const start = value(one, 'startOverride')
        return start === undefined ? [] : [[Number(attribute(one, 'ilvl')), Number(start)]]
      })
      return [attribute(el, 'numId'), { abstractId, levels, override: new Map(override) }]
    }),
  )
}

const readLevels = (xml: string): Map<number, Level> =>
  new Map(
    elements(xml, 'lvl').map((el) => [
      Number(attribute(el, 'ilvl')),
      {
        start: Number(value(el, 'start') ?? 1),
        format: value(el, 'numFmt') ?? 'decimal',
        text: value(el, 'lvlText') ?? '',
        legal: /<w:isLgl\b(?![^>]*"(0|false)")/.test(el),
      },
    ]),
  )

const readStyles = (xml: string): Map<string, Partial<Place>> => {
  const styles = new Map(elements(xml, 'style').map((el) => [attribute(el, 'styleId'), el]))
  const place = (id: string, depth = 0): Partial<Place> => {
    const el = styles.get(id)
    if (el === undefined || depth > 10) return {}
    const inherited = place(value(el, 'basedOn') ?? '', depth + 1)
    const [numId, level] = [value(el, 'numId'), value(el, 'ilvl')]
    return { ...inherited, ...(numId && { numId }), ...(level && { level: Number(level) }) }
  }
  return new Map([...styles.keys()].map((id) => [id, place(id)]))
}

const elements = (xml: string, name: string) => xml.match(new RegExp(`<w:${name}\\s[\\s\\S]*?</w:${name}>`, 'g')) ?? []
const value = (xml: string, name: string) => new RegExp(`<w:${name}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
const attribute = (xml: string, name: string) => new RegExp(`^<[^>]*?w:${name}="([^"]*)"`).exec(xml)?.[1] ?? ''
