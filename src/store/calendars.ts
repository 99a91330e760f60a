import { createHash, randomBytes } from 'node:crypto'
import { calendarEntry } from '../domain/calendar-entry.ts'
import type { KnownEntry } from '../domain/calendar-history.ts'
import type { Day, Instant } from '../domain/day.ts'
import type { Db } from './db.ts'

/** Whose calendar: a person's own, or as somebody who oversees it that of a unit and those below it. */
export type CalendarOf = { personId: string; unitId: string | null }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
/** A unit's calendar is the same for all who may see it. */
const keyOf = ({ personId, unitId }: CalendarOf) => (unitId === null ? `person ${personId}` : `unit ${unitId}`)

/** Addresses of calendars, and what each calendar has been given. */
export function createCalendars(db: Db) {
  const standing = ({ personId, unitId }: CalendarOf) => {
    const mine = db.selectFrom('calendar_address').where('person_id', '=', personId).where('ended_at', 'is', null)
    return unitId === null ? mine.where('unit_id', 'is', null) : mine.where('unit_id', '=', unitId)
  }
  const end = async (whose: CalendarOf, at: Instant): Promise<boolean> => {
    const open = await standing(whose).select('secret_hash').execute()
    const hashes = open.map(({ secret_hash }) => secret_hash)
    if (hashes.length === 0) return false
    await db.updateTable('calendar_address').set({ ended_at: at }).where('secret_hash', 'in', hashes).execute()
    return true
  }
  return {
    /** A new secret (256 random bits), in clear for the only time; the earlier one ends. */
    async renew(whose: CalendarOf, at: Instant): Promise<string> {
      await end(whose, at)
      const secret = randomBytes(32).toString('base64url')
      const of = { person_id: whose.personId, unit_id: whose.unitId }
      const row = { secret_hash: hashOf(secret), ...of, made_at: at, ended_at: null }
      await db.insertInto('calendar_address').values(row).execute()
      return secret
    },
    /** Since when there is an address in use; null where there is none. */
    async since(whose: CalendarOf): Promise<Instant | null> {
      const row = await standing(whose).select('made_at').executeTakeFirst()
      return row ? Number(row.made_at) : null
    },
    /** No address any more; false where there was none. */
    end,
    /** Whose calendar a secret opens, and whether it still does. */
    async find(secret: string): Promise<(CalendarOf & { ended: boolean }) | null> {
      const row = await db
        .selectFrom('calendar_address')
        .selectAll()
        .where('secret_hash', '=', hashOf(secret))
        .executeTakeFirst()
      return row ? { personId: row.person_id, unitId: row.unit_id, ended: row.ended_at !== null } : null
    },
    /** What a calendar has been given of days since one. */
    async known(whose: CalendarOf, since: Day): Promise<KnownEntry[]> {
      const rows = await db
        .selectFrom('calendar_entry')
        .selectAll()
        .where('calendar', '=', keyOf(whose))
        .where('day', '>=', since)
        .execute()
      return rows.map(({ body, sequence, modified_at, cancelled }) => ({
        entry: calendarEntry.parse(JSON.parse(body)),
        ...{ sequence, modifiedAt: Number(modified_at), cancelled: cancelled === 1 },
      }))
    },
    async keep(whose: CalendarOf, changed: KnownEntry[]): Promise<void> {
      for (const { entry, sequence, modifiedAt, cancelled } of changed) {
        const set = { day: entry.day, sequence, modified_at: modifiedAt, body: JSON.stringify(entry) }
        const all = { ...set, cancelled: cancelled ? (1 as const) : (0 as const) }
        await db
          .insertInto('calendar_entry')
          .values({ calendar: keyOf(whose), uid: entry.uid, ...all })
          .onConflict((conflict) => conflict.columns(['calendar', 'uid']).doUpdateSet(all))
          .execute()
      }
    },
    /** Forgets what calendars were given of days before one. */
    async sweep(before: Day): Promise<void> {
      await db.deleteFrom('calendar_entry').where('day', '<', before).execute()
    },
  }
}
