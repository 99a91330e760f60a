import { z } from 'zod'

export const answersSchema = z.object({
  deadline: z.string(),
  round: z.string().nullish(),
  /** Who issues the letter; whether its papers have somebody who signs in them. */
  issuerId: z.string(),
  isSigned: z.boolean(),
  /** The units that may be urged, as they were found, and those that are left out. */
  unitIds: z.array(z.string()).min(1),
  leftOut: z.array(z.string()).default([]),
  /** Each is looked at by itself. */
  looking: z.boolean().default(false),
  until: z.string().nullish(),
  signing: z.string().optional(),
  signerName: z.string().optional(),
})
export type Answers = z.infer<typeof answersSchema>

export const included = ({ unitIds, leftOut }: Answers): string[] => unitIds.filter((id) => !leftOut.includes(id))

/** The same with a unit taken in, or left out. */
export function withUnit(answers: Answers, unitId: string, isIn: boolean): Answers {
  const others = answers.leftOut.filter((id) => id !== unitId)
  return { ...answers, leftOut: isIn ? others : [...others, unitId] }
}
