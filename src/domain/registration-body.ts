import { z } from 'zod'
import { fold } from './fold.ts'

const target = z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string() })

/** One line of the paper: a content of the plan (or one's own), the work, what is promised and by when. */
const item = z.object({
  contentSection: z.string().nullable(),
  content: z.string(),
  work: z.string(),
  target: target.nullable(),
  finishDay: z.iso.date().nullable(),
})
export type RegistrationItem = z.infer<typeof item>

/** What is registered, as stored. No birth dates, no citizen numbers: only what the paper shows. */
export const registrationBody = z.object({
  items: z.array(item).min(1),
  people: z.array(z.object({ name: z.string(), position: z.string() })),
  note: z.string().nullable(),
  commendation: z.string().nullable(),
  title: z.string().nullable(),
})
export type RegistrationBody = z.infer<typeof registrationBody>

/** Two wordings of one content are one: letters and digits alone, at most 400, which a unique index can hold. */
export const contentKey = (content: string): string => fold(content).slice(0, 400)

/** Who registers, in which capacity: the same person may register for two units, each once. */
export const subjectKey = (subject: 'unit' | 'person', unitId: string, personId: string | null): string =>
  subject === 'unit' ? `unit:${unitId}` : `person:${personId}@${unitId}`

/** The contents of a body, each once, in order. */
export const contentsOf = ({ items }: RegistrationBody): string[] => [
  ...new Map(items.map(({ content }) => [contentKey(content), content])).values(),
]

/** "2 nội dung, 3 chỉ tiêu". */
export const countsOf = (body: RegistrationBody): { contents: number; targets: number } => ({
  contents: contentsOf(body).length,
  targets: body.items.filter(({ target }) => target !== null).length,
})
