import { checkLayout } from '../../../src/papers/check/check-layout.ts'

/** Attributes of `w:pPr` and of `w:rPr` as XML, and words; a tab is a tab. */
export type Para = { text: string; p?: string; r?: string; inner?: string }

const asXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
export const runs = (text: string, r = '') =>
  text
    .split('\t')
    .map((piece) => `<w:r><w:rPr>${r}</w:rPr><w:t xml:space="preserve">${asXml(piece)}</w:t></w:r>`)
    .join('<w:r><w:tab/></w:r>')
export const para = ({ text, p = '', r = '', inner = '' }: Para) =>
  `<w:p><w:pPr>${p}</w:pPr>${runs(text, r)}${inner}</w:p>`

const times = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
export const look = (size: number, more = '') => `${times}<w:sz w:val="${size * 2}"/>${more}`
export const centre = '<w:jc w:val="center"/>'
export const prose = '<w:jc w:val="both"/><w:spacing w:before="120"/><w:ind w:firstLine="720"/>'
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"/></w:sectPr>'

const names = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`

/** The parts of a DOCX written by hand. */
export function partsOf(body: string, { styles = '', numbering = '', theme = '' } = {}): Map<string, Uint8Array> {
  const parts = {
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${relation('s', 'styles', 'styles.xml')}${relation('n', 'numbering', 'numbering.xml')}${relation('t', 'theme', 'theme/theme1.xml')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${names}><w:body>${body}${page}</w:body></w:document>`,
    ...(styles && { 'word/styles.xml': `<w:styles ${names}>${styles}</w:styles>` }),
    ...(numbering && { 'word/numbering.xml': `<w:numbering ${names}>${numbering}</w:numbering>` }),
    ...(theme && { 'word/theme/theme1.xml': `<a:theme ${names}>${theme}</a:theme>` }),
  }
  return new Map(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)]))
}

/** `size nation`: what is found, in short. */
export function found(parts: Map<string, Uint8Array>): string[] {
  const checked = checkLayout(parts)
  return checked.ok ? checked.findings.map(({ rule, element }) => `${rule} ${element}`) : [checked.reason]
}
