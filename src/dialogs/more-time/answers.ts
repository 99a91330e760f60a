import { z } from 'zod'

export const answersSchema = z.object({
  deadlineId: z.string(),
  unitId: z.string().optional(),
  to: z.string().default(''),
  /** When the plan came; null: it is left out. */
  arrived: z.string().nullish(),
  /** The day asked for; null: left to who signs. */
  proposed: z.string().nullish(),
  /** '': left to who signs. */
  reason: z.string().default(''),
})
export type Answers = z.infer<typeof answersSchema>
