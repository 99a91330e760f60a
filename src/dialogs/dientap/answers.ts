import { z } from 'zod'
import { attachedFile } from '../../domain/registration-body.ts'

/** What the slow work came to (rehearse-work.ts). `wanted`: for which asking. */
export const madeSchema = z.union([
  z.object({ ok: z.literal(true), wanted: z.string(), file: attachedFile, rows: z.int(), days: z.int() }),
  z.object({ ok: z.literal(false), reason: z.enum(['refused', 'gone', 'failed']) }),
])

export const answersSchema = z.object({
  /** Null: all plans in one's charge. */
  planId: z.string().nullable().default(null),
  wanted: z.string().default(''),
  made: madeSchema.nullable().default(null),
})
export type Answers = z.infer<typeof answersSchema>
