import { z } from 'zod'
import { attachedFile } from '../../domain/registration-body.ts'
import type { At } from '../engine/dialog.ts'

/** A paper that is sent in the system already, or what is bound by a deadline under which nothing is recorded. */
const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registration'), id: z.string() }),
  z.object({ kind: z.literal('report'), id: z.string() }),
  z.object({
    kind: z.literal('bound'),
    deadlineId: z.string(),
    round: z.string().nullable(),
    subject: z.enum(['unit', 'person']),
    subjectId: z.string(),
  }),
])
export type About = z.infer<typeof about>

export const answers = z.object({
  deadline: z.object({ id: z.string(), round: z.string().nullable() }).optional(),
  about: about.optional(),
  number: z.string().nullish(),
  day: z.iso.date().optional(),
  scan: attachedFile.optional(),
  keeping: z.string().optional(),
})
export type Answers = z.infer<typeof answers>

/** The first question that has no answer yet. */
export function openQuestion({ deadline, about, number, day }: Answers): At {
  if (!about) return { step: deadline ? 'subject' : 'deadline' }
  if (number === undefined) return { step: 'number' }
  return { step: day === undefined ? 'day' : 'scan' }
}
