import { expect, test } from 'vitest'
import { checkTemplate } from '../../../src/papers/templates/check-template.ts'
import { fillTemplate } from '../../../src/papers/templates/fill-template.ts'
import { sampleData } from '../../../src/papers/templates/sample-data.ts'
import { templateKinds, templateTags } from '../../../src/papers/templates/tags.ts'
import { makeTemplate, partsOf, rightLines, rightRows, wordsOf } from './make-template.ts'

const fill = async (
  lines: Parameters<typeof makeTemplate>[0],
  data: Parameters<typeof fillTemplate>[1],
  rows: string[][] = [],
) => wordsOf(await fillTemplate(await makeTemplate(lines, rows), data)).trim()

test('fills tags that Word has cut into runs, and repeats a row of a table', async () => {
  expect(await fill(rightLines, sampleData('unitRegistration'), rightRows)).toBe(
    [
      'PHÒNG VĂN HÓA - XÃ HỘI',
      'Ea Sơn, ngày     tháng     năm 2026',
      'Thực hiện Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026, Phòng Văn hóa - Xã hội đăng ký:',
      ...['STT', 'Nội dung', 'Chỉ tiêu'],
      ...['1', 'Cải cách hành chính', '100% hồ sơ đúng hạn'],
      ...['2', 'Cải cách hành chính', '100% hồ sơ đúng hạn'],
    ].join('\n'),
  )
})

const alphabet = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'

// biome-ignore format: a table keeps its columns
test.each([
  ['every letter of the alphabet',      '{đơn vị}',                       { 'đơn vị': `${alphabet}${alphabet.toUpperCase()}` }, `${alphabet}${alphabet.toUpperCase()}`],
  ['letters with their marks apart',    '{đơn vị}',                       { 'đơn vị': 'Thôn Sơn Lộc'.normalize('NFD') },       'Thôn Sơn Lộc'],
  ['a tag typed without marks',         '{DON VI}',                       { 'đơn vị': 'Thôn 3' },                              'Thôn 3'],
  ['marks of XML',                      '{đơn vị}',                       { 'đơn vị': '<w:p/> & "x" </w:t>' },                 '<w:p/> & "x" </w:t>'],
  ['a value that looks like a tag',     '{đơn vị} {ghi chú}',             { 'đơn vị': '{ghi chú}', 'ghi chú': 'x' },           '{ghi chú} x'],
  ['a value that looks like a formula', '{đơn vị}',                       { 'đơn vị': '=HYPERLINK("http://x")' },              '=HYPERLINK("http://x")'],
  ['a value that looks like a pattern', '{đơn vị}',                       { 'đơn vị': '$& $1 $$' },                            '$& $1 $$'],
  ['lines',                             '{quyền hạn người ký}',           { 'quyền hạn người ký': 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' }, 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'],
  ['control characters',                '{đơn vị}',                       { 'đơn vị': 'Thôn\u0000 3\u000b\ud800' },            'Thôn 3\ufffd'],
  ['nothing known',                     '[{ghi chú}]',                    {},                                                  '[]'],
  ['a name of the machinery',           '[{constructor}{__proto__}]',     {},                                                  '[]'],
  ['no rows',                           'a{#nội dung}{STT}{/nội dung}b',  { 'nội dung': [] },                                  'ab'],
  ['what stands outside, in a row',     '{#nội dung}{STT} {đơn vị};{/nội dung}', { 'đơn vị': 'Thôn 3', 'nội dung': [{ STT: '1' }, { STT: '2' }] }, '1 Thôn 3;2 Thôn 3;'],
  ['a part shown only with a value',    '{#ghi chú}Ghi chú: {ghi chú}{/ghi chú}', { 'ghi chú': 'gấp' },                        'Ghi chú: gấp'],
  ['a part left out without one',       '[{#ghi chú}Ghi chú: {ghi chú}{/ghi chú}]', { 'ghi chú': '' },                         '[]'],
])('%s', async (_say, line, data, expected) => {
  expect(await fill([line], data)).toBe(expected)
})

test.each(templateKinds)('a form with every tag of %s passes and is filled to the last', async (kind) => {
  const lines = templateTags[kind].map(({ name, each }) =>
    each ? `{#${name}}${each.map((one) => `{${one.name}}`).join(' ')}{/${name}}` : `{${name}}`,
  )
  const template = await makeTemplate(lines)
  expect(checkTemplate(partsOf(template), kind)).toEqual([])
  const words = wordsOf(await fillTemplate(template, sampleData(kind)))
  expect(words).not.toMatch(/[{}]/)
  for (const { sample } of templateTags[kind]) expect(words).toContain(sample ?? '')
})

test('a list of 500 people is filled within a second', async () => {
  const people = Array.from({ length: 500 }, (_, at) => ({ STT: String(at + 1), 'họ tên': `Nguyễn Văn Ý ${at}` }))
  const began = performance.now()
  const words = await fill(['x'], { 'danh sách': people }, [['{#danh sách}{STT}', '{họ tên}{/danh sách}']])
  expect(words).toContain('Nguyễn Văn Ý 499')
  expect(performance.now() - began).toBeLessThan(3000)
})
