import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import sentences from '../../locales/vi/documents.json' with { type: 'json' }
import { planDraft } from '../../src/domain/plan.ts'
import { makeDocx, paragraph } from '../documents/make-docx.ts'
import { makePdf } from '../documents/make-pdf.ts'
import { planLines, planText } from '../documents/plan-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

const cli = new URL('../../src/cli.ts', import.meta.url).pathname
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd: folder })
  return { status, stdout, stderr }
}

function file(name: string, content: Uint8Array | string): string {
  writeFileSync(join(folder, name), content)
  return name
}

test.each([
  { say: 'a text', name: 'plan.txt', content: planText },
  { say: 'a text with a wrong name', name: 'plan.pdf', content: planText },
  { say: 'a Word file', name: 'plan.docx', content: await makeDocx(planLines.map(paragraph)) },
  { say: 'a PDF', name: 'plan.bin', content: makePdf({ pages: [planLines] }) },
])('$say is printed as a draft and nothing else', ({ name, content }) => {
  const { status, stdout, stderr } = run('read-plan', file(name, content))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const draft = planDraft.parse(JSON.parse(stdout))
  expect(draft).toMatchObject({ number: '14/KH-UBND', issuedOn: '2026-03-06' })
  expect(draft.deadlines.map((one) => one.on)).toEqual(['2026-03-20', '2026-11-15'])
})

test('--text prints the restored words', () => {
  const { status, stdout } = run('read-plan', '--text', file('plan.txt', planText))
  expect(status).toBe(0)
  expect(stdout).toContain('1. Các thôn gửi đăng ký thi đua về Văn phòng UBND xã trước ngày 20/3/2026.')
})

// biome-ignore format: a table keeps its columns
const refused = [
  { say: 'an empty file',                  name: 'empty.txt',  content: '',                                expect: sentences.refused.empty },
  { say: 'a file marked secret',           name: 'secret.txt', content: `TỐI MẬT\n${planText}`,            expect: sentences.refused.secret },
  { say: 'a mark stamped over a PDF',      name: 'stamp.pdf',  content: makePdf({ pages: [planLines], stamps: [{ text: 'TỐI MẬT', x: 400, y: 750 }] }), expect: sentences.refused.secret },
  { say: 'no administrative document',     name: 'poem.txt',   content: 'Gió đưa cành trúc la đà',         expect: sentences.refused.not_administrative },
  { say: 'a file of another kind',         name: 'plan.docx',  content: Buffer.from('MZ\x90\0\x03', 'latin1'), expect: sentences.refused.unsupported },
  { say: 'a file above the limit',         name: 'large.txt',  content: 'a'.repeat(21 * 1024 * 1024),      expect: sentences.refused.too_large },
]

test.each(refused)(
  '$say: exit 2, one line on standard error, nothing on standard output',
  ({ name, content, expect: line }) => {
    expect(run('read-plan', file(name, content))).toEqual({ status: 2, stdout: '', stderr: `${line}\n` })
  },
)

test('a file that is not there, and a folder', () => {
  const line = (name: string) => `${sentences.cli.unreadable.replace('{{file}}', name)}\n`
  expect(run('read-plan', 'nowhere.txt')).toEqual({ status: 2, stdout: '', stderr: line('nowhere.txt') })
  expect(run('read-plan', '.')).toEqual({ status: 2, stdout: '', stderr: line('.') })
})

test('a wrong call says what is right', () => {
  expect(run('read-plan')).toEqual({ status: 1, stdout: '', stderr: `${sentences.cli.usage}\n` })
  expect(run('../main')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('read-plan') })
})
