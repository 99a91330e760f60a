import { z } from 'zod'
import { agencyWords } from '../chat/agency-words.ts'
import { commandButton } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { agencyKey } from '../domain/agency.ts'
import { readPhone } from '../domain/names.ts'
import { rootOf } from '../domain/unit-tree.ts'
import { type At, defineDialog } from './engine/dialog.ts'
import { describe } from './joining/let-in.ts'
import { lineStep, type Question } from './joining/line-step.ts'
import { checkStep, linesStep, readLines } from './units/lines-steps.ts'
import { renameUnit, writeUnits } from './units/write-units.ts'

const steps = ['agency', 'office', 'phone', 'units', 'check', 'name', 'position'] as const
type StepName = (typeof steps)[number]

const answers = z.object({
  agency: z.string().optional(),
  office: z.string().optional(),
  phone: z.string().optional(),
  lines: z.string().optional(),
  name: z.string().optional(),
  position: z.string().optional(),
})
type Answers = z.infer<typeof answers>

/** Looking the units over is part of giving them: six steps to a reader. */
const told: Record<StepName, number> = { agency: 1, office: 2, phone: 3, units: 4, check: 4, name: 5, position: 6 }
const progress = (step: string) => ({ done: told[step as StepName], of: 6 })

const question =
  (step: StepName): Question<Answers> =>
  ({ answers: { office = '' } }) => [`people.setup.${step}`, { ...progress(step), office }]

/** The units go below the agency, which has the name given two steps before though it is written at the end. */
const above = async ({ turn, answers }: { turn: Turn; answers: Answers }) => {
  const root = rootOf(await turn.store.units.all())
  return root && { ...root, name: answers.agency ?? root.name }
}

function next(answers: Answers, { step }: At): At | null {
  if (step === 'units' && answers.lines === '') return { step: 'name' }
  if (step === 'check' && answers.lines === undefined) return { step: 'units' }
  const after = steps[steps.indexOf(step as StepName) + 1]
  return after ? { step: after } : null
}

/** What the first admin is asked before anything else: the agency, whom people ask there, its units, and who the admin is. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: () => ({ step: 'agency' }),
  next,
  progress: (_answers, { step }) => progress(step),
  steps: {
    agency: lineStep('agency', { ask: question('agency'), wrong: 'people.setup.badLine' }),
    office: lineStep('office', { ask: question('office'), wrong: 'people.setup.badLine' }),
    phone: lineStep('phone', { ask: question('phone'), read: readPhone, wrong: 'people.profile.badPhone' }),
    units: linesStep(question('units'), above, true),
    check: checkStep(above, question('check')),
    name: lineStep('name', { ask: question('name') }),
    position: lineStep('position', { ask: question('position'), optional: true }),
  },
  async finish({ turn, answers }) {
    const count = await writeAgency(turn, answers)
    await describe(turn, answers.name ?? '', answers.position ?? '')
    const { texts, store } = turn
    turn.say('people.setup.done', { ...(await agencyWords(store, texts)), units: count }, [
      commandButton(texts.t('people.setup.invite'), 'mathamgia'),
      commandButton(texts.t('people.setup.addPlan'), 'themkehoach'),
      commandButton(texts.t('people.units.show'), 'donvi'),
    ])
    return 'done'
  },
})

async function writeAgency(turn: Turn, { agency = '', office = '', phone = '', lines = '' }: Answers): Promise<number> {
  const { store, person, now } = turn
  const root = rootOf(await store.units.all())
  if (!root) return 0
  await renameUnit(turn, root, agency)
  const setting = { name: agency, office, phone }
  await store.settings.set(agencyKey, setting)
  const by = person?.id ?? null
  await store.audit.write({ at: now, by, action: 'setting.changed', subject: agencyKey, detail: setting })
  const read = await readLines(turn, { ...root, name: agency }, lines)
  if (!read.ok) return 0
  await writeUnits(turn, root, read.units)
  return read.units.length
}
