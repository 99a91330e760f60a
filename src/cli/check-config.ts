import type { CliCommand } from '../cli.ts'
import { environment, readConfig } from '../config.ts'

/** `check-config` reads the settings as the start does: exit 0 where they fit, else 1 with every mistake on standard error. */
const checkConfig: CliCommand = async () => {
  const read = readConfig(environment())
  if (!read.ok) {
    for (const mistake of read.mistakes) console.error(mistake)
    return 1
  }
  const { webChat, telegram, dataDir, clock } = read.config
  console.log(
    `The settings fit: Telegram ${telegram?.mode ?? 'off'}, web chat ${webChat}, clock ${clock === 'system' ? 'system' : 'movable'}, data in ${dataDir}.`,
  )
  return 0
}
export default checkConfig
