import { at, child, twips, val, type Xml } from './xml.ts'

/** How letters look, as far as one place says so. Size in points. */
export type RunProperties = {
  ascii?: string
  hAnsi?: string
  size?: number
  bold?: boolean
  italic?: boolean
  caps?: boolean
  underline?: boolean
  color?: string
  hidden?: boolean
}

export type Align = 'left' | 'center' | 'right' | 'both'

/** How a paragraph lies, as far as one place says so. Lengths in twips (a twentieth of a point). */
export type ParagraphProperties = {
  align?: Align
  left?: number
  right?: number
  first?: number
  before?: number
  after?: number
  line?: number
  lineRule?: 'auto' | 'exact' | 'atLeast'
  contextual?: boolean
  ruleAbove?: boolean
  ruleBelow?: boolean
  numId?: string
  level?: number
  breakBefore?: boolean
}

/** A switch: present means on, unless its value says otherwise; undefined where it is absent. */
function flag(xml: Xml | undefined): boolean | undefined {
  if (!xml) return undefined
  return !['0', 'false', 'off', 'none'].includes(val(xml) ?? 'true')
}

/** What is known stays, what is not is left out: undefined must not cover an inherited value. */
function only<Of extends object>(properties: { [Key in keyof Of]: Of[Key] | undefined }): Of {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Of
}

/** The fonts of a theme by the name that runs call them by (`minorHAnsi`). */
export type Theme = Record<string, string>

/** `<w:rPr>` → what it says; empty where there is none. */
export function readRunProperties(xml: Xml | undefined, theme: Theme): RunProperties {
  if (!xml) return {}
  const fonts = child(xml, 'w:rFonts')?.attributes ?? {}
  const named = (which: 'ascii' | 'hAnsi') => theme[fonts[`w:${which}Theme`] ?? ''] ?? fonts[`w:${which}`]
  const size = Number(val(child(xml, 'w:sz')))
  const color = child(xml, 'w:color')
  const isDark = /^(?:text1|dark1)$/.test(color?.attributes['w:themeColor'] ?? '')
  return only<RunProperties>({
    ascii: named('ascii'),
    hAnsi: named('hAnsi'),
    size: Number.isFinite(size) && size > 0 ? size / 2 : undefined,
    bold: flag(child(xml, 'w:b')),
    italic: flag(child(xml, 'w:i')),
    caps: flag(child(xml, 'w:caps')),
    underline: flag(child(xml, 'w:u')),
    color: isDark ? 'auto' : val(color),
    hidden: flag(child(xml, 'w:vanish')),
  })
}

const aligns: Record<string, Align> = {
  center: 'center',
  both: 'both',
  distribute: 'both',
  right: 'right',
  end: 'right',
}

/** `<w:pPr>` → what it says; empty where there is none. */
export function readParagraphProperties(xml: Xml | undefined): ParagraphProperties {
  if (!xml) return {}
  const [indent, spacing] = [child(xml, 'w:ind'), child(xml, 'w:spacing')]
  const jc = val(child(xml, 'w:jc'))
  const hanging = twips(indent, 'w:hanging')
  const level = Number(val(at(xml, 'w:numPr', 'w:ilvl')))
  const framed = child(xml, 'w:framePr')?.attributes['w:xAlign'] === 'center'
  return only<ParagraphProperties>({
    align: framed ? 'center' : jc === undefined ? undefined : (aligns[jc] ?? 'left'),
    left: twips(indent, 'w:left', 'w:start'),
    right: twips(indent, 'w:right', 'w:end'),
    first: hanging === undefined ? twips(indent, 'w:firstLine') : -hanging,
    before: autoGap(spacing, 'w:beforeAutospacing') ?? twips(spacing, 'w:before'),
    after: autoGap(spacing, 'w:afterAutospacing') ?? twips(spacing, 'w:after'),
    line: twips(spacing, 'w:line'),
    lineRule: spacing?.attributes['w:line'] === undefined ? undefined : lineRule(spacing),
    contextual: flag(child(xml, 'w:contextualSpacing')),
    ruleAbove: isDrawn(at(xml, 'w:pBdr', 'w:top')),
    ruleBelow: isDrawn(at(xml, 'w:pBdr', 'w:bottom')),
    numId: val(at(xml, 'w:numPr', 'w:numId')),
    level: Number.isFinite(level) ? level : undefined,
    breakBefore: flag(child(xml, 'w:pageBreakBefore')),
  })
}

/** Word leaves 14 points where it is told to choose by itself. */
const autoGap = (spacing: Xml | undefined, name: string) =>
  ['1', 'true', 'on'].includes(spacing?.attributes[name] ?? '') ? 280 : undefined

function lineRule(spacing: Xml): 'auto' | 'exact' | 'atLeast' {
  const rule = spacing.attributes['w:lineRule']
  return rule === 'exact' || rule === 'atLeast' ? rule : 'auto'
}

/** Is this border a line? Undefined where nothing is said of it. */
export const isDrawn = (border: Xml | undefined) =>
  border === undefined ? undefined : !['nil', 'none'].includes(val(border) ?? 'nil')
