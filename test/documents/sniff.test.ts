import { expect, test } from 'vitest'
import { sniff } from '../../src/documents/sniff.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makePdf } from './make-pdf.ts'
import { makeZip } from './make-zip.ts'
import { planText } from './plan-text.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const png = Buffer.concat([
  bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
  Buffer.from('IHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0'),
  Buffer.alloc(40),
])
/** The container of old Office files, with the names of its directory. */
const compound = (name: string) =>
  Buffer.concat([
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    Buffer.alloc(512),
    utf16(name),
    Buffer.alloc(512),
  ])

const docx = await makeDocx([paragraph('KẾ HOẠCH')])
const pdf = makePdf({ pages: [['KẾ HOẠCH']] })

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'UTF-8',                            file: Buffer.from(planText),                                 expect: 'text' },
  { say: 'UTF-8 with its mark',              file: Buffer.from(`\uFEFF${planText}`),                      expect: 'text' },
  { say: 'UTF-16 with its mark',             file: utf16(`\uFEFF${planText}`),                            expect: 'text' },
  { say: 'UTF-16, big end first',            file: utf16(`\uFEFF${planText}`).swap16(),                   expect: 'text' },
  { say: 'UTF-16 without a mark',            file: utf16(planText),                                       expect: 'text' },
  { say: 'Markdown',                         file: Buffer.from('## KẾ HOẠCH\n\n**Phát động**'),           expect: 'text' },
  { say: 'a web page',                       file: Buffer.from('\n<!DOCTYPE html><p>KẾ HOẠCH'),           expect: 'html' },
  { say: 'DOCX',                             file: docx,                                                  expect: 'docx' },
  { say: 'PDF',                              file: pdf,                                                   expect: 'pdf' },
  { say: 'PDF after a few stray bytes',      file: Buffer.concat([bytes(0, 10, 10), pdf]),                expect: 'pdf' },
  { say: 'a text that speaks of %PDF-',      file: Buffer.from('Tệp PDF bắt đầu bằng %PDF-1.7'),          expect: 'text' },
  { say: 'nothing but zeros',                file: Buffer.alloc(100),                                     expect: 'empty' },
  { say: 'nothing but blanks',               file: Buffer.from(' \n\n\t'),                                expect: 'empty' },
  { say: 'a picture',                        file: png,                                                   expect: 'photo' },
  { say: 'a program',                        file: Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200, 0xff)]), expect: 'unsupported' },
  { say: 'a zip of something else',          file: makeZip([{ name: 'a.txt', content: 'a' }]),            expect: 'unsupported' },
  { say: 'rich text',                        file: Buffer.from('{\\rtf1\\ansi KE HOACH}'),                expect: 'rtf' },
  { say: 'old Word',                         file: compound('WordDocument'),                              expect: 'doc' },
  { say: 'old Excel',                        file: compound('Workbook'),                                  expect: 'unsupported' },
  { say: 'new Word behind a password',       file: compound('EncryptedPackage'),                          expect: 'encrypted' },
  { say: 'letters of an old encoding',       file: Buffer.from('KÕ ho¹ch ph¸t ®éng thi ®ua', 'latin1'),   expect: 'text' },
]

test.each(cases)('$say', async ({ file, expect: wanted }) => {
  const sniffed = await sniff(file)
  expect(sniffed.ok ? sniffed.kind : sniffed.reason).toBe(wanted)
})

test('looks into bytes that begin at an odd place of their memory, as those of a message between processes do', async () => {
  const locked = compound('EncryptedPackage')
  const memory = Buffer.alloc(locked.length + 8)
  locked.copy(memory, 1)
  const odd = new Uint8Array(memory.buffer, memory.byteOffset + 1, locked.length)
  expect(await sniff(odd)).toEqual({ ok: false, reason: 'encrypted' })
})
