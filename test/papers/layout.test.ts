import { describe, expect, test } from 'vitest'
import { unzip } from '../../src/documents/unzip.ts'
import { checkLayout } from '../../src/papers/check/check-layout.ts'
import { partsOf } from './open-paper.ts'
import { samples } from './sample-papers.ts'

const times = 'Times New Roman'

/** What every paper must hold, whatever it says; each gives what breaks it. */
// biome-ignore format: a table keeps its columns
const rules: { say: string; breaches: (xml: string, parts: Map<string, string>) => unknown[] }[] = [
  { say: 'the paper is A4, upright or on its side', breaches: (xml) =>
    [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size).filter((size) => !isA4(size)) },
  { say: 'margins are 20, 20, 30 and 20 mm', breaches: (xml) =>
    [...xml.matchAll(/<w:pgMar [^>]*>/g)].map(([margin]) => margin).filter((margin) => !hasMargins(margin)) },
  { say: 'each section counts its pages from 1 and hides the first', breaches: (xml) =>
    [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
      .filter((section) => !section.includes('<w:titlePg') || !section.includes('w:start="1"') || !section.includes('w:type="default"') || section.includes('w:type="first"')) },
  { say: 'the number of the page stands in the middle of the top, size 13', breaches: (_, parts) =>
    [...parts].filter(([name]) => /^word\/header/.test(name)).map(([, header]) => header)
      .filter((header) => !header.includes('PAGE') || !header.includes('w:jc w:val="center"') || !header.includes('<w:sz w:val="26"/>')) },
  { say: 'each run names Times New Roman for all four kinds of letters', breaches: (xml) =>
    [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run).filter((run) => !hasTimes(run)) },
  { say: 'so does the style that all else stands on', breaches: (_, parts) =>
    [/<w:rPrDefault>.*?<\/w:rPrDefault>/s.exec(parts.get('word/styles.xml') ?? '')?.[0] ?? ''].filter((style) => !hasTimes(style)) },
  { say: 'no letter is coloured or smaller than 11', breaches: (xml) =>
    [...xml.matchAll(/<w:color [^>]*>|<w:sz w:val="(\d+)"\/>/g)].filter(([tag, size]) => tag.startsWith('<w:color') || (Number(size) < 22 && !isTail(xml, tag))).map(([tag]) => tag) },
  { say: 'every letter is composed (NFC)', breaches: (xml) => (xml === xml.normalize('NFC') ? [] : ['not composed']) },
  { say: 'the head of a ruled table repeats, and no row is split', breaches: (xml) =>
    [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
      .filter((table) => (table.includes('w:insideH w:val="single"') && !table.includes('<w:tblHeader/>')) || count(table, /<w:tr>/g) !== count(table, /<w:cantSplit\/>/g)) },
  { say: 'columns of the head have no lines around them', breaches: (xml) =>
    [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table).filter((table) => !table.includes('<w:tblHeader/>') && /w:val="single"/.test(table.replace(/<w:pBdr>.*?<\/w:pBdr>/gs, ''))) },
  { say: 'it ends with a paragraph one point high, which opens no page', breaches: (xml) =>
    [...xml.matchAll(/<\/w:tbl>(<w:p>.*?<\/w:p>)?(?=<w:sectPr|<\/w:body)/gs)].map(([, last]) => last ?? 'none').filter((last) => !last.includes('w:line="20" w:lineRule="exact"') && !last.includes('w:lineRule="exact" w:line="20"')) },
  { say: 'no code, hash or picture is on the page', breaches: (xml) => [...xml.matchAll(/<w:drawing|DK-2024-0137|BC-2024-0012/g)].map(([found]) => found) },
  { say: 'no word is left to fill in by a machine', breaches: (xml) => [...xml.matchAll(/\{\{|undefined|null|\[object|papers\./g)].map(([found]) => found) },
]

const isA4 = (size: string) =>
  (size.includes('w:w="11906"') && size.includes('w:h="16838"')) ||
  (size.includes('w:w="16838"') && size.includes('w:h="11906"') && size.includes('w:orient="landscape"'))
const hasMargins = (margin: string) =>
  ['w:top="1134"', 'w:bottom="1134"', 'w:left="1701"', 'w:right="1134"'].every((part) => margin.includes(part))
const hasTimes = (xml: string) =>
  ['ascii', 'hAnsi', 'cs', 'eastAsia'].every((kind) => xml.includes(`w:${kind}="${times}"`))
const count = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].length
/** The mark of a paragraph that only makes room has no letters. */
const isTail = (xml: string, tag: string) => !new RegExp(`<w:r>(?:(?!</w:r>).)*${tag}`, 's').test(xml)

describe.each(samples)('$paper', ({ paper, bytes }) => {
  test('is laid out by the decree', async () => {
    const parts = partsOf(await bytes())
    const xml = parts.get('word/document.xml') ?? ''
    for (const { say, breaches } of rules)
      expect({ say, breaches: breaches(xml, parts) }).toEqual({ say, breaches: [] })
  })

  test('passes our own check of the layout', async () => {
    const unpacked = unzip(await bytes(), () => true, 10_000_000)
    const checked = unpacked.ok ? checkLayout(unpacked.parts) : unpacked
    const found = checked.ok
      ? checked.findings.map(({ rule, element, where }) => `${rule} ${element} ${where}`)
      : [checked]
    // Who has no seal has no clerk's office either, so nobody gives such a paper a number.
    expect(found).toEqual(
      /without a seal|more time/.test(paper) && !paper.startsWith('a form') ? ['missing number '] : [],
    )
  })

  test('says in its properties what it is and of which unit, and nothing of a person', async () => {
    const core = partsOf(await bytes()).get('docProps/core.xml') ?? ''
    expect(/<dc:title>(.+)<\/dc:title>/.exec(core)?.[1]).toMatch(/^\p{Lu}/u)
    expect(/<dc:creator>(.+)<\/dc:creator>/.exec(core)?.[1]).toMatch(/^(?:Ủy ban|Phòng|Hội đồng|Trường|Hội) /)
    expect(core).not.toMatch(/lastModifiedBy|Un-named|created|modified/)
  })
})

test('a receipt’s code is the identifier and the keyword of its paper', async () => {
  const core = partsOf((await samples[0]?.bytes()) ?? new Uint8Array()).get('docProps/core.xml') ?? ''
  expect(core).toContain('<dc:identifier>DK-2024-0137</dc:identifier>')
  expect(core).toContain('<cp:keywords>DK-2024-0137</cp:keywords>')
})
