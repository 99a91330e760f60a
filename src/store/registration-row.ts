import { type RegistrationBody, registrationBody } from '../domain/registration-body.ts'
import { type SentPaper, sentPaperOf } from './paper-row.ts'
import type { RegistrationRow } from './schema.ts'

/** A registration as the program speaks of it. */
export type Registration = SentPaper & { body: RegistrationBody }

/** A stored row, its body validated. */
export const toRegistration = (row: RegistrationRow): Registration => ({
  ...sentPaperOf(row),
  body: registrationBody.parse(JSON.parse(row.body)),
})
