import { z } from 'zod'
import { sendUnitProof } from './chase/proof.ts'
import { defineDialog } from './engine/dialog.ts'
import { chooseUnit } from './units/choose-unit.ts'

const answers = z.object({ unitId: z.string().optional() })
type Answers = z.infer<typeof answers>

/** The proof of reminding one unit: which, then the file. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'unit' }),
  next: () => null,
  steps: { unit: chooseUnit<Answers>(() => ['office.chase.proof.which']) },
  async finish({ turn, answers: { unitId = '' } }) {
    await sendUnitProof(turn, unitId)
    return 'done'
  },
})
