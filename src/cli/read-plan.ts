import { createReadStream } from 'node:fs'
import sentences from '../../locales/vi/documents.json' with { type: 'json' }
import type { CliCommand } from '../cli.ts'
import { defaultLimits } from '../documents/limits.ts'
import { readPlanFile } from '../read-plan-file.ts'

// Read straight from the file, since i18next need not start for one line: `documents.cli.${name}`, `documents.refused.${reason}`.

/**
 * `read-plan FILE` prints the plan draft as JSON, `read-plan --text FILE` the restored text. A file that cannot be used:
 * exit 2, one line on standard error, nothing on standard output.
 */
const readPlanCommand: CliCommand = async (args) => {
  const [file, ...more] = args.filter((arg) => arg !== '--text')
  if (file === undefined || more.length > 0) return complain(sentences.cli.usage, 1)

  const bytes = await readUpTo(file, defaultLimits.maxBytes)
  if (bytes === null) return complain(sentences.cli.unreadable.replace('{{file}}', file), 2)

  const read = await readPlanFile(bytes)
  if (!read.ok) return complain(sentences.refused[read.reason], 2)
  console.log(args.includes('--text') ? read.text : JSON.stringify(read.draft, null, 2))
  return 0
}
export default readPlanCommand

/** The bytes of a file, at most one more than the limit: enough to refuse it. Null where there is no such file. */
async function readUpTo(file: string, maxBytes: number): Promise<Uint8Array | null> {
  try {
    return Buffer.concat(await Array.fromAsync<Buffer>(createReadStream(file, { end: maxBytes })))
  } catch {
    return null
  }
}

function complain(sentence: string, exitCode: number): number {
  console.error(sentence)
  return exitCode
}
