import type { Job } from './job.ts'

const keptDays = 30
const webChatDays = 400
const dayMs = 86_400_000

/** Forgets handled updates of a month ago (what they led to is kept in its own tables), and what the web chat showed over a year ago. */
export const sweep: Job = async ({ store, now }) => {
  await store.inbox.sweep(now - keptDays * dayMs)
  await store.webMessages.sweep(now - webChatDays * dayMs)
}
