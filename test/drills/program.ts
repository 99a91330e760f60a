import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string }
}
/** What `npm start` gives Node before the program: `node --flag src/main.ts`. */
const flags = scripts.start.split(' ').slice(1, -1)
// "Trợ lý Thi đua: http://127.0.0.1:40123"
const addressLine = /^Trợ lý Thi đua: (?<address>http:\S+)$/m
const startWithinMs = 30_000

/** The real program as a process of its own, on a folder of data and a free port. */
export type Program = {
  address: string
  pid: number
  /** Everything it has printed. */
  printed(): string
  /** kill -9: nothing is finished, nothing is said. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>
  /** Moves its clock; gives how many messages went out. */
  moveTo(instant: string): Promise<number>
}

/** A folder for a program's data, and how to remove it. */
export async function dataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'program-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

function lineOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No address within ${startWithinMs} ms: ${printed()}`)),
      startWithinMs,
    )
    const look = () => {
      const address = addressLine.exec(printed())?.groups?.address
      if (!address) return
      clearTimeout(timer)
      resolve(address)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The program ended with ${code}: ${printed()}`))
    })
  })
}

/** Starts the program with these settings and no others; resolves when it listens. */
export async function startProgram(settings: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, [...flags, main], {
    // Elsewhere than in the project, whose own .env is none of a test's business.
    cwd: settings.DATA_DIR,
    env: { PORT: '0', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  const printed = () => text
  const address = await lineOf(child, printed)
  const ended = once(child, 'exit')
  return {
    ...{ address, printed, pid: child.pid ?? 0 },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    async moveTo(instant) {
      const answer = await fetch(`${address}/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: instant }),
      })
      if (!answer.ok) throw new Error(`The clock could not be moved: ${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as { sent: number }).sent
    },
  }
}
