import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { samples } from '../sample-papers.ts'
import { findingsIn, inShort, letter, plan, writeDocx } from './office-docx.ts'

const suite = 'soffice'
const canSave = spawnSync('which', [suite]).status === 0
if (!canSave) console.warn('SKIPPED: right papers are not saved anew by LibreOffice, since this machine has none')

const right = [
  ...samples.map(({ paper, bytes }) => ({ paper, bytes })),
  { paper: 'a plan', bytes: () => writeDocx(plan()) },
  { paper: 'a letter', bytes: () => writeDocx(letter()) },
]

/** All papers through LibreOffice, which writes the same layout in its own way. */
async function saveAnew(): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'resaved-'))
  try {
    for (const [at, { bytes }] of right.entries()) writeFileSync(join(folder, `${at}.docx`), await bytes())
    const files = right.map((_, at) => join(folder, `${at}.docx`))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const done = spawnSync(suite, [
      profile,
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...files,
    ])
    if (done.status !== 0) throw new Error(String(done.stderr))
    return new Map(
      right.map(({ paper }, at) => [paper, new Uint8Array(readFileSync(join(folder, 'out', `${at}.docx`)))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.runIf(canSave)('a right paper that LibreOffice has saved anew', async () => {
  const saved = canSave ? await saveAnew() : new Map<string, Uint8Array>()
  test.each(right)('$paper gives what it gave before', async ({ paper, bytes }) => {
    const before = inShort(findingsIn(await bytes()))
    // A unit that has no clerk's office gives its papers no number: a person has to look at that.
    expect(before.filter((found) => found !== 'missing number')).toEqual([])
    expect(inShort(findingsIn(saved.get(paper) ?? new Uint8Array()))).toEqual(before)
  })
})
