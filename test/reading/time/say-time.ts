import type { TimeContext, TimeReading } from '../../../src/reading/time/time-reading.ts'

/** The fixed point that the tables are read from: a plan issued on Monday 10 March 2025, no period, no rules. */
export const plan: TimeContext = { issuedOn: '2025-03-10', period: { start: null, end: null }, yearly: false }
/** A regulation: a day without a year comes round. */
export const rules: TimeContext = { ...plan, yearly: true }

function sayRound({ recurrence }: TimeReading): string | null {
  if (!recurrence) return null
  const { every, month, day, weekday, fromMonth, fromDay, of, latest } = recurrence
  const from = fromMonth || fromDay ? `from ${fromDay ?? '-'}/${fromMonth ?? '-'}` : null
  const at = month || day ? `${day ?? '-'}/${month ?? '-'}` : null
  const late = latest ? `latest ${latest.day ?? '-'}/${latest.month ?? '-'}` : null
  return ['each', every, from, at, weekday ? `weekday ${weekday}` : null, of, late].filter(Boolean).join(' ')
}

/** A reading in one line, for tables: "before 2024-04-10 last 2024-04-09", "during 2025-10-01 … 2025-10-31 (month)". */
export function sayTime(reading: TimeReading): string {
  const { relation, from, on, lastDay, time, precision, offset, openEnded, exceptional, doubts, event } = reading
  const days = offset ? `${offset.days}${offset.working ? ' working' : ''} days from ${offset.from}` : null
  const span = from ? `${from} … ${on ?? ''}`.trim() : on
  const parts = [
    exceptional ? 'special' : null,
    relation,
    time,
    sayRound(reading) ?? days ?? span,
    lastDay && lastDay !== on ? `last ${lastDay}` : null,
    precision === 'day' || precision === 'none' || offset ? null : `(${precision})`,
    openEnded ? 'open' : null,
    event && !offset ? `[${event}]` : null,
    doubts.length ? `? ${doubts.join(' ')}` : null,
  ]
  return parts.filter(Boolean).join(' ')
}
