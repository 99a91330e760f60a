import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/documents/limits.ts'
import { readBytes } from '../../src/documents/read-bytes.ts'
import { makeZip } from './make-zip.ts'
import { planLines, planText } from './plan-text.ts'

const read = (file: Uint8Array) => readBytes(file, defaultLimits)
const linesOf = async (file: Uint8Array) => {
  const done = await read(file)
  return done.ok ? done.text.split('\n').filter((line) => line.trim() !== '') : [done.reason]
}

// The same sentences as fonts of old show them; written by hand from the tables of TCVN 5712 and VNI.
// biome-ignore format: a table keeps its columns
const old = [
  { say: 'TCVN3', shown: 'KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua cña x·\nC¸c th«n göi ®¨ng ký tr­íc ngµy 20/3/2026, bæ sung d÷ liÖu.', meant: 'Kế hoạch phát động phong trào thi đua của xã\nCác thôn gửi đăng ký trước ngày 20/3/2026, bổ sung dữ liệu.' },
  { say: 'VNI',   shown: 'Keá hoaïch phaùt ñoäng phong traøo thi ñua cuûa xaõ\nCaùc thoân göûi ñaêng kyù tröôùc ngaøy 20/3/2026, boå sung döõ lieäu.', meant: 'Kế hoạch phát động phong trào thi đua của xã\nCác thôn gửi đăng ký trước ngày 20/3/2026, bổ sung dữ liệu.' },
]

describe.each(old)('letters of $say', ({ shown, meant }) => {
  test('as bytes', async () => expect(await linesOf(Buffer.from(shown, 'latin1'))).toEqual(meant.split('\n')))
  test('carried over into Unicode sign by sign', async () =>
    expect(await linesOf(Buffer.from(shown))).toEqual(meant.split('\n')))
})

test('letters of TCVN3 as a PDF gives them, with a Greek letter for the sign for micro', async () =>
  expect(await linesOf(Buffer.from('KÕ ho¹ch ph¸t ®éng phong trμo thi ®ua tr­íc ngμy 20/3/2026'))).toEqual([
    'Kế hoạch phát động phong trào thi đua trước ngày 20/3/2026',
  ]))

/** windows-1258 writes the five tones as marks behind the vowel. */
const windows1258 = (text: string) => {
  const letters = new Map(
    Array.from({ length: 128 }, (_, at) => [new TextDecoder('windows-1258').decode(Uint8Array.of(at + 128)), at + 128]),
  )
  const apart = [...text].flatMap((letter) => {
    if (letters.has(letter)) return [letter]
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? ''
    return [letter.normalize('NFD').replace(tone, '').normalize('NFC'), tone].filter(Boolean)
  })
  return Uint8Array.from(apart, (letter) => letters.get(letter) ?? letter.charCodeAt(0))
}

const noQuotes = planLines.map((line) => line.replace(/[“”]/g, '"'))

test('windows-1258', async () => expect(await linesOf(windows1258(noQuotes.join('\n')))).toEqual(noQuotes))

// biome-ignore format: a table keeps its columns
const wide = [
  { say: 'UTF-16 with its mark',                 file: Buffer.from(`\uFEFF${planText}`, 'utf16le') },
  { say: 'UTF-16 without a mark',                file: Buffer.from(planText, 'utf16le') },
  { say: 'UTF-16, big end first, with its mark', file: Buffer.from(`\uFEFF${planText}`, 'utf16le').swap16() },
  { say: 'UTF-16, big end first, without',       file: Buffer.from(planText, 'utf16le').swap16() },
]

test.each(wide)('$say', async ({ file }) => expect(await linesOf(file)).toEqual(planLines))

test('bytes that no encoding makes Vietnamese of are refused', async () =>
  expect(await read(Uint8Array.from({ length: 400 }, (_, at) => 0xa1 + ((at * 7) % 90)))).toEqual({
    ok: false,
    reason: 'garbled',
  }))

const rtf = (body: string) =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset163 Arial;}}{\\*\\generator x;}{\\info{\\title KIN}}\n${body}}`,
    'latin1',
  )
const byNumber = (text: string) =>
  [...text].map((letter) => (letter.charCodeAt(0) < 128 ? letter : `\\u${letter.charCodeAt(0)}?`)).join('')

// biome-ignore format: a table keeps its columns
const rich = [
  { say: 'letters by number',                         body: planLines.map((line) => `${byNumber(line)}\\par`).join('\n'), lines: planLines },
  { say: 'bytes in the code page of the font',        body: "{\\f1 K\\'ea\\'ec hoa\\'f2ch}\\par {\\b th}i\\~\\'f0ua",     lines: ['Kế hoạch', 'thi\u00A0ðua'] },
  { say: 'no stand-in signs',                         body: '\\uc2 K\\u7871??\\uc0  ho\\u7841ch',                         lines: ['Kế hoạch'] },
  { say: 'cells of a table on lines, pictures left out', body: '{\\pict\\pngblip 89504e47}A\\cell B\\cell\\row C',        lines: ['A', 'B', 'C'] },
  { say: 'braces and slashes that are written',       body: '\\{a\\}\\\\',                                                lines: ['{a}\\'] },
  { say: 'letters of TCVN3',                          body: "K\\'d5 ho\\'b9ch ph\\'b8t \\'ae\\'e9ng",                     lines: ['Kế hoạch phát động'] },
]

test.each(rich)('rich text: $say', async ({ body, lines }) => expect(await linesOf(rtf(body))).toEqual(lines))

test('rich text that did not arrive whole is refused', async () =>
  expect(await read(rtf('a').subarray(0, -1))).toEqual({ ok: false, reason: 'corrupt' }))

const odt = (body: string, more: { name: string; content: string }[] = []) =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ])

test('OpenDocument: a paragraph a line, a table row a line, the page head first', async () => {
  const cells = ['1', 'Gửi đăng ký', '20/3/2026']
    .map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`)
    .join('')
  const table = `<table:table table:name="B"><table:table-row>${cells}</table:table-row></table:table>`
  const file = odt(
    `<text:h>KẾ HOẠCH</text:h><text:p>Phát<text:s/>động<text:line-break/>thi đua<office:annotation>x</office:annotation></text:p>${table}<text:p/>`,
    [{ name: 'styles.xml', content: '<style:header><text:p>MẬT</text:p></style:header>' }],
  )
  expect(await linesOf(file)).toEqual(['MẬT', 'KẾ HOẠCH', 'Phát động', 'thi đua', '1 | Gửi đăng ký | 20/3/2026'])
})

// biome-ignore format: a table keeps its columns
const badOdt = [
  { say: 'behind a password', file: odt('', [{ name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }]), expect: 'encrypted' },
  { say: 'without a text',    file: makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),    expect: 'corrupt' },
]

test.each(badOdt)('OpenDocument $say is refused', async ({ file, expect: reason }) =>
  expect(await read(file)).toEqual({ ok: false, reason }),
)

const originals = new URL('../../../shared/plans-more/originals/', import.meta.url)
const plan = new URL('ke-hoach-cai-dat-phan-mem.doc', originals)
if (!existsSync(plan)) console.warn('skipped: old Word files lie beside the project, and there are none')

describe.skipIf(!existsSync(plan))('old Word', () => {
  const doc = existsSync(plan) ? readFileSync(plan) : Buffer.alloc(0)

  test('cells of the head on lines of their own', async () => {
    const lines = await linesOf(doc)
    expect(lines).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(lines).toContain('KẾ HOẠCH')
    expect(lines.join('\n')).not.toContain('\t')
  })
  test('behind a password', async () => {
    const locked = Buffer.from(doc)
    const at =
      Array.from({ length: doc.length >> 9 }, (_, sector) => sector << 9).find(
        (start) => start > 0 && doc.readUInt16LE(start) === 0xa5ec,
      ) ?? 0
    locked.writeUInt16LE(locked.readUInt16LE(at + 10) | 0x100, at + 10)
    expect(await read(locked)).toEqual({ ok: false, reason: 'encrypted' })
  })
  test('half of it', async () => expect(await read(doc.subarray(0, 9000))).toEqual({ ok: false, reason: 'corrupt' }))
})
