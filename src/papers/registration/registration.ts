import type { RegistrationBody } from '../../domain/registration-body.ts'
import type { PaperPlan } from '../cite-plan.ts'
import type { Writer } from '../nd30/own-hand.ts'

/** What every paper of a registration is made of. `to`: whom the plan names to receive it, as it names them. */
type Common = {
  /** The receipt's code: in the file's properties, never on the page. */
  code: string | null
  /** The year of signing, the only part of the day that is printed. */
  year: number
  plan: PaperPlan
  to: string[]
  body: RegistrationBody
}

/** Of a unit; `unit` is its name inside a sentence ("Phòng Văn hóa - Xã hội xã"). */
export type UnitRegistration = Common & { subject: 'unit'; unit: string }

/** Of one person. */
export type PersonRegistration = Common & Writer & { subject: 'person' }
