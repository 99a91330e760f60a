/**
 * `node src/cli.ts NAME …` runs `src/cli/NAME.ts`: the file name is the command. Each exports by default a `CliCommand`
 * and is loaded only when it is called, so that reading a plan does not load the server.
 */
import { existsSync, readdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Arguments after the name → the exit code: 0 done, 1 wrong call, 2 refused. Prints its own output. */
export type CliCommand = (args: string[]) => Promise<number>

// Keeps the compiled program for the next call, as the reading child does; where nothing can be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))

const folder = new URL('./cli/', import.meta.url)
const [name = '', ...args] = process.argv.slice(2)

if (/^[a-z-]+$/.test(name) && existsSync(new URL(`${name}.ts`, folder))) {
  const command: { default: CliCommand } = await import(new URL(`${name}.ts`, folder).href)
  process.exitCode = await command.default(args)
} else {
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
  console.error(`node src/cli.ts ${names.join(' | ')}`)
  process.exitCode = 1
}
