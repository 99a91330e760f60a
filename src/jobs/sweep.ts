import { addDays } from '../domain/day.ts'
import type { Job } from './job.ts'

const keptDays = 30
const webChatDays = 400
const dayMs = 86_400_000

/**
 * Forgets handled updates and ended tasks of a month ago (what they led to is kept in its own tables), and what the web chat
 * showed and calendars held over a year ago.
 */
export const sweep: Job = async ({ store, now, today }) => {
  await store.inbox.sweep(now - keptDays * dayMs)
  await store.tasks.sweep(now - keptDays * dayMs)
  await store.webMessages.sweep(now - webChatDays * dayMs)
  await store.calendars.sweep(addDays(today, -webChatDays))
}
