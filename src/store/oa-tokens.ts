import type { Instant } from '../domain/day.ts'
import type { Db } from './db.ts'
import type { OaTokenRow } from './rows/oa-tokens.ts'

type Pair = { refreshToken: string; accessToken: string; accessUntil: Instant }

const instant = (value: Instant | null) => (value === null ? null : Number(value))
const numbered = (row: OaTokenRow): OaTokenRow => ({
  ...row,
  access_until: instant(row.access_until),
  tried_at: instant(row.tried_at),
  refused_at: instant(row.refused_at),
  lease_until: instant(row.lease_until),
})
const unleased = { lease_by: null, lease_until: null }

/** The tokens of an Official Account. Each change is one statement: it stays whole, or not at all. */
export function createOaTokens(db: Db) {
  const changed = async (query: { executeTakeFirst(): Promise<{ numUpdatedRows: bigint } | undefined> }) =>
    Number((await query.executeTakeFirst())?.numUpdatedRows ?? 0) > 0

  return {
    /** The row of this source as it is kept; begun with the configured token where it is new. */
    async take(source: string, refreshToken: string): Promise<OaTokenRow> {
      const fresh = { access_token: null, access_until: null, tried_at: null, refused_at: null, ...unleased }
      await db
        .insertInto('oa_token')
        .values({ source, refresh_token: refreshToken, ...fresh })
        .onConflict((conflict) => conflict.column('source').doNothing())
        .execute()
      return numbered(
        await db.selectFrom('oa_token').selectAll().where('source', '=', source).executeTakeFirstOrThrow(),
      )
    },
    /** Lets one process alone refresh until an instant; false: another is at it. Written before the token is sent. */
    lease: (source: string, by: string, { now, until }: { now: Instant; until: Instant }): Promise<boolean> =>
      changed(
        db
          .updateTable('oa_token')
          .set({ lease_by: by, lease_until: until, tried_at: now })
          .where('source', '=', source)
          .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)])),
      ),
    /** Keeps the pair that came for `used`; false: another pair stands there. */
    keep: (source: string, used: string, { refreshToken, accessToken, accessUntil }: Pair): Promise<boolean> =>
      changed(
        db
          .updateTable('oa_token')
          .set({ refresh_token: refreshToken, access_token: accessToken, access_until: accessUntil })
          .set({ tried_at: null, refused_at: null, ...unleased })
          .where('source', '=', source)
          .where('refresh_token', '=', used),
      ),
    /** Ends a lease without a new pair. `triedAt`: when the token was sent and perhaps used up; `refusedAt`: when it was refused. */
    async release(
      source: string,
      by: string,
      { triedAt, refusedAt }: { triedAt: Instant | null; refusedAt: Instant | null },
    ): Promise<void> {
      await db
        .updateTable('oa_token')
        .set({ tried_at: triedAt, refused_at: refusedAt, ...unleased })
        .where('source', '=', source)
        .where('lease_by', '=', by)
        .execute()
    },
  }
}
