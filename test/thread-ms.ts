/** The processor time that a piece of work takes in this thread, ms: how slow it is, however busy the machine. */
export function threadMs(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
