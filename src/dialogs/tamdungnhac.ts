import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Turn } from '../chat/turn.ts'
import { type PlacePause, placePauses, placePausesKey } from '../domain/place-pause.ts'
import { readTypedDay } from '../domain/typed-day.ts'
import { formatDay } from '../texts/days.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { chooseUnit, ruledUnit } from './units/choose-unit.ts'

const answers = z.object({ unitId: z.string().optional(), until: z.string().nullish() })
type Answers = z.infer<typeof answers>

const resume = 'resume'

/** The places that are quiet today. */
const quietPlaces = async ({ store, today }: Turn): Promise<PlacePause[]> =>
  ((await store.settings.get(placePausesKey, placePauses)) ?? []).filter(({ until }) => until >= today)

const until: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('office.pause.until')),
  async choices({ turn, answers: { unitId } }) {
    const isQuiet = (await quietPlaces(turn)).some((one) => one.unitId === unitId)
    return isQuiet ? [{ value: resume, label: turn.texts.t('office.pause.resume') }] : []
  },
  read(input, { turn, answers: given }) {
    if (input.kind === 'choice') return { ok: true, answers: { ...given, until: null } }
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedDay(typed, { today: turn.today, within: { start: turn.today, end: null } })
    return read.ok
      ? { ok: true, answers: { ...given, until: read.day } }
      : { ok: false, message: message(turn.texts.t('office.pause.wrong', { typed: typed.slice(0, 60) })) }
  },
}

/** Pausing reminders for a place (storm, mourning) up to a day, or taking them up again. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 1,
  first: () => ({ step: 'unit' }),
  next: (_given, { step }) => (step === 'unit' ? { step: 'until' } : null),
  steps: { unit: chooseUnit<Answers>(() => ['office.pause.unit']), until },
  async finish({ turn, answers: { unitId, until: day } }) {
    const { store, person, now, texts } = turn
    const unit = await ruledUnit(turn, unitId)
    if (!unit) return 'done'
    const others = (await quietPlaces(turn)).filter((one) => one.unitId !== unit.id)
    await store.settings.set(placePausesKey, [...others, ...(day ? [{ unitId: unit.id, until: day }] : [])])
    const detail = { until: day ?? null }
    const by = person?.id ?? null
    await store.audit.write({ at: now, by, action: 'reminders.paused', subject: `unit:${unit.id}`, detail })
    if (day) turn.say('office.pause.paused', { unit: unit.name, day: formatDay(texts, day) })
    else turn.say('office.pause.resumed', { unit: unit.name })
    return 'done'
  },
})
