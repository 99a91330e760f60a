import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { type Calendar, workdayAfter } from '../../domain/calendar.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { readTypedDay } from '../../domain/typed-day.ts'
import { formatDayShort } from '../../texts/days.ts'
import type { Asked, Step } from '../engine/dialog.ts'

/** The working day so many working days after a day. */
export function workdaysAfter(calendar: Calendar, day: Day, count: number): Day {
  let found = day
  for (let step = 0; step < count; step += 1) found = workdayAfter(calendar, found)
  return found
}

type Options<Answers> = {
  /** The sentence of the question. */
  ask: (asked: Asked<Answers>) => string
  choices: (asked: Asked<Answers>) => Day[] | Promise<Day[]>
  /** From which day to which, seen from today. */
  within: (today: Day) => { start: Day; end: Day }
}

/** Asks for a day; skipped, it is left to who signs. */
export const dayStep = <Answers>(
  field: keyof Answers & string,
  { ask, choices, within }: Options<Answers>,
): Step<Answers> => ({
  optional: true,
  plainNumbers: true,
  ask: (asked) => message(ask(asked)),
  choices: async (asked) =>
    [...new Set(await choices(asked))].map((day) => ({ value: day, label: formatDayShort(asked.turn.texts, day) })),
  read(input, { turn, answers }) {
    if (input.kind === 'skip') return { ok: true, answers: { ...answers, [field]: null } }
    if (input.kind === 'choice') return { ok: true, answers: { ...answers, [field]: input.value } }
    const typed = input.kind === 'text' ? input.text : ''
    const read = readTypedDay(typed, { today: turn.today, within: within(turn.today) })
    if (read.ok) return { ok: true, answers: { ...answers, [field]: read.day } }
    return { ok: false, message: message(wrongDay(turn, typed)) }
  },
})

const wrongDay = ({ texts, today }: Turn, typed: string): string =>
  texts.t('letters.wrongDay', { typed: typed.slice(0, 60), example: formatDayShort(texts, addDays(today, 7)) })

/** Days still to come, up to half a year ahead. */
export const ahead = (today: Day) => ({ start: today, end: addDays(today, 180) })
