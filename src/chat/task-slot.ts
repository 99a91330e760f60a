/** The slot of what is said about slow work underway: its progress, and at last its result, each in place of the one before. */
export const taskSlot = (taskId: string | null) => `task:${taskId ?? ''}`
