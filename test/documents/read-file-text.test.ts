import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runInChild } from '../../src/documents/in-child.ts'
import { defaultLimits } from '../../src/documents/limits.ts'
import { readFileText, readFileThrough } from '../../src/documents/read-file-text.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makePdf } from './make-pdf.ts'
import { makeZip } from './make-zip.ts'
import { planLines, planText } from './plan-text.ts'

// biome-ignore format: a table keeps its columns
const taken = [
  { say: 'UTF-8',                             file: Buffer.from(planText),                                  kind: 'text' },
  { say: 'UTF-16',                            file: Buffer.from(`\uFEFF${planText}`, 'utf16le'),            kind: 'text' },
  { say: 'letters composed of signs (NFD)',   file: Buffer.from(planText.normalize('NFD')),                 kind: 'text' },
  { say: 'lines ended as Windows ends them',  file: Buffer.from(planText.replaceAll('\n', '\r\n')),         kind: 'text' },
  { say: 'a web page',                        file: Buffer.from(`<html><title>x</title><p>${planLines.join('</p>\n<p>')}</p>`), kind: 'html' },
  { say: 'Word',                              file: await makeDocx(planLines.map(paragraph)),               kind: 'docx' },
  { say: 'PDF',                               file: makePdf({ pages: [planLines] }),                        kind: 'pdf' },
]

test.each(taken)('the same words from $say', async ({ file, kind }) => {
  const read = await readFileText(file)
  expect(read).toMatchObject({ ok: true, kind })
  expect(read.ok && read.text.split('\n').filter(Boolean)).toEqual(planLines)
})

const bomb = makeZip([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'word/document.xml', content: Buffer.alloc(300 * 1024 * 1024), declared: 1000 },
])

// biome-ignore format: a table keeps its columns
const refused = [
  { say: 'no bytes',                 file: Buffer.alloc(0),                              expect: 'empty' },
  { say: '21 MB',                    file: Buffer.alloc(21 * 1024 * 1024, 'a'),          expect: 'too_large' },
  { say: 'a bomb in a DOCX',         file: bomb,                                         expect: 'too_heavy' },
  { say: 'half a DOCX',              file: Buffer.from(await makeDocx([paragraph(planText)])).subarray(0, 3000), expect: 'corrupt' },
  { say: 'half a PDF',               file: makePdf({ pages: [planLines] }).subarray(0, 2000), expect: 'corrupt' },
  { say: 'a PDF behind a password',  file: makePdf({ pages: [planLines], locked: true }), expect: 'encrypted' },
  { say: '301 pages',                file: makePdf({ pages: Array(301).fill(['KẾ HOẠCH']) }), expect: 'too_many_pages' },
]

test.each(refused)('refused: $say', async ({ file, expect: reason }) => {
  expect(await readFileText(file)).toEqual({ ok: false, reason })
})

const task = { bytes: Buffer.from(planText), limits: defaultLimits, next: null }
const child = (name: string) => new URL(`${name}-child.ts`, import.meta.url)

test('a child that never answers is killed at the limit', async () => {
  const limits = { ...defaultLimits, timeoutMs: 300 }
  expect(await runInChild({ ...task, limits }, child('hanging'))).toMatchObject({ read: { reason: 'too_slow' } })
})

test('a child whose heap outgrows the limit ends', async () => {
  const limits = { ...defaultLimits, maxMemoryMb: 100 }
  expect(await runInChild({ ...task, limits }, child('bloated'))).toMatchObject({ read: { reason: 'too_heavy' } })
})

test.skipIf(!existsSync('/proc'))('a child that takes memory beside its heap is killed', async () => {
  const limits = { ...defaultLimits, maxMemoryMb: 200 }
  expect(await runInChild({ ...task, limits }, child('greedy'))).toMatchObject({ read: { reason: 'too_heavy' } })
})

test('a function over the words runs in the child too, and cannot hold up the parent', async () => {
  const through = (name: string) =>
    readFileThrough(task.bytes, { module: child('reading').href, name }, { timeoutMs: 1500 })
  expect(await through('countLines')).toMatchObject({ ok: true, value: planLines.length })
  expect(await through('neverReturns')).toEqual({ ok: false, reason: 'too_slow' })
  expect(await through('recursesForEver')).toEqual({ ok: false, reason: 'too_heavy' })
  await expect(through('throws')).rejects.toThrow('a bug')
})

test('the child sees nothing of its parent’s environment', async () => {
  const read = await readFileThrough(task.bytes, { module: child('reading').href, name: 'environment' })
  expect(read).toMatchObject({ ok: true, value: ['NODE_COMPILE_CACHE', 'MALLOC_MMAP_THRESHOLD_'] })
})
