import type { Arrival } from './registration.ts'
import type { RegistrationBody } from './registration-body.ts'

type Sent = { subject: 'unit' | 'person'; body: RegistrationBody; lateReason: string | null }

/**
 * Is a registration so plain that a head may approve it among others: in time, nothing noted, each line with a target
 * that has a number and a day, and a unit's with its people?
 */
export function isPlain({ subject, body, lateReason }: Sent, arrival: Arrival): boolean {
  const isWhole = body.items.every(({ target, finishDay }) => target?.value != null && finishDay !== null)
  const isNamed = subject === 'person' || body.people.length > 0
  return arrival === 'in_time' && lateReason === null && body.note === null && isWhole && isNamed
}
