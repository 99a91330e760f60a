import type { Paper } from './blocks.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (words: string) => words.normalize('NFC').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const spaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

/**
 * What the file says of itself (docProps/core.xml): its title, the unit it is of, and the receipt's code, by which it is
 * compared with what is kept. No person and no time of making: both would be taken for those of signing.
 */
export function corePropertiesOf({ title, author, code }: Pick<Paper, 'title' | 'author' | 'code'>): string {
  const fields = [
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:creator>${escaped(author)}</dc:creator>`,
    ...(code === null ? [] : [`<dc:identifier>${escaped(code)}</dc:identifier>`]),
    ...(code === null ? [] : [`<cp:keywords>${escaped(code)}</cp:keywords>`]),
    '<dc:language>vi-VN</dc:language>',
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${spaces}>${fields.join('')}</cp:coreProperties>`
}
