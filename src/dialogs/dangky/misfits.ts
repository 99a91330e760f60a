import { createHash } from 'node:crypto'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Misfit, misfitsOf } from '../../domain/registration-fit.ts'
import type { Registration } from '../../store/registration-row.ts'
import { editButton, reviewButton } from '../lifecycle/buttons.ts'
import { describeMisfits } from './describe.ts'
import { registrationKind as kind } from './registration-kind.ts'

/** Those whose people can still change them. */
const open = ['waiting', 'returned', 'approved', 'received'] as const

/** What of a registration no longer fits its plan as it is now; of one that is withdrawn or added up nothing is asked. */
async function currentMisfits(
  { store }: Pick<Turn, 'store'>,
  { planId, body, state }: Registration,
): Promise<Misfit[]> {
  if (!open.some((one) => one === state)) return []
  const plan = await store.plans.byId(planId)
  return plan ? misfitsOf(body, plan.draft) : []
}

/** The same as a line under the registration; empty where all fits. */
export async function markMisfits(turn: Turn, registration: Registration): Promise<string> {
  const misfits = await currentMisfits(turn, registration)
  return misfits.length > 0
    ? turn.texts.t('register.misfit.marked', { misfits: describeMisfits(turn.texts, misfits) })
    : ''
}

/** The same misfit is asked about once, however often the plan is revised after. */
const keyOf = ({ id, version }: Registration, misfits: Misfit[]): string =>
  `registration:${id}:${version}:misfit:${createHash('sha256').update(JSON.stringify(misfits)).digest('hex').slice(0, 12)}`

/** After a plan was revised: asks those whose registrations no longer fit it, once; gives how many registrations. */
export async function askAboutMisfits(turn: Turn, planId: string): Promise<number> {
  const plan = await turn.store.plans.byId(planId)
  let count = 0
  for (const registration of await turn.store.registrations.inState(...open)) {
    if (registration.planId !== planId || !plan) continue
    const misfits = misfitsOf(registration.body, plan.draft)
    if (misfits.length === 0) continue
    count += 1
    const { personId, typedBy, code } = registration
    for (const reader of new Set([personId ?? typedBy, typedBy]))
      await turn.tell(reader, `${keyOf(registration, misfits)}:${reader}`, 'registration', (texts) =>
        message(
          texts.t('register.misfit.ask', { code, plan: plan.shortName, misfits: describeMisfits(texts, misfits) }),
          [editButton(texts, { kind, sent: registration }), reviewButton(texts, { kind, sent: registration })],
        ),
      )
  }
  return count
}
