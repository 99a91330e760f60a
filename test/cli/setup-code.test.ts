import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { sqliteDialect } from '../../src/store/sqlite.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-code-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const cli = new URL('../../src/cli.ts', import.meta.url).pathname

/** Runs the command line with settings of its own. */
const run = (settings: Record<string, string>) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const options = { cwd: folder, env: { DATA_DIR: folder, ...settings } }
    execFile(process.execPath, [cli, 'setup-code'], options, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

test('prints one code and nothing else; the one before is no longer good', async () => {
  const [first, second] = [await run({}), await run({})]
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}\n$/) })
  const database = await openDatabase(sqliteDialect(join(folder, 'bot.sqlite')))
  const { find } = database.store.invitations
  const [old, good] = [await find(first.out), await find(second.out)]
  await database.close()
  expect(good).toMatchObject({ purpose: 'setup', used_at: null })
  expect(good?.expires_at).toBeGreaterThan(Date.now() + 6 * 86_400_000)
  expect(old?.expires_at).toBeLessThan(Date.now())
})

test('settings that do not fit are told, and no code is made', async () => {
  const { code, out, err } = await run({ PORT: 'cửa chính' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/PORT is 'cửa chính'/)
})
