import type { LaidOut, Margin, Paragraph, Section } from '../document.ts'
import { createNumbering } from './numbering.ts'
import { type Blocks, readBlocks } from './read-blocks.ts'
import type { Context } from './read-paragraph.ts'
import { readStyles, readTheme } from './styles.ts'
import { at, child, childrenOf, inside, parseXml, twips, type Xml } from './xml.ts'

/** The parts of an opened DOCX by name, as bytes. */
export type DocxParts = ReadonlyMap<string, Uint8Array>

/** The parts of a DOCX → how it is laid out; null where they are no document of Word. */
export function readLaidOut(parts: DocxParts): LaidOut | null {
  const main = target(partXml(parts, '_rels/.rels'), 'officeDocument') ?? 'word/document.xml'
  const body = child(partXml(parts, main) ?? undefined, 'w:body')
  if (!body) return null
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = partXml(parts, `${folder}_rels/${main.slice(folder.length)}.rels`)
  const part = (type: string) => {
    const name = target(relations, type)
    return name === undefined ? null : partXml(parts, inFolder(folder, name))
  }
  const context: Context = {
    styles: readStyles(part('styles'), readTheme(part('theme'))),
    numbering: createNumbering(part('numbering')),
    ...{ section: 0, cell: null, inTextBox: false, tableStyle: undefined, breaks: { page: false } },
  }
  const blocks: Blocks = { paragraphs: [], tables: [], ended: [] }
  readBlocks(body, context, blocks)
  const margin = (id: string | undefined): Margin | null => {
    const name = id === undefined ? undefined : targetById(relations, id)
    const xml = name === undefined ? null : partXml(parts, inFolder(folder, name))
    return xml && { paragraphs: paragraphsOf(xml, context) }
  }
  const last = child(body, 'w:sectPr')
  const sections = [...blocks.ended, ...(last ? [last] : [])].map((xml) => readSection(xml, margin))
  return {
    ...{ paragraphs: blocks.paragraphs, tables: blocks.tables },
    sections: inherit(sections.length > 0 ? sections : [readSection(undefined, margin)]),
    pages: pagesOf(partXml(parts, 'docProps/app.xml')),
  }
}

function paragraphsOf(xml: Xml, context: Context): Paragraph[] {
  const blocks: Blocks = { paragraphs: [], tables: [], ended: [] }
  readBlocks(xml, { ...context, breaks: { page: false } }, blocks)
  return blocks.paragraphs
}

const inFolder = (folder: string, name: string) => (name.startsWith('/') ? name.slice(1) : `${folder}${name}`)

function partXml(parts: DocxParts, name: string): Xml | null {
  const bytes = parts.get(name.replace(/^\//, ''))
  return bytes ? parseXml(decodePart(bytes)) : null
}

function decodePart(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(wide ?? 'utf-8').decode(bytes).replace(/\0/g, '')
}

const relationsIn = (xml: Xml | null) => xml?.children.map(({ attributes }) => attributes) ?? []
const target = (xml: Xml | null, type: string) =>
  relationsIn(xml).find(({ Type = '' }) => Type.endsWith(`/${type}`))?.Target
const targetById = (xml: Xml | null, id: string) => relationsIn(xml).find(({ Id }) => Id === id)?.Target

function pagesOf(properties: Xml | null): number | null {
  const pages = Number(inside(properties ?? undefined, 'Pages')[0]?.text ?? findAny(properties, 'Pages'))
  return Number.isInteger(pages) && pages > 0 ? pages : null
}
/** Extended properties have a namespace of their own, whatever its prefix. */
const findAny = (xml: Xml | null, name: string) => xml?.children.find((one) => one.name.endsWith(name))?.text

function readSection(xml: Xml | undefined, margin: (id: string | undefined) => Margin | null): Section {
  const [paper, edges, numbers] = [child(xml, 'w:pgSz'), child(xml, 'w:pgMar'), child(xml, 'w:pgNumType')]
  const edge = (name: string) => {
    const length = twips(edges, `w:${name}`)
    return length === undefined ? null : Math.abs(length)
  }
  const of = (kind: 'header' | 'footer', type: string) => {
    const found = childrenOf(xml, `w:${kind}Reference`).find(({ attributes }) => attributes['w:type'] === type)
    return margin(found?.attributes['r:id'])
  }
  const gutter = twips(edges, 'w:gutter') ?? 0
  const left = edge('left')
  const title = at(xml, 'w:titlePg')?.attributes['w:val']
  return {
    ...{ width: twips(paper, 'w:w') ?? null, height: twips(paper, 'w:h') ?? null },
    ...{ top: edge('top'), bottom: edge('bottom'), left: left === null ? null : left + gutter, right: edge('right') },
    titlePage: child(xml, 'w:titlePg') !== undefined && !['0', 'false', 'off'].includes(title ?? ''),
    numbersFrom: twips(numbers, 'w:start') ?? null,
    numberFormat: numbers?.attributes['w:fmt'] ?? null,
    headers: { default: of('header', 'default'), first: of('header', 'first') },
    footers: { default: of('footer', 'default'), first: of('footer', 'first') },
  }
}

/** A section without heads of its own has those of the one before. */
function inherit(sections: Section[]): Section[] {
  let before: Section | undefined
  return sections.map((section) => {
    const over = (kind: 'headers' | 'footers') => ({
      default: section[kind].default ?? before?.[kind].default ?? null,
      first: section[kind].first ?? before?.[kind].first ?? null,
    })
    before = { ...section, headers: over('headers'), footers: over('footers') }
    return before
  })
}
