import type { Instant } from '../domain/day.ts'
import type { PaperArrival } from '../domain/paper-arrival.ts'
import type { RegistrationAction, RegistrationState } from '../domain/registration.ts'
import { arrivalColumns, noArrival } from './arrival-columns.ts'
import { createAudit } from './audit.ts'
import type { Db } from './db.ts'
import type { SentPaper } from './paper-row.ts'

/** The tables of papers that are sent, approved and taken in. */
export type PaperTable = 'registration' | 'report'

/** Who does something, and when: for the audit row that every change writes. `operator`: who sat at a shared account. */
export type Deed = { by: string; at: Instant; operator?: string | null }

/** A decision about a paper as it was seen: where it is another by now, nothing happens. */
export type Seen = Deed & { id: string; seen: { state: RegistrationState; version: number } }

export type Move = Seen & {
  action: Exclude<RegistrationAction, 'revise'>
  to: RegistrationState
  reason?: string
  paper?: SentPaper['paper']
}

const undecided = { decided_by: null, decided_at: null, received_by: null, received_at: null, return_reason: null }

/** What changes papers of either table: each in the caller's transaction, each with its audit row. */
export function createPaperChanges(db: Db, table: PaperTable) {
  const audit = createAudit(db)
  const write = ({ by, at, operator }: Deed, action: string, id: string, detail: Record<string, unknown>) =>
    audit.write({
      ...{ at, by, action: `${table}.${action}`, subject: `${table}:${id}` },
      detail: operator ? { ...detail, operator } : detail,
    })
  return {
    write,
    /** Moves a paper on; false where it was moved since it was seen (two people at once: the second gets false). */
    async move(change: Move): Promise<boolean> {
      const { id, seen, action, to, by, at, reason = null, paper } = change
      const moved = await db
        .updateTable(table)
        .set({ state: to, return_reason: action === 'return' ? reason : null, ...(paper && { paper }) })
        .$if(action === 'receive', (query) => query.set({ received_by: by, received_at: at }))
        .$if(action === 'approve' || action === 'return', (query) => query.set({ decided_by: by, decided_at: at }))
        .where('id', '=', id)
        .where('state', '=', seen.state)
        .where('version', '=', seen.version)
        .returning('id')
        .executeTakeFirst()
      if (!moved) return false
      await write(change, action, id, { from: seen.state, to, version: seen.version, reason, ...(paper && { paper }) })
      return true
    },
    /** Puts another body in place of the one seen: waiting again, its signed paper to be brought anew; `late`: after the last day. */
    async renew(change: Seen & { body: unknown; late?: { reason: string } }): Promise<number> {
      const { id, seen, body, late } = change
      const version = seen.version + 1
      await db
        .updateTable(table)
        .set({ ...undecided, ...noArrival, state: 'waiting', version, body: JSON.stringify(body), paper: 'none' })
        .$if(late !== undefined, (query) => query.set({ late: 1, late_reason: late?.reason ?? null }))
        .where('id', '=', id)
        .execute()
      await write(change, 'revise', id, {
        from: seen.state,
        to: 'waiting',
        version,
        ...(late && { late: late.reason }),
      })
      return version
    },
    /** The signed paper beside the state: reported sent, or received; with how it came, where that is known. */
    async setPaper(noted: Deed & { id: string; paper: SentPaper['paper']; arrival?: PaperArrival }): Promise<void> {
      const { id, paper, arrival } = noted
      await db
        .updateTable(table)
        .set({ paper, ...(arrival && arrivalColumns(arrival)) })
        .where('id', '=', id)
        .execute()
      await write(noted, 'paper', id, { paper, ...(arrival && { arrival }) })
    },
  }
}
