import type { ApartAnswer } from './work-apart.ts'

/** In a child of `workApart`: takes the one task, answers with what it came to, and ends. */
export function answerParent(work: (task: unknown) => Promise<unknown>): void {
  process.once('message', async ({ task }: { task: unknown }) => {
    const answer = await work(task).then(
      (value): ApartAnswer => ({ value, mostMb: process.resourceUsage().maxRSS / 1024 }),
      (error: unknown): ApartAnswer => ({ bug: String((error as Error)?.stack ?? error) }),
    )
    process.send?.(answer, () => process.exit())
  })
}
