import { existsSync, readFileSync } from 'node:fs'
import type { ApartAnswer, Took } from './work-apart.ts'

/** The most memory this process held, MiB. Linux counts a child's `maxRSS` from its parent's on; `VmHWM` is its own. */
function mostMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024
}

function tookSoFar(): Took {
  const { user, system } = process.cpuUsage()
  return { mostMb: mostMb(), workedMs: (user + system) / 1000 }
}

/** In a child of `workApart`: takes the one task, answers with what it came to, and ends. */
export function answerParent(work: (task: unknown) => Promise<unknown>): void {
  process.once('message', async ({ task }: { task: unknown }) => {
    const answer = await work(task).then(
      (value): ApartAnswer => ({ value, took: tookSoFar() }),
      (error: unknown): ApartAnswer => ({ bug: String((error as Error)?.stack ?? error) }),
    )
    process.send?.(answer, () => process.exit())
  })
}
