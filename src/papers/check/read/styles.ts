import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
  type Theme,
} from './properties.ts'
import { at, child, childrenOf, inside, val, type Xml } from './xml.ts'

type Style = { basedOn: string | undefined; run: RunProperties; paragraph: ParagraphProperties }

/** What stands behind the words of a part: defaults, styles, the theme's fonts. */
export type Styles = {
  theme: Theme
  /** Of the table's style. */
  table(id: string | undefined): { run: RunProperties; paragraph: ParagraphProperties }
  /** Of the paragraph's style, or the default one. */
  paragraph(id: string | undefined): { run: RunProperties; paragraph: ParagraphProperties }
  character(id: string | undefined): RunProperties
  defaults: { run: RunProperties; paragraph: ParagraphProperties }
}

/** Styles of a document; without a part of styles, what Word takes for granted. */
export function readStyles(xml: Xml | null, theme: Theme): Styles {
  const root = xml ?? undefined
  const defaults = {
    run: readRunProperties(at(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'), theme),
    paragraph: readParagraphProperties(at(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')),
  }
  const all = new Map<string, Style>()
  let usual: string | undefined
  for (const style of childrenOf(root, 'w:style')) {
    const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault = '' } = style.attributes
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(isDefault)) usual ??= id
    all.set(id, {
      basedOn: val(child(style, 'w:basedOn')),
      run: readRunProperties(child(style, 'w:rPr'), theme),
      paragraph: readParagraphProperties(child(style, 'w:pPr')),
    })
  }
  const merged = (id: string | undefined) => {
    const chain = chainOf(all, id)
    return {
      run: Object.assign({}, ...chain.map(({ run }) => run)) as RunProperties,
      paragraph: Object.assign({}, ...chain.map(({ paragraph }) => paragraph)) as ParagraphProperties,
    }
  }
  const known = new Map<string | undefined, ReturnType<typeof merged>>()
  const of = (id: string | undefined) => {
    const found = known.get(id) ?? merged(id)
    known.set(id, found)
    return found
  }
  return {
    theme,
    defaults,
    table: of,
    paragraph: (id) => of(id !== undefined && all.has(id) ? id : usual),
    character: (id) => of(id).run,
  }
}

/** A style and those it is based on, the furthest first; a circle ends where it closes. */
function chainOf(all: Map<string, Style>, id: string | undefined): Style[] {
  const chain: Style[] = []
  const seen = new Set<string>()
  for (let next = id; next !== undefined && !seen.has(next); next = all.get(next)?.basedOn) {
    seen.add(next)
    const style = all.get(next)
    if (style) chain.unshift(style)
  }
  return chain
}

/** The fonts of a theme: body and headings, by the names that runs use. */
export function readTheme(xml: Xml | null): Theme {
  const theme: Theme = {}
  for (const [scheme, prefix] of [
    ['a:majorFont', 'major'],
    ['a:minorFont', 'minor'],
  ] as const) {
    const latin = child(inside(xml ?? undefined, scheme)[0], 'a:latin')?.attributes.typeface
    if (latin) for (const script of ['HAnsi', 'Ascii']) theme[`${prefix}${script}`] = latin
  }
  return theme
}
