import { z } from 'zod'
import { bindableUnits, giveGroupCode } from '../chat/group-binding.ts'
import { defineDialog } from './engine/dialog.ts'
import { chooseUnit } from './units/choose-unit.ts'

const answers = z.object({ unitId: z.string().optional() })
type Answers = z.infer<typeof answers>

/** Asks to which unit a group shall be bound, and makes the code that binds it. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'unit' }),
  next: () => null,
  steps: { unit: chooseUnit(() => ['groups.unit'], bindableUnits) },
  async finish({ turn, answers: { unitId } }) {
    if (unitId !== undefined) await giveGroupCode(turn, unitId)
    return 'done'
  },
})
