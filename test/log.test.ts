import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What a program of these lines prints, run by this Node with the log. */
function printed(lines: string): string {
  const log = new URL('../src/log.ts', import.meta.url).href
  const program = `import { createLog } from '${log}'; const log = createLog('info'); ${lines}`
  const run = spawnSync(process.execPath, [
    '--input-type=module',
    '--disable-warning=ExperimentalWarning',
    '-e',
    program,
  ])
  return run.stdout.toString()
}

test('an error is told by its kind, code and place, never by words in which a token could stand', () => {
  const out = printed(
    `log.error('a call broke', Object.assign(new TypeError('https://api/bot123456:SECRET/getMe failed for Lan'), { code: 'ECONNRESET' }), { outbox: 7 })`,
  )
  expect(JSON.parse(out)).toMatchObject({ what: 'a call broke', error: 'TypeError', code: 'ECONNRESET', outbox: 7 })
  expect(out).not.toMatch(/SECRET|Lan/)
})

test('each line is JSON with its time, and below the level nothing is said', () => {
  const out = printed(`log.debug('quiet'); log.info('started', { webChat: 'on' })`)
  expect(out.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(out)).toMatchObject({ what: 'started', webChat: 'on' })
})
