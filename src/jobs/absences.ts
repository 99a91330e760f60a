import { lendRoles } from '../chat/lend-roles.ts'
import type { Job } from './job.ts'

/** Each morning stand-ins begin and end with the absences they stand in for. */
export const beginAndEndAbsences: Job = ({ store, today, now }) => lendRoles(store, { today, now })
