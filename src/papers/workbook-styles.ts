const formats = { day: 'dd\\/mm\\/yyyy', decimal: '0.0', count: '0;-0;;@' }
const formatNames = Object.keys(formats) as (keyof typeof formats)[]
/** Numbers below 164 are the program's own. */
const formatNumber = (name: keyof typeof formats) => 164 + formatNames.indexOf(name)

/** How cells look. Sizes in points; every font is that of papers. */
type Look = {
  bold?: true
  italic?: true
  size?: number
  align?: 'left' | 'center' | 'right'
  top?: true
  border?: true
  shade?: true
  /** count: a nought is there and not shown. */
  format?: keyof typeof formats
}

const looks = {
  plain: {},
  agency: { bold: true, align: 'center' },
  title: { bold: true, size: 14, align: 'center' },
  subtitle: { italic: true, align: 'center' },
  head: { bold: true, align: 'center', border: true },
  text: { border: true, align: 'left', top: true },
  textBold: { border: true, align: 'left', top: true, bold: true },
  centred: { border: true, align: 'center', top: true },
  number: { border: true, align: 'center', top: true, format: 'count' },
  numberBold: { border: true, align: 'center', top: true, bold: true },
  share: { border: true, align: 'center', top: true, bold: true, format: 'decimal' },
  day: { border: true, align: 'center', top: true, format: 'day' },
  groupText: { border: true, align: 'left', bold: true, shade: true },
  groupNumber: { border: true, align: 'center', bold: true, shade: true },
  groupShare: { border: true, align: 'center', bold: true, shade: true, format: 'decimal' },
  signer: { bold: true, align: 'center' },
} satisfies Record<string, Look>
export type StyleName = keyof typeof looks

const names = Object.keys(looks) as StyleName[]
const all: [StyleName, Look][] = names.map((name) => [name, looks[name]])

/** How a style looks. */
export const lookOf = (name: StyleName): Look => looks[name]

/**
 * The number of a style in the file. `quoted`: its twin for a text that begins like a formula; the text is no formula in the
 * file, and with the quote prefix it stays one that a person edits, as if an apostrophe stood before it.
 */
export const styleNumber = (name: StyleName, quoted: boolean): number => place[name] + (quoted ? 1 : 0)
const place = Object.fromEntries(names.map((name, index) => [name, index * 2])) as Record<StyleName, number>

const fontKey = ({ bold, italic, size = 12 }: Look) => `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/>`
const fonts = [...new Set(all.map(([, look]) => fontKey(look)))]
const edges = ['left', 'right', 'top', 'bottom']

function xfOf(look: Look, quoted: boolean): string {
  const { align = 'left', top, border, shade, format } = look
  const places = [
    `numFmtId="${format ? formatNumber(format) : 0}"`,
    `fontId="${fonts.indexOf(fontKey(look))}"`,
    `fillId="${shade ? 2 : 0}"`,
    `borderId="${border ? 1 : 0}"`,
    'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    quoted ? 'quotePrefix="1"' : '',
  ]
  const alignment = `<alignment horizontal="${align}" vertical="${top ? 'top' : 'center'}" wrapText="1"/>`
  return `<xf ${places.filter(Boolean).join(' ')}>${alignment}</xf>`
}

const list = (tag: string, items: string[]) => `<${tag} count="${items.length}">${items.join('')}</${tag}>`

/** The file of styles: `xl/styles.xml`. */
export const stylesXml = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list(
      'numFmts',
      formatNames.map((one) => `<numFmt numFmtId="${formatNumber(one)}" formatCode="${formats[one]}"/>`),
    ),
    list(
      'fonts',
      fonts.map((key) => `<font>${key}<color rgb="FF000000"/><name val="Times New Roman"/><family val="1"/></font>`),
    ),
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill>',
    ]),
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${edges.map((edge) => `<${edge} style="thin"><color rgb="FF000000"/></${edge}>`).join('')}<diagonal/></border>`,
    ]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list(
      'cellXfs',
      all.flatMap(([, look]) => [xfOf(look, false), xfOf(look, true)]),
    ),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
