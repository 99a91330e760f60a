import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import type { Member } from '../domain/person.ts'
import type { Unit } from '../domain/unit.ts'
import { subtreeOf } from '../domain/unit-tree.ts'
import { formatPerson } from '../texts/people.ts'
import { type Asked, defineDialog, type Step } from './engine/dialog.ts'
import { chooseUnit, ruledUnit, ruledUnits } from './units/choose-unit.ts'

const answers = z.object({
  fromId: z.string().optional(),
  unitId: z.string().optional(),
  /** Both are led by somebody: it is asked who leads on. */
  asksHead: z.boolean().default(false),
  headId: z.string().nullable().default(null),
})
type Answers = z.infer<typeof answers>

const openUnits = async (turn: Turn): Promise<Unit[]> => {
  const gone = new Set(await turn.store.unitMergers.gone())
  return (await ruledUnits(turn)).filter(({ id, parentId }) => parentId !== null && !gone.has(id))
}

async function headsOf({ store }: Turn, unitIds: string[]): Promise<Member[]> {
  const people = await store.people.ofUnits(unitIds)
  return people.filter(({ memberships }) =>
    memberships.some(({ unitId, role }) => role === 'head' && unitIds.includes(unitId)),
  )
}

const whichFrom = chooseUnit<Answers>(() => ['office.merge.from'], openUnits)
const from: Step<Answers> = {
  ...whichFrom,
  async read(input, asked) {
    const read = await whichFrom.read(input, asked)
    if (!read.ok) return read
    const { unitId, ...rest } = read.answers
    return { ok: true, answers: { ...rest, fromId: unitId } }
  },
}

/** Not into itself or what stands below it. */
const targets =
  (fromId = '') =>
  async (turn: Turn): Promise<Unit[]> => {
    const below = subtreeOf(await turn.store.units.all(), fromId)
    return (await openUnits(turn)).filter(({ id }) => !below.has(id))
  }
const whichInto = ({ fromId }: Answers) => chooseUnit<Answers>(() => ['office.merge.into'], targets(fromId))
const into: Step<Answers> = {
  ask: (asked) => whichInto(asked.answers).ask(asked),
  choices: (asked) => whichInto(asked.answers).choices?.(asked) ?? [],
  async read(input, asked) {
    const read = await whichInto(asked.answers).read(input, asked)
    if (!read.ok) return read
    const { fromId = '', unitId = '' } = read.answers
    const asksHead = (await headsOf(asked.turn, [fromId, unitId])).length > 1
    return { ok: true, answers: { ...read.answers, asksHead } }
  },
}

const head: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.merge.head')),
  choices: async ({ turn, answers: { fromId = '', unitId = '' } }) =>
    (await headsOf(turn, [fromId, unitId])).map((one) => ({ value: one.id, label: formatPerson(turn.texts, one) })),
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, headId: input.value } }
      : { ok: false, message: message(turn.texts.t('office.handover.pickPerson')) },
}

async function namesOf({ store }: Turn, { fromId = '', unitId = '' }: Answers) {
  return { from: (await store.units.byId(fromId))?.name ?? '', into: (await store.units.byId(unitId))?.name ?? '' }
}

const sure: Step<Answers> = {
  ask: async ({ turn, answers: given }) => message(turn.texts.t('office.merge.sure', await namesOf(turn, given))),
  choices: ({ turn }) => [{ value: 'yes', label: turn.texts.t('office.merge.button') }],
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: given }
      : { ok: false, message: message(turn.texts.t('office.merge.answer')) },
}

async function merge({ turn, answers: given }: Asked<Answers>): Promise<'done'> {
  const { store, person, now, today } = turn
  const { fromId = '', unitId: intoId = '', headId } = given
  if (!person || !(await ruledUnit(turn, fromId)) || !(await ruledUnit(turn, intoId))) return 'done'
  if (!(await targets(fromId)(turn)).some(({ id }) => id === intoId)) {
    turn.say('people.units.gone')
    return 'done'
  }
  await store.unitMergers.merge({ fromId, intoId, headId, onDay: today, by: person.id, at: now })
  const detail = { intoId, headId }
  await store.audit.write({ at: now, by: person.id, action: 'unit.merged', subject: fromId, detail })
  turn.say('office.merge.done', await namesOf(turn, given))
  return 'done'
}

/** One unit goes into another: its people, deadlines and the units below pass; what was sent keeps its name. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'from' }),
  next: ({ asksHead }, { step }) => {
    if (step === 'from') return { step: 'into' }
    if (step === 'into') return { step: asksHead ? 'head' : 'sure' }
    return step === 'head' ? { step: 'sure' } : null
  },
  steps: { from, into, head, sure },
  finish: merge,
})
