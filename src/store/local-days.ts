import { covers, uncountedReasons } from '../domain/absence.ts'
import type { Day } from '../domain/day.ts'
import { extendedRevision } from '../domain/extension.ts'
import type { Obligation } from '../domain/obligation.ts'
import type { Db } from './db.ts'
import type { ExtensionRow } from './rows/extensions.ts'

const place = ({ lastDay }: Obligation) => lastDay ?? '9999'

/**
 * The same obligations with what is true of one unit or person only: a leader's spoken extension moves the last day of
 * that unit, the unit's own day stands beside it, and who is away for long on the last day is marked.
 */
export async function withLocalDays(db: Db, obligations: Obligation[]): Promise<Obligation[]> {
  const localOf = obligations.length > 0 ? await readLocalDays(db) : null
  if (!localOf) return obligations
  const local = obligations.map((one): Obligation => {
    const { lastDay, revision, extension, internalDay, isAway } = localOf(one)
    return {
      ...one,
      lastDay,
      revision,
      ...(extension && {
        deadline: { ...one.deadline, lastDay },
        extension: { agreedBy: extension.agreed_by, agreedOn: extension.agreed_on, via: extension.via },
      }),
      ...(internalDay !== undefined && { internalDay }),
      ...(isAway && { away: true }),
    }
  })
  return local.some(({ extension }) => extension)
    ? local.sort((one, other) => place(one).localeCompare(place(other)))
    : local
}

type Bound = Pick<Obligation, 'deadlineId' | 'unitId' | 'personId' | 'round' | 'lastDay' | 'revision'>
type Local = {
  lastDay: Day | null
  revision: number
  extension: ExtensionRow | undefined
  internalDay: Day | undefined
  isAway: boolean
}

/** Says what is true of one unit or person only; null where nothing is of any. */
export async function readLocalDays(db: Db): Promise<((one: Bound) => Local) | null> {
  const extensions = await db.selectFrom('extension').selectAll().orderBy('revision').execute()
  const internals = await db.selectFrom('internal_deadline').selectAll().execute()
  const absences = await db.selectFrom('absence').selectAll().where('reason', 'in', uncountedReasons).execute()
  if (extensions.length + internals.length + absences.length === 0) return null
  const keyOf = (row: { deadline_id: string; unit_id: string }) => `${row.deadline_id} ${row.unit_id}`
  const extended = new Map(extensions.map((row) => [keyOf(row), row]))
  const internal = new Map(internals.map((row) => [keyOf(row), row]))
  const away = Map.groupBy(absences, ({ person_id }) => person_id)

  return ({ deadlineId, unitId, personId, round, ...own }) => {
    const key = `${deadlineId} ${unitId}`
    const extension = round === null ? extended.get(key) : undefined
    const lastDay = extension?.last_day ?? own.lastDay
    const days = away.get(personId ?? '') ?? []
    return {
      ...{ lastDay, extension, internalDay: internal.get(key)?.day },
      revision: own.revision + (extension ? extendedRevision * extension.revision : 0),
      isAway: days.some(({ from_day: from, to_day: to }) => lastDay !== null && covers({ from, to }, lastDay)),
    }
  }
}
