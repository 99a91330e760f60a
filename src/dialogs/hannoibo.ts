import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import type { Day } from '../domain/day.ts'
import { usualInternalDay } from '../domain/internal-deadline.ts'
import { holds } from '../domain/rights.ts'
import { readTypedDay } from '../domain/typed-day.ts'
import type { Unit } from '../domain/unit.ts'
import { formatDay, formatDayShort } from '../texts/days.ts'
import { type Choice, defineDialog, type Read, type Step } from './engine/dialog.ts'
import { chooseUnit } from './units/choose-unit.ts'

const answers = z.object({
  deadlineId: z.string(),
  unitId: z.string().optional(),
  /** Null: it shall be dropped. */
  day: z.string().nullish(),
})
type Answers = z.infer<typeof answers>

const drop = 'drop'

/** The units that the member of this turn leads. */
export async function ledUnits({ person, store }: Turn): Promise<Unit[]> {
  const units = await store.units.all()
  return units.filter(({ id }) => person !== null && holds(person, id, 'head'))
}

const lastDayOf = async ({ store }: Turn, { deadlineId, unitId = '' }: Answers): Promise<Day | null> => {
  const bound = await store.obligations.find({ deadlineIds: [deadlineId], unitIds: [unitId] })
  return bound[0]?.lastDay ?? null
}

async function readDay(text: string, turn: Turn, given: Answers): Promise<Read<Answers>> {
  const { texts, today } = turn
  const lastDay = await lastDayOf(turn, given)
  const read = readTypedDay(text, { today, within: { start: today, end: lastDay } })
  if (read.ok) return { ok: true, answers: { ...given, day: read.day } }
  const values = { typed: text.slice(0, 60), last: lastDay ? formatDayShort(texts, lastDay) : '' }
  return { ok: false, message: message(texts.t('office.internal.wrong', values)) }
}

const day: Step<Answers> = {
  plainNumbers: true,
  async ask({ turn, answers: given }) {
    const lastDay = await lastDayOf(turn, given)
    return message(turn.texts.t('office.internal.ask', { last: lastDay ? formatDay(turn.texts, lastDay) : '' }))
  },
  async choices({ turn, answers: given }): Promise<Choice[]> {
    const { texts, calendar, store, today } = turn
    const lastDay = await lastDayOf(turn, given)
    const usual = lastDay && usualInternalDay(calendar, lastDay)
    const set = await store.extensions.internal(given.deadlineId, given.unitId ?? '')
    return [
      ...(usual && usual >= today ? [{ value: usual, label: formatDayShort(texts, usual) }] : []),
      ...(set ? [{ value: drop, label: texts.t('office.internal.drop') }] : []),
    ]
  },
  async read(input, { turn, answers: given }) {
    if (input.kind === 'choice')
      return { ok: true, answers: { ...given, day: input.value === drop ? null : input.value } }
    return readDay(input.kind === 'text' ? input.text : '', turn, given)
  },
}

/** A head sets the day by which the unit wants its own papers, or drops it. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: ({ unitId }) => ({ step: unitId ? 'day' : 'unit' }),
  next: (_given, { step }) => (step === 'unit' ? { step: 'day' } : null),
  steps: { unit: chooseUnit<Answers>(() => ['office.internal.unit'], ledUnits), day },
  async finish({ turn, answers: { deadlineId, unitId = '', day: set } }) {
    const { store, person, now, texts } = turn
    const unit = (await ledUnits(turn)).find(({ id }) => id === unitId)
    if (!person || !unit) {
      turn.say('office.internal.notYours')
      return 'done'
    }
    if (set) await store.extensions.setInternal({ deadlineId, unitId, day: set }, person.id, now)
    else await store.extensions.dropInternal(deadlineId, unitId)
    const detail = { unitId, day: set ?? null }
    await store.audit.write({
      at: now,
      by: person.id,
      action: 'deadline.internal',
      subject: `deadline:${deadlineId}`,
      detail,
    })
    if (set) turn.say('office.internal.set', { unit: unit.name, day: formatDay(texts, set) })
    else turn.say('office.internal.dropped', { unit: unit.name })
    return 'done'
  },
})
