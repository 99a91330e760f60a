import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Limits } from './limits.ts'

/** A child that gets no turn on a busy machine, or sleeps, is waited for so many times longer. */
const patience = 3
/** Linux counts the time of a process in hundredths of a second. */
const tickMs = 10

/**
 * Watches a child's time and memory until `end`, and calls `kill` at the limits. Its time can be stopped and set anew. It is
 * the time that the child itself works, so that a sound file is not refused because others keep the machine busy.
 */
export function watchChild(child: ChildProcess, limits: Limits, kill: (why: 'too_slow' | 'too_heavy') => void) {
  let timer: NodeJS.Timeout | undefined
  let worksUntil = Number.POSITIVE_INFINITY
  const looking = setInterval(() => {
    if (residentMb(child.pid) > limits.maxMemoryMb) kill('too_heavy')
    if ((workedMs(child.pid) ?? 0) > worksUntil) kill('too_slow')
  }, 100)
  const pause = () => {
    clearTimeout(timer)
    worksUntil = Number.POSITIVE_INFINITY
  }
  const run = (ms: number) => {
    clearTimeout(timer)
    const worked = workedMs(child.pid)
    worksUntil = (worked ?? 0) + ms
    timer = setTimeout(() => kill('too_slow'), worked === null ? ms : ms * patience)
  }
  run(limits.timeoutMs)
  return {
    pause,
    run,
    end() {
      pause()
      clearInterval(looking)
    },
  }
}

/** Time that a process has worked, of all its threads, in ms; null where the system does not tell. */
function workedMs(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  } catch {
    return null
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
