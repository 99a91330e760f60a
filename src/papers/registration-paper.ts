import type { Texts } from '../texts/texts.ts'
import type { Paper } from './nd30/blocks.ts'
import { defaultLayout, type Layout } from './nd30/layout.ts'
import { writePaper } from './nd30/write-paper.ts'
import type { PaperUnit } from './paper-unit.ts'
import { registrationLetter } from './registration/letter.ts'
import { personForm } from './registration/person-form.ts'
import { plainContent } from './registration/plain-content.ts'
import type { PersonRegistration, UnitRegistration } from './registration/registration.ts'
import { registrationForm } from './registration/unit-form.ts'

export type { PersonRegistration, UnitRegistration } from './registration/registration.ts'

function unitPaper(texts: Texts, layout: Layout, issuer: PaperUnit, registration: UnitRegistration): Paper {
  const shapes = { sealed: registrationLetter, unsealed: registrationForm }
  return issuer.shape === 'plain'
    ? plainContent(texts, layout, registration)
    : shapes[issuer.shape](texts, layout, issuer, registration)
}

/**
 * A registration as the paper to sign, in the shape of who registers: an individual's form, or that of the unit. `issuer`
 * null: how the unit's papers look is not known yet, so only the plain content is given, never a guess.
 */
export function layRegistration(
  texts: Texts,
  registration: UnitRegistration | PersonRegistration,
  issuer: PaperUnit | null,
  layout: Layout = defaultLayout,
): Paper {
  if (registration.subject === 'person') return personForm(texts, layout, registration)
  return issuer === null ? plainContent(texts, layout, registration) : unitPaper(texts, layout, issuer, registration)
}

/** The same as a DOCX file. */
export const registrationPaper = (...of: Parameters<typeof layRegistration>): Promise<Uint8Array> =>
  writePaper(layRegistration(...of), of[3])
