import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLayout } from '../../../src/papers/check/check-layout.ts'
import { readLaidOut } from '../../../src/papers/check/read/read-laid-out.ts'
import { found, para, partsOf, prose, runs } from './hand-made.ts'

const words =
  'Đẩy mạnh phong trào thi đua trong toàn thể cán bộ, công chức, viên chức và Nhân dân, gắn với nhiệm vụ của từng đơn vị'
const defaults = (run: string, paragraph = '') =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`
const style = (id: string, { based = '', run = '', paragraph = '', type = 'paragraph', usual = false }) =>
  `<w:style w:type="${type}" w:styleId="${id}"${usual ? ' w:default="1"' : ''}>${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const runOf = (body: string, more: Parameters<typeof partsOf>[1]) =>
  readLaidOut(partsOf(body, more))?.paragraphs[0]?.runs[0]
const plain = `<w:p>${runs(words)}</w:p>`
const styled = `<w:p><w:pPr><w:pStyle w:val="Than"/></w:pPr>${runs(words)}</w:p>`

test('letters come from the defaults, the style and what it is based on, the nearest first', () => {
  const styles =
    defaults('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>') +
    style('Normal', { usual: true, run: '<w:sz w:val="26"/>' }) +
    style('Goc', { based: 'Normal', run: '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:i/>' }) +
    style('Than', { based: 'Goc', run: '<w:i w:val="0"/><w:b/>' })
  expect(runOf(plain, { styles })).toMatchObject({ fonts: ['Arial'], size: 13, bold: false })
  expect(runOf(styled, { styles })).toMatchObject({ fonts: ['Times New Roman'], size: 13, bold: true, italic: false })
})

test('a font of the theme is taken by its name', () => {
  const theme =
    '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>'
  const styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
  expect(runOf(plain, { styles, theme })?.fonts).toEqual(['Calibri'])
})

test('bold within a bold style turns it off; styles in a circle end', () => {
  const styles =
    style('Than', { run: '<w:b/>', based: 'Khac' }) +
    style('Khac', { based: 'Than' }) +
    style('Dam', { type: 'character', run: '<w:b/>' })
  const body = `<w:p><w:pPr><w:pStyle w:val="Than"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Dam"/></w:rPr><w:t>Thi đua</w:t></w:r></w:p>`
  expect(runOf(body, { styles })?.bold).toBe(false)
})

test('points that Word numbers itself go wrong after d', () => {
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
  const numbering = `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>`
  const point =
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:jc w:val="both"/><w:spacing w:before="120"/>'
  const five = Array.from({ length: 5 }, () => para({ text: words, p: point, r: '<w:sz w:val="28"/>' })).join('')
  expect(found(partsOf(five, { numbering }))).toEqual(['letters point'])
})

test('what a revision took out, and hidden words, are not read', () => {
  const body = `<w:p><w:pPr>${prose}</w:pPr>${runs(words, '<w:sz w:val="28"/>')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:rPr><w:rFonts w:ascii="Arial"/><w:vanish/></w:rPr><w:t>y</w:t></w:r></w:p>`
  expect(found(partsOf(body))).toEqual([])
})

// biome-ignore format: a table keeps its columns
test.each([
  ['no parts at all',          new Map<string, Uint8Array>(),                                                    'corrupt'],
  ['a part that is cut off',   new Map([['word/document.xml', new TextEncoder().encode('<w:document><w:body>')]]), 'corrupt'],
  ['no words',                 partsOf('<w:p/>'),                                                                 'empty'],
  ['nested without end',       partsOf('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)),                             'corrupt'],
  ['a part in no encoding',    new Map([['word/document.xml', Uint8Array.from([0xff, 0xfe, 1, 2, 3])]]),          'corrupt'],
])('refuses %s', (_say, parts, reason) => {
  expect(checkLayout(parts)).toEqual({ ok: false, reason })
})

test('throws for nothing that is nearly a DOCX', () => {
  const names = fc.constantFrom(
    'w:p',
    'w:r',
    'w:t',
    'w:tbl',
    'w:tr',
    'w:tc',
    'w:pPr',
    'w:rPr',
    'w:sz',
    'w:ind',
    'w:sectPr',
    'w:numPr',
    'w:pStyle',
    'w:drawing',
    'w:fldChar',
    'mc:AlternateContent',
    'w:txbxContent',
  )
  const value = fc.constantFrom(
    '',
    '-1',
    '99999999999',
    'NaN',
    '1.5cm',
    '<',
    'Số: /',
    'Nơi nhận:',
    'Phụ lục',
    'TM.',
    'Điều 1',
    'a) b',
    '0',
  )
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      value.map((text) => `<w:r><w:t>${text.replace('<', '&lt;')}</w:t></w:r>`),
      fc
        .tuple(names, value, fc.array(tie('tree'), { maxLength: 4 }))
        .map(
          ([name, val, inner]) =>
            `<${name} w:val="${val.replace('<', '&lt;')}" w:w="${val.replace('<', '')}">${inner.join('')}</${name}>`,
        ),
    ),
  }))
  fc.assert(
    fc.property(
      fc.array(tree, { maxLength: 6 }),
      (blocks) => void checkLayout(partsOf(blocks.join(''), { styles: blocks[0] ?? '', numbering: blocks[1] ?? '' })),
    ),
    { numRuns: 400 },
  )
})
