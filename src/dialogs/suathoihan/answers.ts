import { z } from 'zod'
import { deadline } from '../../domain/plan.ts'

/** What is to change: `was` and `revision` are the deadline as it stood when the admin began. */
export const answersSchema = z.object({
  planId: z.string(),
  event: z.boolean(),
  deadlineId: z.string().nullable().default(null),
  revision: z.int().nullable().default(null),
  was: deadline.nullable().default(null),
  deadline: deadline.nullable().default(null),
  /** The day of the event that was entered. */
  eventDay: z.iso.date().nullable().default(null),
  basis: z.string().nullable().default(null),
})
export type Answers = z.infer<typeof answersSchema>
