import { passRoles } from '../chat/hand-over.ts'
import { lendRoles } from '../chat/lend-roles.ts'
import type { Job } from './job.ts'

/** Each morning roles pass to successors whose day has come, and stand-ins begin and end with the absences they stand in for. */
export const beginAndEndAbsences: Job = async ({ store, today, now }) => {
  await passRoles(store, { today, now })
  await lendRoles(store, { today, now })
}
