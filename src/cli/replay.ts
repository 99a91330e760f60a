import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliCommand } from '../cli.ts'
import { isDay } from '../domain/day.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { type ReplayPlan, replay } from '../replay.ts'
import { createTexts } from '../texts/texts.ts'

const zone = 'Asia/Ho_Chi_Minh'

/**
 * `replay --from DAY --to DAY --plan FILE …` prints each message that the sample agency would get as a JSON line. A wrong
 * call: exit 1; a file that cannot be used: exit 2, one line on standard error, nothing on standard output.
 */
const replayCommand: CliCommand = async (args) => {
  const { t } = createTexts()('vi')
  const asked = readArgs(args)
  if (asked === null) return complain(t('reminders.replay.usage'), 1)
  const plans: ReplayPlan[] = []
  for (const file of asked.files) {
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null) return complain(t('documents.cli.unreadable', { file }), 2)
    const read = await readPlanFile(bytes)
    if (!read.ok) return complain(`${file}: ${t(`documents.refused.${read.reason}`)}`, 2)
    plans.push({ name: basename(file, extname(file)), draft: read.draft, text: read.text })
  }
  await replay({ ...asked, plans, zone, print: (line) => console.log(JSON.stringify(line)) })
  return 0
}
export default replayCommand

/** All files after `--plan`, given once or several times; null where the call is wrong. */
function readArgs(args: string[]) {
  try {
    const options = {
      from: { type: 'string' },
      to: { type: 'string' },
      plan: { type: 'string', multiple: true },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { from = '', to = '', plan = [] } = values
    const isRight = isDay(from) && isDay(to) && from <= to && plan.length > 0
    return isRight ? { from, to, files: [...plan, ...positionals] } : null
  } catch {
    return null
  }
}

function complain(sentence: string, exitCode: number): number {
  console.error(sentence)
  return exitCode
}
