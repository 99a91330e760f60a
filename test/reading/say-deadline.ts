import type { Deadline } from '../../src/domain/plan.ts'

function sayRound({ recurrence }: Deadline): string | null {
  if (!recurrence) return null
  const { every, month, day, weekday, fromMonth, fromDay, of, latest } = recurrence
  const from = fromMonth || fromDay ? `from ${fromDay ?? '-'}/${fromMonth ?? '-'}` : null
  const at = month || day ? `${day ?? '-'}/${month ?? '-'}` : null
  const late = latest ? `latest ${latest.day ?? '-'}/${latest.month ?? '-'}` : null
  return ['each', every, from, at, weekday ? `weekday ${weekday}` : null, of, late].filter(Boolean).join(' ')
}

const sayOffset = ({ offset }: Deadline): string | null =>
  offset && `${offset.days}${offset.working ? ' working' : ''} days from ${offset.from}`

/** What a deadline says in one line: kind, when, what is unsure, its clause, who and to whom. */
export function sayDeadline(one: Deadline): string {
  const span = one.from ? `${one.from} … ${one.on ?? ''}`.trim() : one.on
  const when = [
    one.relation,
    one.time,
    sayRound(one) ?? span,
    one.lastDay && one.lastDay !== one.on ? `last ${one.lastDay}` : null,
    ['day', 'none', 'event'].includes(one.precision) ? null : `(${one.precision})`,
    sayOffset(one),
    one.reference ? `as in ${one.reference.number}` : null,
  ]
  const states = [one.exceptional && 'special', one.expired && 'expired', one.cancelled && 'cancelled']
  const doubt = one.reason ? `? ${one.reason}` : null
  const said = [one.kind, ...when, ...states, doubt, `[${one.section}]`].filter(Boolean).join(' ')
  return `${said} ${one.actor ?? '-'} → ${one.recipient ?? '-'}`
}

/** Does a deadline name any time at all? */
export const namesTime = ({ on, from, recurrence, offset, reference, precision }: Deadline): boolean =>
  Boolean(on ?? from ?? recurrence ?? offset ?? reference) || precision === 'event'
