import { z } from 'zod'
import { message } from '../chat/message.ts'
import { absenceReasons } from '../domain/absence.ts'
import { readTypedAbsence } from '../domain/typed-absence.ts'
import { formatPerson } from '../texts/people.ts'
import { noteAbsence } from './absence/note.ts'
import { formatDays, mayBeNoted, mayStandIn, overlapping } from './absence/whose.ts'
import { type Asked, type Choice, defineDialog, type Read, type Step } from './engine/dialog.ts'
import { choosePerson } from './people/choose-person.ts'

const answers = z.object({
  personId: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  reason: z.enum(absenceReasons.map(({ reason }) => reason)).optional(),
  /** Null: nobody. */
  standInId: z.string().nullish(),
})
export type Answers = z.infer<typeof answers>
type Ask = Asked<Answers>

const nobody = 'nobody'

const who: Step<Answers> = choosePerson<Answers>({
  ask: () => ['office.absence.who'],
  from: ({ turn }) => mayBeNoted(turn),
  take: (given, personId) => ({ ...given, personId }),
})

async function readDays(text: string, { turn, answers: given }: Ask): Promise<Read<Answers>> {
  const { texts, today } = turn
  const read = readTypedAbsence(text, today)
  const wrong = (words: string): Read<Answers> => ({ ok: false, message: message(words) })
  if (!read.ok) return wrong(texts.t(`office.absence.wrong.${read.reason}`, { typed: text.slice(0, 60) }))
  const { from, to } = read
  const other = await overlapping(turn, given.personId ?? '', { from, to })
  if (other) return wrong(texts.t('office.absence.overlaps', { days: formatDays(texts, other) }))
  return { ok: true, answers: { ...given, from, to } }
}

const days: Step<Answers> = {
  plainNumbers: true,
  ask: ({ turn }) => message(turn.texts.t('office.absence.askDays')),
  read: (input, asked) => readDays(input.kind === 'text' ? input.text : '', asked),
}

const reason: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.absence.askReason')),
  choices: ({ turn: { texts } }): Choice[] =>
    absenceReasons.map(({ reason: value }) => ({ value, label: texts.t(`office.absence.reason.${value}`) })),
  read(input, { turn, answers: given }) {
    const picked = absenceReasons.find((one) => input.kind === 'choice' && one.reason === input.value)
    return picked
      ? { ok: true, answers: { ...given, reason: picked.reason } }
      : { ok: false, message: message(turn.texts.t('office.absence.pickReason')) }
  },
}

const standIns = ({ turn, answers: { personId = '', from = '', to = '' } }: Ask) =>
  mayStandIn(turn, personId, { from, to })

const standIn: Step<Answers> = {
  ask: ({ turn }) => message(turn.texts.t('office.absence.askStandIn')),
  async choices(asked) {
    const { texts } = asked.turn
    const people = (await standIns(asked)).map((one) => ({ value: one.id, label: formatPerson(texts, one) }))
    return [...people, { value: nobody, label: texts.t('office.absence.nobody') }]
  },
  read: (input, { turn, answers: given }) =>
    input.kind === 'choice'
      ? { ok: true, answers: { ...given, standInId: input.value === nobody ? null : input.value } }
      : { ok: false, message: message(turn.texts.t('office.absence.pickStandIn')) },
}

/** Noting that somebody is away from one day to another, with whom standing in. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 7,
  first: ({ personId }) => ({ step: personId ? 'days' : 'who' }),
  next: (_given, { step }) =>
    step === 'who'
      ? { step: 'days' }
      : step === 'days'
        ? { step: 'reason' }
        : step === 'reason'
          ? { step: 'standIn' }
          : null,
  steps: { who, days, reason, standIn },
  finish: noteAbsence,
})
