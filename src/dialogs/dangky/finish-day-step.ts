import { addDays, addMonths, type Day, lastDayOfMonth, monthOf, yearOf } from '../../domain/day.ts'
import type { Period } from '../../domain/plan.ts'
import { readTypedDay, type TypedDay } from '../../domain/typed-day.ts'
import { formatClause } from '../../texts/clauses.ts'
import { formatDay, formatFull, formatShort } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Read, Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, aboutItem, campaignOf, headed, periodOf, refused, took, withItem } from './ask.ts'

/** Examples that work here: the middle and the end of the month before the last one of the period. */
function examples(texts: Texts, period: Period | null, today: Day): { day: string; words: string } {
  const inMonth = addMonths(period?.end ?? addMonths(today, 3), -1)
  const [year, month] = [yearOf(inMonth), monthOf(inMonth)]
  const middle = addDays(lastDayOfMonth(year, month), 15 - Number(lastDayOfMonth(year, month).slice(8)))
  const fits = middle >= today && middle >= (period?.start ?? middle)
  return fits
    ? { day: formatFull(middle), words: texts.t('register.finishDay.endOfMonth', { month }) }
    : { day: formatFull(period?.end ?? today), words: formatShort(period?.end ?? today) }
}

/** "trong thời gian thi đua: thứ Sáu 15/03/2024 đến thứ Ba 15/10/2024 (khoản 3 Mục II)"; empty where the plan names none. */
function limits(texts: Texts, period: Period | null): string {
  if (!period || (!period.start && !period.end)) return ''
  const values = {
    start: period.start && formatDay(texts, period.start),
    end: period.end && formatDay(texts, period.end),
    clause: formatClause(texts, period.section),
  }
  if (period.start && period.end) return texts.t('register.finishDay.between', values)
  return texts.t(period.start ? 'register.finishDay.from' : 'register.finishDay.until', values)
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

function explain(typed: string, read: TypedDay & { ok: false }, texts: Texts): string {
  const { reason, understood } = read
  if (reason === 'unreadable' || !understood) return texts.t('register.finishDay.unreadable', { typed })
  const { year, ...parts } = understood
  const month = texts.t(year === null ? 'register.finishDay.month' : 'register.finishDay.monthOfYear', {
    month: twoDigits(parts.month),
    year,
  })
  const day = texts.t('register.finishDay.understood', { typed, day: parts.day, month })
  return `${day}; ${texts.t(`register.finishDay.${reason}`, { month })}.`
}

async function readDay(typed: string, ask: Ask): Promise<Read<Answers>> {
  const { turn } = ask
  const period = periodOf(await campaignOf(ask))
  const within = { start: period?.start ?? null, end: period?.end ?? null }
  // Once the period is over there are no coming days to choose from.
  const future = within.end === null || turn.today <= within.end
  const read = readTypedDay(typed, { today: turn.today, within, future })
  if (read.ok) return took(withItem(ask, { finishDay: read.day }))
  const limit = limits(turn.texts, period)
  return refused(turn, 'register.finishDay.wrong', {
    explained: explain(typed.replace(/\s+/g, ' ').trim().slice(0, 60), read, turn.texts),
    ...examples(turn.texts, period, turn.today),
    limits: limit && `\n${turn.texts.t('register.finishDay.must', { limits: limit })}`,
  })
}

export const finishDayStep: Step<Answers> = {
  async ask(ask) {
    const { texts, today } = ask.turn
    const period = periodOf(await campaignOf(ask))
    const limit = limits(texts, period)
    const question = texts.t('register.finishDay.ask', {
      about: aboutItem(texts, ask),
      ...examples(texts, period, today),
    })
    return headed(ask, [question, limit && texts.t('register.finishDay.allowed', { limits: limit })])
  },
  async choices(ask) {
    const end = periodOf(await campaignOf(ask))?.end
    const offered = end && end >= ask.turn.today
    return offered ? [{ value: end, label: ask.turn.texts.t('register.finishDay.end', { day: formatShort(end) }) }] : []
  },
  plainNumbers: true,
  optional: ({ answers }) => answers.wanted?.finishDay !== true,
  read(input, ask) {
    if (input.kind === 'skip') return took(withItem(ask, { finishDay: null }))
    if (input.kind === 'choice') return took(withItem(ask, { finishDay: input.value }))
    return readDay(input.kind === 'text' ? input.text : '', ask)
  },
}
