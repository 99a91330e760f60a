import { z } from 'zod'
import { commandButton } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { type At, defineDialog } from './engine/dialog.ts'
import { chooseUnit, ruledUnit } from './units/choose-unit.ts'
import { checkStep, linesProblem, linesStep, readLines } from './units/lines-steps.ts'
import { writeUnits } from './units/write-units.ts'

const answers = z.object({ unitId: z.string().optional(), lines: z.string().optional() })
type Answers = z.infer<typeof answers>

const above = async ({ turn, answers: { unitId } }: { turn: Turn; answers: Answers }) =>
  unitId === undefined ? null : turn.store.units.byId(unitId)

/** Lines typed with the command need only be looked over. */
const afterUnit = ({ lines }: Answers): At => ({ step: lines === undefined ? 'lines' : 'check' })

function next(answers: Answers, { step }: At): At | null {
  if (step === 'lines') return { step: 'check' }
  return step === 'check' && answers.lines !== undefined ? null : afterUnit(answers)
}

/** Adds units below one: which, the lines, a look at what was understood. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: (answers) => (answers.unitId === undefined ? { step: 'unit' } : afterUnit(answers)),
  next,
  steps: {
    unit: chooseUnit(() => ['people.units.addBelow']),
    lines: linesStep(() => ['people.units.lines'], above),
    check: checkStep(above),
  },
  async finish({ turn, answers: { unitId, lines = '' } }) {
    const unit = await ruledUnit(turn, unitId)
    const read = unit && (await readLines(turn, unit, lines))
    if (!unit || !read) return 'done'
    // Somebody added one of the names in between.
    if (!read.ok) turn.reply(linesProblem(turn.texts, read))
    if (!read.ok) return 'done'
    await writeUnits(turn, unit, read.units)
    turn.say('people.units.added', { count: read.units.length, parent: unit.name }, [
      commandButton(turn.texts.t('people.units.show'), 'donvi'),
      commandButton(turn.texts.t('people.setup.invite'), 'mathamgia'),
    ])
    return 'done'
  },
})
