import { z } from 'zod'
import { aggregateScope } from '../../domain/aggregate-scope.ts'
import { attachedFile } from '../../domain/registration-body.ts'

/** What the slow work came to (aggregate-work.ts). */
export const madeSchema = z.union([
  z.object({
    ok: z.literal(true),
    file: attachedFile,
    appendix: attachedFile,
    units: z.object({ all: z.int(), registered: z.int() }),
    total: z.looseObject({
      ...{ registrations: z.int(), people: z.int(), late: z.int() },
      ...{ received: z.int(), aggregated: z.int() },
    }),
  }),
  z.object({ ok: z.literal(true), file: attachedFile, registrations: z.int() }),
  z.object({ ok: z.literal(false), reason: z.enum(['refused', 'gone', 'failed']) }),
])

export const answersSchema = z.object({
  /** Words of the plan's name that were typed with the command. */
  words: z.string().default(''),
  /** As what the table is wanted; asked where somebody may in several ways. */
  scope: aggregateScope.optional(),
  planId: z.string().nullable().default(null),
  year: z.int().nullable().default(null),
  taskId: z.string().nullable().default(null),
  made: madeSchema.nullable().default(null),
})
export type Answers = z.infer<typeof answersSchema>
