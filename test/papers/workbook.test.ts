import { expect, test } from 'vitest'
import { writeWorkbook } from '../../src/papers/workbook.ts'
import { columnName, escapeXml, type Sheet } from '../../src/papers/workbook-sheet.ts'
import { readWorkbook, readZip } from './read-workbook.ts'

const sheet = (cells: Sheet['rows']): Sheet => ({
  ...{ name: 'Theo đơn vị', widths: [5, 30, 12], head: { from: 1, to: 1 }, rows: cells },
})
const book = (rows: Sheet['rows']) => writeWorkbook({ title: 'Tổng hợp', author: 'UBND xã', sheets: [sheet(rows)] })
const xmlOf = async (rows: Sheet['rows']) => readZip(await book(rows))['xl/worksheets/sheet1.xml'] ?? ''

// biome-ignore format: a table keeps its columns
test.each([
  ['an equals sign',     '=HYPERLINK("http://x")'],
  ['a plus',             '+84 912'],
  ['a minus',            '-1+1|cmd'],
  ['an at',              '@SUM(A1)'],
  ['a tab',              '\t=1+1'],
  ['a line end',         '\r=1+1'],
  ['a wide equals sign', '＝1+1'],
])('a text that begins with %s stays a text, also when it is edited', async (_, text) => {
  const bytes = await book([{ cells: [text, 'Lan', 1], styles: 'text' }])
  const files = readZip(bytes)
  const xml = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(xml).not.toContain('<f>')
  const style = Number(/<c r="A1" s="(\d+)" t="inlineStr">/.exec(xml)?.[1])
  const formats = /<cellXfs.*?<\/cellXfs>/s.exec(files['xl/styles.xml'] ?? '')?.[0].match(/<xf .*?>/g) ?? []
  expect(formats[style]).toContain('quotePrefix="1"')
  const plain = Number(/<c r="B1" s="(\d+)"/.exec(xml)?.[1])
  expect(formats[plain]).not.toContain('quotePrefix')
  expect((await readWorkbook(bytes))['Theo đơn vị']?.[0]?.[0]).toBe(text)
})

test('numbers are numbers, days are days', async () => {
  const xml = await xmlOf([{ cells: [12, { day: '2024-04-09' }, 45.5], styles: ['number', 'day', 'share'] }])
  expect(xml).toMatch(
    /<c r="A1" s="\d+"><v>12<\/v><\/c><c r="B1" s="\d+"><v>45391<\/v><\/c><c r="C1" s="\d+"><v>45.5<\/v>/,
  )
  const styles = readZip(await book([]))['xl/styles.xml'] ?? ''
  expect(styles).toContain('formatCode="dd\\/mm\\/yyyy"')
})

test('it is set up for A4 across, as wide as a page, its head on each page', async () => {
  const files = readZip(await book([{ cells: ['TT', 'Đơn vị', null], styles: 'head' }]))
  const xml = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(xml).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"')
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"')
  expect(files['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Theo đơn vị'!$1:$1</definedName>`,
  )
})

test('parts of a sheet stand in the order that the format wants', async () => {
  const xml = await xmlOf([{ cells: ['a', null, null], styles: 'head', spans: [[0, 3, 2]] }])
  const parts = ['sheetPr', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells', 'printOptions']
  const places = [...parts, 'pageMargins', 'pageSetup', 'headerFooter'].map((part) => xml.indexOf(`<${part}`))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(xml).toContain('<mergeCell ref="A1:C2"/>')
})

test('every letter of Vietnamese comes out as it went in', async () => {
  const letters = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'
  const text = `${letters}${letters.toLocaleUpperCase('vi')} H’Uyên Y Bhôk Niê Ayŭn Ktla ê̆`
  expect((await readWorkbook(await book([{ cells: [text], styles: 'text' }])))['Theo đơn vị']?.[0]?.[0]).toBe(text)
})

// biome-ignore format: a table keeps its columns
test.each([
  ['markup is spelled out',                           'a < b & c > "d"',  'a &lt; b &amp; c &gt; &quot;d&quot;'],
  ['what no XML may hold is left out',                'a\u0000b\u0008c',  'abc'],
  ['half of a pair is left out',                      'a\ud800b',         'ab'],
  ['a whole pair stays',                              'a😀b',             'a😀b'],
  ['what would be read as a letter stays as it is',   '_x0041_',          '_x005F_x0041_'],
])('%s', (_, text, expected) => expect(escapeXml(text)).toBe(expected))

test('a text beyond what a cell takes is cut', async () => {
  const [cells] =
    (await readWorkbook(await book([{ cells: ['dài '.repeat(10_000)], styles: 'text' }])))['Theo đơn vị'] ?? []
  expect(String(cells?.[0]).length).toBeLessThan(32_768)
})

test('a row is as high as its longest words need', async () => {
  const xml = await xmlOf([
    { cells: ['1', 'Xây dựng chính quyền số, kinh tế số trên địa bàn xã', null], styles: 'text' },
  ])
  expect(xml).toContain('<row r="1" ht="31.5">')
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
])('column %i is %s', (column, name) => expect(columnName(column)).toBe(name))

test('equal contents are equal bytes', async () => {
  const rows = () => [{ cells: ['Lan', 1, null], styles: 'text' as const }]
  expect(Buffer.from(await book(rows())).equals(Buffer.from(await book(rows())))).toBe(true)
})
