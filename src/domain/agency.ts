import { z } from 'zod'

/** The agency that this installation serves, and the office in charge of emulation: whom people ask, and by what telephone. */
export const agencySchema = z.object({
  name: z.string(),
  office: z.string(),
  phone: z.string(),
})
export type Agency = z.infer<typeof agencySchema>

/** The key of the agency among the settings. */
export const agencyKey = 'agency'
