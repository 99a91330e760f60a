import { escapeXml, type Sheet, sheetXml } from './workbook-sheet.ts'
import { stylesXml } from './workbook-styles.ts'
import { writeZip } from './workbook-zip.ts'

export type Workbook = {
  /** What the file's properties say: its title, and who made it up. */
  title: string
  author: string
  sheets: Sheet[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const path = (index: number) => `worksheets/sheet${index + 1}.xml`

const contentTypes = (sheets: Sheet[]): string =>
  [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...sheets.map((_, index) => `<Override PartName="/xl/${path(index)}" ContentType="${types}.worksheet+xml"/>`),
    '</Types>',
  ].join('')

const packageRelations = [
  `${declaration}<Relationships xmlns="${relations}">`,
  `<Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${relations}/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

const workbookRelations = (sheets: Sheet[]): string =>
  [
    `${declaration}<Relationships xmlns="${relations}">`,
    ...sheets.map(
      (_, index) => `<Relationship Id="rId${index + 1}" Type="${documents}/worksheet" Target="${path(index)}"/>`,
    ),
    `<Relationship Id="rId${sheets.length + 1}" Type="${documents}/styles" Target="styles.xml"/>`,
    '</Relationships>',
  ].join('')

/** The rows of the head, to be printed on each page. */
const printTitles = ({ name, head }: Sheet, index: number): string => {
  const quoted = `'${escapeXml(name.replaceAll("'", "''"))}'`
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${head.from}:$${head.to}</definedName>`
}

const workbookXml = (sheets: Sheet[]): string =>
  [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>`,
    ...sheets.map(
      ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    `</sheets><definedNames>${sheets.map(printTitles).join('')}</definedNames></workbook>`,
  ].join('')

const coreXml = ({ title, author }: Workbook): string =>
  [
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    '</cp:coreProperties>',
  ].join('')

/** A workbook → the bytes of its XLSX file. Rows are compressed as they come: a table of 100,000 rows is never held whole. */
export const writeWorkbook = (workbook: Workbook): Promise<Uint8Array> =>
  writeZip([
    ['[Content_Types].xml', [contentTypes(workbook.sheets)]],
    ['_rels/.rels', [packageRelations]],
    ['docProps/core.xml', [coreXml(workbook)]],
    ['xl/workbook.xml', [workbookXml(workbook.sheets)]],
    ['xl/_rels/workbook.xml.rels', [workbookRelations(workbook.sheets)]],
    ['xl/styles.xml', [stylesXml()]],
    ...workbook.sheets.map((sheet, index): [string, AsyncIterable<string>] => [`xl/${path(index)}`, sheetXml(sheet)]),
  ])
