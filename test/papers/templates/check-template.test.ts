import { expect, test } from 'vitest'
import { checkTemplate } from '../../../src/papers/templates/check-template.ts'
import { type FormLine, makeTemplate, partsOf, rightLines, rightRows } from './make-template.ts'

type Case = {
  say: string
  lines?: FormLine[]
  rows?: string[][]
  head?: string
  expect: [reason: string, tag: string, hint: string][]
}

const group = '{#nội dung} … {/nội dung}'
const more = (...lines: FormLine[]) => [...rightLines, ...lines]

// biome-ignore format: a table keeps its columns
const cases: Case[] = [
  { say: 'a right form',                              expect: [] },
  { say: 'tags without marks, in capitals',           lines: ['{KE HOACH} {Don vi}'],                    expect: [] },
  { say: 'a group shown only where it has something', lines: more('{#ghi chú}Ghi chú: {ghi chú}{/ghi chú}'), expect: [] },
  { say: 'a mistyped tag',                            lines: more('{chi tieu thi dua nam}', '{đơn vịị}'), expect: [['near', '{chi tieu thi dua nam}', '{chỉ tiêu}'], ['near', '{đơn vịị}', '{đơn vị}']] },
  { say: 'a tag that does not exist',                 lines: more('{số căn cước công dân}'),             expect: [['unknown', '{số căn cước công dân}', '']] },
  { say: 'a tag of a group outside it',               lines: more('{tên nội dung}'),                     expect: [['outside', '{tên nội dung}', group]] },
  { say: 'a group written as one value',              lines: more('{nội dung}'),                         expect: [['group', '{nội dung}', group]] },
  { say: 'a group that is not closed',                rows: [['{#nội dung}{STT}', '{tên nội dung}']],    expect: [['unclosed', '{#nội dung}', '{/nội dung}']] },
  { say: 'a group that was never opened',             lines: more('{/danh sách}'),                       expect: [['unopened', '{/danh sách}', '{#danh sách}']] },
  { say: 'groups crossed',                            rows: [['{#nội dung}{STT}', '{#ghi chú}'], ['{/nội dung}', '{/ghi chú}']], expect: [['unclosed', '{#ghi chú}', '{/ghi chú}'], ['unopened', '{/ghi chú}', '{#ghi chú}']] },
  { say: 'a form that does not name the plan',        lines: ['{đơn vị}'],                               expect: [['missing', '{kế hoạch}', '']] },
  { say: 'a form without contents',                   rows: [],                                          expect: [['missing', group, '']] },
  { say: 'a brace that is not closed',                lines: more('Đơn vị: {đơn vị'),                    expect: [['stray', 'Đơn vị: {đơn vị', '']] },
  { say: 'a tag over two paragraphs',                 lines: more('{đơn', 'vị}'),                        expect: [['stray', '{đơn', ''], ['stray', 'vị}', '']] },
  { say: 'a wrong tag in the head of the page',       head: '{mã tra cứu}',                              expect: [['unknown', '{mã tra cứu}', '']] },
]

test.each(cases)('$say', async ({ lines = rightLines, rows = rightRows, head = '', expect: expected }) => {
  const problems = checkTemplate(partsOf(await makeTemplate(lines, rows, head)), 'unitRegistration')
  expect(problems.map(({ reason, tag, hint }) => [reason, tag, hint])).toEqual(expected)
})

const withPart = async (name: string, content: string) =>
  new Map([...partsOf(await makeTemplate(rightLines, rightRows)), [name, Buffer.from(content)]])
const withField = async (instruction: string) => {
  const parts = partsOf(await makeTemplate(rightLines, rightRows))
  const xml = String(parts.get('word/document.xml')).replace(
    '</w:p>',
    `<w:r><w:instrText>${instruction}</w:instrText></w:r></w:p>`,
  )
  return parts.set('word/document.xml', Buffer.from(xml))
}
const outside =
  '<Relationships><Relationship Id="a" Type="http://x/image" Target="http://x.vn/a.png" TargetMode="External"/></Relationships>'

// biome-ignore format: a table keeps its columns
test.each([
  ['macros',                     () => withPart('word/vbaProject.bin', ''),                       ['macros']],
  ['an embedded object',         () => withPart('word/embeddings/oleObject1.bin', ''),            ['macros']],
  ['a picture from outside',     () => withPart('word/_rels/header9.xml.rels', outside),          ['external']],
  ['a field that runs',          () => withField(' DDEAUTO c:\\\\x "y" '),                        ['field']],
  ['a field that loads',         () => withField(' INCLUDEPICTURE "http://x.vn/a.png" '),         ['field']],
  ['a page number, harmless',    () => withField(' PAGE '),                                       []],
  ['a part that is no XML',      () => withPart('word/header1.xml', '<w:hdr>'),                   ['unreadable']],
])('%s', async (_say, parts, expected) => {
  expect(checkTemplate(await parts(), 'unitRegistration').map(({ reason }) => reason)).toEqual(expected)
})
