/**
 * The process in which a file is read; started by `in-child.ts` and killed by it when it takes too long or too much.
 * It gets one message `{ bytes, limits, next }` and answers with one, then ends. `next` names a module and one of its
 * exports, a pure function that is given the words and whose answer goes along as `value`: so a hostile text cannot hold
 * up the parent either, and this folder need not know who reads the words.
 */
import type { ChildAnswer, ChildResult, ChildTask } from './in-child.ts'
import { readBytes } from './read-bytes.ts'
import { refuse } from './refusal.ts'

process.once('message', async (task: ChildTask) => {
  const answer = await answerTo(task).catch(failed)
  process.send?.(answer, () => process.exit())
})

/** A text too large for the stack is one more that takes too much; anything else is a bug. */
function failed(error: unknown): ChildAnswer {
  const stack = String((error as Error)?.stack ?? error)
  return /call stack size/.test(stack) ? { read: refuse('too_heavy'), value: null } : { bug: stack }
}

async function answerTo({ bytes, limits, next }: ChildTask): Promise<ChildResult> {
  const read = await readBytes(bytes, limits)
  if (!read.ok || next === null) return { read, value: null }

  const module: Record<string, (text: string) => unknown> = await import(next.module)
  const apply = module[next.name]
  if (apply === undefined) throw new Error(`${next.module} exports no ${next.name}`)
  return { read, value: apply(read.text) }
}
