import { startApp } from './app.ts'
import { environment, readConfig } from './config.ts'
import { createLog } from './log.ts'

const read = readConfig(environment())
if (!read.ok) {
  process.stderr.write(
    `${['The settings do not fit:', ...read.mistakes.map((mistake) => `- ${mistake}`)].join('\n')}\n`,
  )
  process.exit(1)
}

const log = createLog(read.config.logLevel)
const app = await startApp(read.config, log)
process.stdout.write(`Trợ lý Thi đua: ${app.address}\n`)
if (app.setupCode) process.stdout.write(`Setup code for the first admin: ${app.setupCode}\n`)
log.info('started', { webChat: read.config.webChat, telegram: read.config.telegram?.mode ?? 'off' })

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
