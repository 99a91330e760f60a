import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a child took: the most memory, resident, and the time that it worked. */
export type Took = { mostMb: number; workedMs: number }

/** `heapMb`: all that it may hold; `mostMs`: it is killed after; `signal` calls it off. */
type Bounds = { heapMb: number; mostMs: number; signal: AbortSignal; ended?: (took: Took) => void }

/** What a child answers: what its work came to, or the stack of its bug. */
export type ApartAnswer = { value: unknown; took: Took } | { bug: string }

const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))

/** It is there for one work: its heap is not gone through before most of it is used. */
const heapFlags = (mb: number) => [
  `--max-old-space-size=${mb}`,
  `--initial-old-space-size=${Math.round(mb * 0.6)}`,
  '--max-semi-space-size=16',
]

/** Nothing of the parent's environment goes along; what is done with goes back to the system. */
const start = (module: URL, heapMb: number) =>
  fork(fileURLToPath(module), [], {
    env: { NODE_COMPILE_CACHE: compiled, MALLOC_MMAP_THRESHOLD_: '1000000', MALLOC_ARENA_MAX: '2' },
    execArgv: [...heapFlags(heapMb), '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/**
 * Does one piece of work in a process of its own, a module that `answerParent` serves: so it neither holds up this one nor
 * makes it grow. Throws where it breaks, takes too long, or is called off.
 */
export function workApart(module: URL, task: unknown, { heapMb, mostMs, signal, ended }: Bounds): Promise<unknown> {
  const child = start(module, heapMb)
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const kill = () => child.kill('SIGKILL')
  const timer = setTimeout(kill, mostMs)
  if (signal.aborted) kill()
  signal.addEventListener('abort', kill)
  child.once('message', (answer: ApartAnswer) => {
    if ('bug' in answer) return reject(new Error(answer.bug))
    ended?.(answer.took)
    resolve(answer.value)
  })
  child.once('error', reject)
  child.once('close', (code, by) => {
    clearTimeout(timer)
    signal.removeEventListener('abort', kill)
    reject(new Error(`The process of ${module.pathname.split('/').at(-1)} ended early (${by ?? code}).`))
  })
  child.send({ task }, () => {})
  return promise
}
