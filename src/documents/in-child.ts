import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FileTextResult } from './file-text.ts'
import type { Limits } from './limits.ts'
import { type RefusalReason, refuse } from './refusal.ts'

/** A pure function over the words, named so that another process can find it. `module` is a file URL. */
export type TextFunction = { module: string; name: string }

export type ChildTask = { bytes: Uint8Array; limits: Limits; next: TextFunction | null }
export type ChildResult = { read: FileTextResult; value: unknown }
export type ChildAnswer = ChildResult | { bug: string }

/**
 * Runs a child on a task and watches it: refuses as `too_slow`, `too_heavy` or `corrupt` where it has to be killed or dies.
 * A bug in the child is thrown here with the child's stack.
 */
export function runInChild(task: ChildTask, module = new URL('child.ts', import.meta.url)): Promise<ChildResult> {
  const child = startChild(module, task.limits)
  return new Promise((resolve, reject) => {
    let reason: RefusalReason = 'corrupt'
    const kill = (why: RefusalReason) => {
      reason = why
      child.kill('SIGKILL')
    }
    const unwatch = watch(child, task.limits, kill)

    child.once('message', (answer: ChildAnswer) => ('bug' in answer ? reject(new Error(answer.bug)) : resolve(answer)))
    child.on('error', reject)
    child.once('close', (_code, signal) => {
      unwatch()
      // V8 ends a process that outgrows its heap with SIGABRT.
      resolve({ read: refuse(signal === 'SIGABRT' ? 'too_heavy' : reason), value: null })
    })
    child.send(task, () => {})
  })
}

/** Where the compiled program is kept for the next child, which starts in half the time; unwritable, nothing is kept. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))

/** Nothing of the parent's environment goes along: the child has nothing to leak. */
const startChild = (module: URL, { maxMemoryMb }: Limits): ChildProcess =>
  fork(fileURLToPath(module), [], {
    env: { NODE_COMPILE_CACHE: compiled },
    execArgv: [`--max-old-space-size=${maxMemoryMb}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

function watch(child: ChildProcess, limits: Limits, kill: (why: RefusalReason) => void): () => void {
  const timer = setTimeout(() => kill('too_slow'), limits.timeoutMs)
  const memory = setInterval(() => {
    if (residentMb(child.pid) > limits.maxMemoryMb) kill('too_heavy')
  }, 100)
  return () => {
    clearTimeout(timer)
    clearInterval(memory)
  }
}

/** Memory of a process in MB; 0 where the system does not tell (there the heap limit alone holds). */
function residentMb(pid: number | undefined): number {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kb ?? 0) / 1024
  } catch {
    return 0
  }
}
