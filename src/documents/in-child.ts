import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FileTextResult } from './file-text.ts'
import type { Limits } from './limits.ts'
import { type RefusalReason, refuse } from './refusal.ts'
import type { Progress } from './scan/scanning.ts'
import { takeTurn } from './scan-queue.ts'
import { watchChild } from './watch-child.ts'

/** A function over the words (and the scan they were made out on), named so that another process can find it. `module` is a file URL. */
export type TextFunction = { module: string; name: string }

/** Who looks on: told of each page of a scan begun, and of how many scans are before this one; may call the reading off. */
export type Onlooker = {
  onProgress?: (progress: Progress) => void
  onPlace?: (place: number) => void
  signal?: AbortSignal
}

export type ChildTask = { bytes: Uint8Array | Uint8Array[]; limits: Limits; next: TextFunction | null }
export type ChildResult = { read: FileTextResult; value: unknown }
/** `scan` asks for the turn of a scan of so many pages, and waits for an answer. */
export type ChildMessage = ChildResult | { bug: string } | { scan: number } | { progress: Progress }

/**
 * Runs a child on a task and watches it: refuses as `too_slow`, `too_heavy` or `corrupt` where it has to be killed or dies,
 * as `cancelled` where it is called off. A bug in the child is thrown here with the child's stack.
 */
export function runInChild(
  task: ChildTask,
  module = new URL('child.ts', import.meta.url),
  { onProgress, onPlace, signal }: Onlooker = {},
): Promise<ChildResult> {
  const child = startChild(module, task.limits)
  return new Promise((resolve, reject) => {
    let reason: RefusalReason = 'corrupt'
    const kill = (why: RefusalReason) => {
      reason = why
      child.kill('SIGKILL')
    }
    const watch = watchChild(child, task.limits, kill)
    const turn = createTurn(child, watch, task.limits, onPlace)
    const cancel = () => kill('cancelled')
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel)

    child.on('message', (message: ChildMessage) => {
      if ('bug' in message) reject(new Error(message.bug))
      else if ('scan' in message) turn.take(message.scan)
      else if ('progress' in message) onProgress?.(message.progress)
      else {
        resolve(message)
        turn.leave()
        watch.run(mostForEndMs)
      }
    })
    child.on('error', reject)
    child.once('close', (_code, killedBy) => {
      watch.end()
      turn.leave()
      signal?.removeEventListener('abort', cancel)
      // V8 ends a process that outgrows its heap with SIGABRT.
      resolve({ read: refuse(killedBy === 'SIGABRT' ? 'too_heavy' : reason), value: null })
    })
    child.send(task, () => {})
  })
}

/** A child that has answered ends by itself, or is killed. */
const mostForEndMs = 3_000

type Watch = ReturnType<typeof watchChild>

/** While a scan waits for its turn its time does not run; then it has time by its pages. */
function createTurn(child: ChildProcess, watch: Watch, limits: Limits, onPlace: Onlooker['onPlace']) {
  let leave = () => {}
  return {
    take(pages: number) {
      watch.pause()
      const start = () => {
        watch.run(limits.scanBaseMs + limits.scanPageMs * pages)
        child.send('go', () => {})
      }
      leave = takeTurn({ start, onPlace: (place) => onPlace?.(place) })
    },
    leave: () => leave(),
  }
}

/** Where the compiled program is kept for the next child, which starts in half the time; unwritable, nothing is kept. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))

/** Pictures of pages go back to the system when they are done with: glibc would keep them in its heap, 5 MB more with each page. */
const giveBackMemory = { MALLOC_MMAP_THRESHOLD_: '1000000' }

/** Nothing of the parent's environment goes along: the child has nothing to leak. */
const startChild = (module: URL, { maxMemoryMb }: Limits): ChildProcess =>
  fork(fileURLToPath(module), [], {
    env: { NODE_COMPILE_CACHE: compiled, ...giveBackMemory },
    execArgv: [`--max-old-space-size=${maxMemoryMb}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
