/** One measured figure. `beside` says what stands beside it: the goal, and how it was taken. */
export type BenchRow = { name: string; figure: number; unit: string; beside: string }

/** The middle of some figures. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
