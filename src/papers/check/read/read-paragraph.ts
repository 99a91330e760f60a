import type { Cell, Paragraph, Run } from '../document.ts'
import type { Numbering } from './numbering.ts'
import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
} from './properties.ts'
import type { Styles } from './styles.ts'
import { at, child, val, type Xml } from './xml.ts'

/** Where a paragraph stands, and what is inherited there. */
export type Context = {
  styles: Styles
  numbering: Numbering
  section: number
  cell: Cell | null
  inTextBox: boolean
  tableStyle: string | undefined
  /** A page break that stood at the end of what came before. */
  breaks: { page: boolean }
}

type Piece = { text: string; properties: Xml | undefined }
type Gathered = {
  pieces: Piece[]
  drawings: Xml[]
  fields: string[]
  instruction: string
  inField: number
  begun: number
}

/** Elements that hold runs and say nothing of their own. */
const wrappers = new Set(
  'w:hyperlink w:ins w:moveTo w:smartTag w:sdt w:sdtContent w:fldSimple w:customXml w:dir w:bdo'.split(' '),
)

/** `<w:p>` → a paragraph with all that it inherits, and the drawings anchored in it (their text boxes are read by others). */
export function readParagraph(xml: Xml, context: Context): { paragraph: Paragraph; drawings: Xml[] } {
  const { styles, numbering, breaks } = context
  const properties = child(xml, 'w:pPr')
  const own = readParagraphProperties(properties)
  const styleId = val(child(properties, 'w:pStyle'))
  const style = styles.paragraph(styleId)
  const { numId, level = 0 } = { ...style.paragraph, ...own }
  const isNumbered = numId !== undefined && numId !== '0'
  const merged: ParagraphProperties = {
    ...styles.defaults.paragraph,
    ...(context.tableStyle ? styles.table(context.tableStyle).paragraph : {}),
    ...style.paragraph,
    ...(isNumbered ? numbering.paragraph(numId, level) : {}),
    ...own,
  }
  const label = isNumbered ? numbering.next(numId, level) : ''
  const gathered: Gathered = { pieces: [], drawings: [], fields: [], instruction: '', inField: 0, begun: 0 }
  gather(xml, gathered)
  const startsPage = breaks.page || merged.breakBefore === true || /^\s*\f/.test(textOf(gathered.pieces))
  breaks.page = /\f\s*$/.test(textOf(gathered.pieces))
  const runs = gathered.pieces.flatMap((piece) => readRun(piece, context, style.run))
  const words = textOf(gathered.pieces).replace(/\f/g, '')
  const paragraph: Paragraph = {
    ...{ runs, label, style: styleId, startsPage, drawn: [], fields: gathered.fields },
    text: (label ? `${label}\t${words}` : words).normalize('NFC'),
    ...{ cell: context.cell, inTextBox: context.inTextBox, section: context.section },
    ...{ align: merged.align ?? 'left', contextual: merged.contextual ?? false },
    ...{ left: merged.left ?? 0, right: merged.right ?? 0, first: merged.first ?? 0 },
    ...{ before: merged.before ?? 0, after: merged.after ?? 0 },
    ...{ line: merged.line ?? 240, lineRule: merged.lineRule ?? 'auto' },
    ...{ ruleAbove: merged.ruleAbove ?? false, ruleBelow: merged.ruleBelow ?? false },
  }
  return { paragraph, drawings: gathered.drawings }
}

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

/** Walks through what a paragraph holds: words with their properties, drawings, fields. */
function gather(xml: Xml, into: Gathered): void {
  for (const one of xml.children) {
    if (one.name === 'w:r') gatherRun(one, into)
    else if (one.name === 'mc:AlternateContent') gather(chosen(one), into)
    else if (wrappers.has(one.name)) {
      const instruction = one.name === 'w:fldSimple' ? one.attributes['w:instr'] : undefined
      if (instruction) into.fields.push(fieldOf(instruction))
      gather(one, into)
    }
  }
}

/** Of what is given in two ways, the newer. */
export const chosen = (alternatives: Xml): Xml =>
  child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback') ?? alternatives

const fieldOf = (instruction: string) => instruction.trim().split(/\s+/)[0]?.toUpperCase() ?? ''

const asText: Record<string, string> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

function gatherRun(run: Xml, into: Gathered): void {
  const properties = child(run, 'w:rPr')
  let text = ''
  for (const one of run.children) {
    const { name, attributes } = one
    if (name === 'w:t') text += one.text
    else if (name === 'w:br') text += attributes['w:type'] === 'page' ? '\f' : '\n'
    else if (name in asText) text += asText[name]
    else if (name === 'w:drawing' || name === 'w:pict') into.drawings.push(one)
    else if (name === 'mc:AlternateContent')
      into.drawings.push(...chosen(one).children.filter((drawn) => /^w:(?:drawing|pict)$/.test(drawn.name)))
    else if (name === 'w:instrText') into.instruction += one.text
    else if (name === 'w:pgNum') into.fields.push('PAGE')
    else if (name === 'w:fldChar') turnField(attributes['w:fldCharType'], into, properties)
  }
  if (text !== '' && !isInstruction(into)) into.pieces.push({ text, properties })
}

function turnField(type: string | undefined, into: Gathered, properties: Xml | undefined): void {
  if (type === 'begin') {
    into.inField = 1
    into.instruction = ''
    into.begun = into.pieces.length
  } else {
    if (into.instruction !== '') into.fields.push(fieldOf(into.instruction))
    into.instruction = ''
    // A page number that no program has written out yet still has its looks.
    if (type === 'end' && into.begun === into.pieces.length && into.fields.at(-1) === 'PAGE')
      into.pieces.push({ text: '1', properties })
    into.inField = type === 'separate' ? 2 : 0
  }
}

const isInstruction = ({ inField }: Gathered) => inField === 1

function readRun({ text, properties }: Piece, context: Context, style: RunProperties): Run[] {
  const { styles, tableStyle } = context
  const own = readRunProperties(properties, styles.theme)
  const character = styles.character(val(child(properties, 'w:rStyle')))
  const merged: RunProperties = {
    ...styles.defaults.run,
    ...(tableStyle ? styles.table(tableStyle).run : {}),
    ...style,
    ...character,
    ...toggled(style, character),
    ...own,
  }
  if (merged.hidden) return []
  const { size = 10, color = 'auto', bold = false, italic = false, caps = false, underline = false } = merged
  return [{ text: text.replace(/\f/g, ''), fonts: fontsOf(text, merged), size, color, bold, italic, caps, underline }]
}

/** Bold within a style that is bold already turns bold off (ISO 29500-1, 17.7.3). */
function toggled(style: RunProperties, character: RunProperties): RunProperties {
  const both = (['bold', 'italic', 'caps'] as const).filter((key) => style[key] === true && character[key] === true)
  return Object.fromEntries(both.map((key) => [key, false]))
}

/** Word has a font for ASCII and one for other letters; where a file names none it takes Times New Roman. */
function fontsOf(text: string, { ascii = 'Times New Roman', hAnsi = ascii }: RunProperties): string[] {
  const fonts = new Set<string>()
  if (/[!-~]/.test(text)) fonts.add(ascii)
  if (/[^\s -~]/.test(text)) fonts.add(hAnsi)
  return [...fonts]
}

/** Text boxes inside a drawing: their contents. */
export const boxesIn = (drawing: Xml): Xml[] =>
  drawing.children.flatMap((one) => {
    if (one.name === 'w:txbxContent') return [one]
    return boxesIn(one.name === 'mc:AlternateContent' ? chosen(one) : one)
  })

/** Lengths (twips) of straight lines inside a drawing, 0 where it is not told. 635 EMU are a twip. */
export function linesIn(drawing: Xml): number[] {
  if (drawing.name === 'v:line') return [vmlLength(drawing)]
  if (drawing.name === 'v:shape' && /_t(?:20|32|34)$/.test(drawing.attributes.type ?? '')) return [vmlLength(drawing)]
  if (drawing.name === 'wp:anchor' || drawing.name === 'wp:inline') {
    const cx = Number(child(drawing, 'wp:extent')?.attributes.cx ?? 0)
    return hasLine(drawing) ? [Math.round(cx / 635)] : []
  }
  return drawing.children.flatMap((one) => linesIn(one.name === 'mc:AlternateContent' ? chosen(one) : one))
}

const hasLine = (xml: Xml): boolean =>
  (xml.name === 'a:prstGeom' && /^(?:line|straightConnector\d|bentConnector\d)$/.test(xml.attributes.prst ?? '')) ||
  xml.children.some(hasLine)

function vmlLength({ attributes }: Xml): number {
  const [from, to] = [attributes.from, attributes.to].map((point) => points(point?.split(',')[0]))
  if (from !== undefined && to !== undefined) return Math.round(Math.abs(to - from) * 20)
  return Math.round((points(/width:\s*([\d.]+\w*)/.exec(attributes.style ?? '')?.[1]) ?? 0) * 20)
}

const perPoint: Record<string, number> = { pt: 1, in: 72, mm: 72 / 25.4, cm: 72 / 2.54, '': 0.75 }
function points(length: string | undefined): number | undefined {
  const [, digits, unit = ''] = /^\s*(-?[\d.]+)(pt|in|mm|cm)?/.exec(length ?? '') ?? []
  return digits === undefined ? undefined : Number(digits) * (perPoint[unit] ?? 1)
}

/** The section that ends with this paragraph. */
export const sectionEndedBy = (paragraph: Xml) => at(paragraph, 'w:pPr', 'w:sectPr')
