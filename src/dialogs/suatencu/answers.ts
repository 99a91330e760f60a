import { z } from 'zod'

/** Each body with its name of today: as it stood when the admin began (`was`), and as it is to be (`now`). */
export const answersSchema = z.object({
  planId: z.string(),
  bodies: z.array(
    z.object({
      name: z.string(),
      full: z.string(),
      since: z.iso.date(),
      candidates: z.array(z.string()),
      was: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
})
export type Answers = z.infer<typeof answersSchema>
export type Body = Answers['bodies'][number]
