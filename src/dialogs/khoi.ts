import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { fold } from '../domain/fold.ts'
import { readTypedAbsence } from '../domain/typed-absence.ts'
import type { Unit } from '../domain/unit.ts'
import { formatDays } from './absence/whose.ts'
import { type Asked, type Choice, defineDialog, type Step } from './engine/dialog.ts'
import { lineStep } from './joining/line-step.ts'
import { ruledUnits } from './units/choose-unit.ts'

const answers = z.object({
  /** A group there is, for its next term. */
  groupId: z.string().optional(),
  name: z.string().optional(),
  unitIds: z.array(z.string()).default([]),
  leadingId: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
})
type Answers = z.infer<typeof answers>

const done = 'done'
const fewest = 2

const openUnits = async (turn: Turn): Promise<Unit[]> => {
  const gone = new Set(await turn.store.unitMergers.gone())
  return (await ruledUnits(turn)).filter(({ id, parentId }) => parentId !== null && !gone.has(id))
}

const members: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.group.members')),
  async choices({ turn, answers: { unitIds } }): Promise<Choice[]> {
    const { texts } = turn
    const units = (await openUnits(turn)).map(({ id, name }) => ({
      value: id,
      label: unitIds.includes(id) ? texts.t('office.group.ticked', { name }) : name,
    }))
    const isEnough = unitIds.length >= fewest
    return [...units, ...(isEnough ? [{ value: done, label: texts.t('register.continue'), stays: true }] : [])]
  },
  async read(input, { turn, answers: given }) {
    if (input.kind === 'choice' && input.value === done) return { ok: true, answers: given }
    const typed = input.kind === 'text' ? fold(input.text) : ''
    const all = await openUnits(turn)
    const named = all.find(({ name }) => typed !== '' && fold(name) === typed)?.id
    const picked = input.kind === 'choice' ? input.value : named
    if (!picked) return { ok: false, message: message(turn.texts.t('office.group.pick')) }
    const others = given.unitIds.filter((id) => id !== picked)
    const unitIds = others.length < given.unitIds.length ? others : [...others, picked]
    return { ok: true, stay: true, answers: { ...given, unitIds } }
  },
}

const leading: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.group.leading')),
  choices: async ({ turn, answers: { unitIds } }) =>
    (await turn.store.units.all())
      .filter(({ id }) => unitIds.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, leadingId: input.value } }
      : { ok: false, message: message(turn.texts.t('office.group.pick')) },
}

const term: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('office.group.term')),
  read(input, { turn, answers: given }) {
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedAbsence(typed, turn.today)
    return read.ok
      ? { ok: true, answers: { ...given, from: read.from, to: read.to } }
      : { ok: false, message: message(turn.texts.t('office.group.wrongTerm', { typed: typed.slice(0, 60) })) }
  },
}

async function write({ turn, answers: given }: Asked<Answers>): Promise<'done'> {
  const { store, person, now, texts } = turn
  const { groupId, name = '', unitIds, leadingId = '', from = '', to = '' } = given
  const ruled = new Set((await openUnits(turn)).map(({ id }) => id))
  if (!unitIds.every((id) => ruled.has(id)) || !unitIds.includes(leadingId)) {
    turn.say('people.units.gone')
    return 'done'
  }
  const id = groupId ?? (await store.unitGroups.add({ name, leadingId, from, to, unitIds }))
  if (groupId) await store.unitGroups.renew(groupId, { leadingId, from, to })
  const detail = { name, leadingId, from, to, unitIds }
  await store.audit.write({
    at: now,
    by: person?.id ?? null,
    action: 'unit_group.term',
    subject: `unit_group:${id}`,
    detail,
  })
  const lead = (await store.units.byId(leadingId))?.name ?? ''
  turn.say('office.group.saved', { name, lead, count: unitIds.length, days: formatDays(texts, { from, to }) })
  return 'done'
}

const order = ['name', 'members', 'leading', 'term']

/** A khối or cụm: its members, who leads it, for which term. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: ({ groupId }) => ({ step: groupId ? 'leading' : 'name' }),
  next: (_given, { step }) => {
    const next = order[order.indexOf(step) + 1]
    return next ? { step: next } : null
  },
  steps: { name: lineStep<Answers>('name', { ask: () => ['office.group.name'] }), members, leading, term },
  finish: write,
})
