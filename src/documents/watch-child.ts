import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Limits } from './limits.ts'

/** Watches a child's time and memory until `end`, and calls `kill` at the limits. Its time can be stopped and set anew. */
export function watchChild(child: ChildProcess, limits: Limits, kill: (why: 'too_slow' | 'too_heavy') => void) {
  let timer: NodeJS.Timeout | undefined
  const memory = setInterval(() => {
    if (residentMb(child.pid) > limits.maxMemoryMb) kill('too_heavy')
  }, 100)
  const watch = {
    pause: () => clearTimeout(timer),
    run(ms: number) {
      clearTimeout(timer)
      timer = setTimeout(() => kill('too_slow'), ms)
    },
    end() {
      clearTimeout(timer)
      clearInterval(memory)
    },
  }
  watch.run(limits.timeoutMs)
  return watch
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
