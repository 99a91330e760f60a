import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `npm test` does, in this order; the quick ones first. */
const checks = [
  ['format and lint', 'biome', 'check', '--error-on-warnings'],
  ['types', 'tsc', '--noEmit'],
  ['dead code', 'knip', '--no-progress'],
] as const

type Result = { assertionResults: { status: string; fullName: string }[] }

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

const folder = await mkdtemp(join(tmpdir(), 'tests-'))
const report = join(folder, 'report.json')
let passedChecks = 0

for (const [name, command, ...args] of checks) {
  const code = await run(command, args)
  process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}: ${name}\n`)
  if (code === 0) passedChecks += 1
}

const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
const results = await readFile(report, 'utf8').then(
  (text) => (JSON.parse(text) as { testResults: (Result & { status: string })[] }).testResults,
  () => [],
)
await rm(folder, { recursive: true })

const tests = results.flatMap(({ assertionResults }) => assertionResults)
const count = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status)).length
const brokenFiles = results.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
).length
const skipped = tests.filter(({ status }) => ['skipped', 'pending', 'todo', 'disabled'].includes(status))

const failedTests = count('failed') + brokenFiles
const failed = checks.length - passedChecks + (code !== 0 ? Math.max(failedTests, 1) : 0)
for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`)
process.stdout.write(`Tests: ${count('passed') + passedChecks} passed, ${failed} failed, ${skipped.length} skipped\n`)
process.exit(failed === 0 ? 0 : 1)
