import { covers, uncountedReasons } from '../domain/absence.ts'
import { extendedRevision } from '../domain/extension.ts'
import type { Obligation } from '../domain/obligation.ts'
import type { Db } from './db.ts'

const place = ({ lastDay }: Obligation) => lastDay ?? '9999'

/**
 * The same obligations with what is true of one unit or person only: a leader's spoken extension moves the last day of
 * that unit, the unit's own day stands beside it, and who is away for long on the last day is marked.
 */
export async function withLocalDays(db: Db, obligations: Obligation[]): Promise<Obligation[]> {
  if (obligations.length === 0) return []
  const extensions = await db.selectFrom('extension').selectAll().orderBy('revision').execute()
  const internals = await db.selectFrom('internal_deadline').selectAll().execute()
  const absences = await db.selectFrom('absence').selectAll().where('reason', 'in', uncountedReasons).execute()
  if (extensions.length + internals.length + absences.length === 0) return obligations
  const keyOf = (row: { deadline_id: string; unit_id: string }) => `${row.deadline_id} ${row.unit_id}`
  const extended = new Map(extensions.map((row) => [keyOf(row), row]))
  const internal = new Map(internals.map((row) => [keyOf(row), row]))
  const away = Map.groupBy(absences, ({ person_id }) => person_id)

  const localOf = (one: Obligation): Obligation => {
    const key = `${one.deadlineId} ${one.unitId}`
    const extension = one.round === null ? extended.get(key) : undefined
    const day = internal.get(key)?.day
    const lastDay = extension?.last_day ?? one.lastDay
    const isAway = (away.get(one.personId ?? '') ?? []).some(
      ({ from_day: from, to_day: to }) => lastDay !== null && covers({ from, to }, lastDay),
    )
    return {
      ...one,
      lastDay,
      ...(extension && {
        deadline: { ...one.deadline, lastDay },
        revision: one.revision + extendedRevision * extension.revision,
        extension: { agreedBy: extension.agreed_by, agreedOn: extension.agreed_on, via: extension.via },
      }),
      ...(day !== undefined && { internalDay: day }),
      ...(isAway && { away: true }),
    }
  }
  const local = obligations.map(localOf)
  return extended.size === 0 ? local : local.sort((one, other) => place(one).localeCompare(place(other)))
}
