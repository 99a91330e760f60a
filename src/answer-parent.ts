import type { ApartAnswer, Took } from './work-apart.ts'

function tookSoFar(): Took {
  const { user, system } = process.cpuUsage()
  return { mostMb: process.resourceUsage().maxRSS / 1024, workedMs: (user + system) / 1000 }
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
