import { z } from 'zod'
import { aggregateScope } from '../../domain/aggregate-scope.ts'

export const answersSchema = z.object({
  planId: z.string(),
  scope: aggregateScope,
  /** Who submits; whether its papers have somebody who signs in them. */
  issuerId: z.string(),
  isSigned: z.boolean(),
  /** Proposals that are left out, by their keys. */
  leftOut: z.array(z.string()).default([]),
  to: z.string().default(''),
  signing: z.string().optional(),
  signerName: z.string().optional(),
})
export type Answers = z.infer<typeof answersSchema>
