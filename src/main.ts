import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// What is compiled is kept, where it can be, so that the next start takes half the time; before anything else is loaded.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
const { environment, readConfig } = await import('./config.ts')
const { createLog } = await import('./log.ts')
const { startApp } = await import('./app.ts')

const read = readConfig(environment())
if (!read.ok) {
  process.stderr.write(
    `${['The settings do not fit:', ...read.mistakes.map((mistake) => `- ${mistake}`)].join('\n')}\n`,
  )
  process.exit(1)
}

const log = createLog(read.config.logLevel)
const app = await startApp(read.config, log).catch((error: unknown) => giveUp(error, read.config))
process.stdout.write(`Trợ lý Thi đua: ${app.address}\n`)
if (app.setupCode) process.stdout.write(`Setup code for the first admin: ${app.setupCode}\n`)
log.info('started', { webChat: read.config.webChat, telegram: read.config.telegram?.mode ?? 'off' })
flushCompileCache()

/** What the operator can mend is said in one sentence; anything else is a bug and ends with its trace. */
function giveUp(error: unknown, { host, port, dataDir }: { host: string; port: number; dataDir: string }): never {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const sentences: Record<string, string> = {
    EADDRINUSE: `PORT is ${port}: another program listens there; stop it or set PORT to a free one.`,
    EADDRNOTAVAIL: `HOST is '${host}': this machine has no such address; set HOST to one it has.`,
    EACCES: `DATA_DIR is '${dataDir}' or PORT is ${port}: this user may not use it; change it or its rights.`,
    ENOSPC: `DATA_DIR is '${dataDir}': the disk is full; make room.`,
  }
  const sentence = sentences[String(code)]
  if (!sentence) throw error
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info('stopping', { signal })
  await app.stop()
  process.exit(0)
}
process.on('SIGTERM', (signal) => void stop(signal))
process.on('SIGINT', (signal) => void stop(signal))
