import type { Turn } from '../../chat/turn.ts'
import { docxMime, draftFileName } from '../../papers/draft-file-name.ts'
import { layRegistration, type PersonRegistration, type UnitRegistration } from '../../papers/registration-paper.ts'
import { personRegistrationData, unitRegistrationData } from '../../papers/templates/registration-data.ts'
import type { Registration } from '../../store/registration-row.ts'
import { onOwnForm } from './own-form.ts'
import { paperFacts } from './paper-facts.ts'
import type { UnwrittenFile } from './send-file.ts'

type Facts = Awaited<ReturnType<typeof paperFacts>>

async function toSign(
  { store }: Pick<Turn, 'store'>,
  { code, body, subject, personId }: Registration,
  { plan, to, year, unit, place, issuer }: Facts,
): Promise<UnitRegistration | PersonRegistration> {
  const common = { code, year, plan, to, body }
  if (subject === 'unit') return { ...common, subject, unit }
  const found = personId === null ? undefined : await store.people.byId(personId)
  const person = { name: found?.name ?? '', position: found?.position ?? '', unit }
  return { ...common, subject, person, place, confirmer: issuer?.signer ?? null }
}

/**
 * A registration's paper to print and sign, as a file to be sent. Its shape follows who registers and how
 * the unit's papers look; where nobody has said that yet, a unit gets the content alone.
 */
export async function registrationFile(
  turn: Pick<Turn, 'store' | 'today' | 'texts' | 'services'>,
  registration: Registration,
): Promise<UnwrittenFile> {
  const { texts } = turn
  const facts = await paperFacts(turn, registration)
  const paper = await toSign(turn, registration, facts)
  const own =
    paper.subject === 'unit'
      ? await onOwnForm(turn, registration.unitId, 'unitRegistration', () =>
          unitRegistrationData(texts, paper, facts.issuer),
        )
      : await onOwnForm(turn, registration.unitId, 'personRegistration', () => personRegistrationData(texts, paper))
  const draft = own ?? { kind: 'paper', paper: layRegistration(texts, paper, facts.issuer) }
  const name = draftFileName(texts.t('papers.registration.fileName'), facts.plan.shortName, registration.code)
  return { draft, name, mime: docxMime }
}
