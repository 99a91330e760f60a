import { z } from 'zod'
import { roles } from '../domain/person.ts'
import { defineDialog } from './engine/dialog.ts'
import { invite } from './joining/invite.ts'
import { chooseRole } from './units/choose-role.ts'
import { chooseUnit, ruledUnit } from './units/choose-unit.ts'

const answers = z.object({ unitId: z.string().optional(), role: z.enum(roles).optional() })
type Answers = z.infer<typeof answers>

/** Makes an invitation: for which unit, for which role. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: ({ unitId }) => ({ step: unitId === undefined ? 'unit' : 'role' }),
  next: (_answers, { step }) => (step === 'unit' ? { step: 'role' } : null),
  steps: { unit: chooseUnit(() => ['people.invite.unit']), role: chooseRole('people.invite.role') },
  async finish({ turn, answers: { unitId, role } }) {
    const unit = await ruledUnit(turn, unitId)
    if (unit && role) await invite(turn, unit, role)
    return 'done'
  },
})
