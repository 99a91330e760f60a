import type { CliCommand } from '../cli.ts'
import { systemClock } from '../clock.ts'
import { environment, readConfig } from '../config.ts'
import { openStores } from '../open-stores.ts'
import { makeSetupCode } from '../setup-code.ts'

/**
 * `setup-code` prints a new single-use setup code, good for seven days, beside a running program too: for when the last
 * admin is lost. Earlier unused ones end. Settings that do not fit: exit 1, each mistake on standard error.
 */
const setupCodeCommand: CliCommand = async () => {
  const read = readConfig(environment())
  if (!read.ok) {
    for (const mistake of read.mistakes) console.error(mistake)
    return 1
  }
  const stores = await openStores(read.config)
  try {
    console.log(await stores.database.transaction((store) => makeSetupCode(store, systemClock.now())))
  } finally {
    await stores.close()
  }
  return 0
}
export default setupCodeCommand
