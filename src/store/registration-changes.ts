import type { Instant } from '../domain/day.ts'
import type { RegistrationAction, RegistrationState } from '../domain/registration.ts'
import { type RegistrationBody, subjectKey } from '../domain/registration-body.ts'
import { createAudit } from './audit.ts'
import { type Db, newId } from './db.ts'
import { nextCode } from './registration-codes.ts'
import { createRegistrationContents, type Taken } from './registration-contents.ts'
import { type Registration, toRegistration } from './registration-row.ts'

/** Who does something, and when: for the audit row that every change writes. */
type Deed = { by: string; at: Instant }

export type NewRegistration = Deed & {
  draftId: string
  planId: string
  deadlineId: string | null
  subject: 'unit' | 'person'
  personId: string | null
  unitId: string
  body: RegistrationBody
  late: boolean
  lateReason: string | null
  /** The year of its code. */
  year: number
}
type Sent = { ok: true; registration: Registration; again: boolean } | { ok: false; taken: Taken[] }

/** A decision about a registration as it was seen: where it is another by now, nothing happens. */
type Seen = Deed & { id: string; seen: { state: RegistrationState; version: number } }
export type Revision = Seen & { body: RegistrationBody }
type Revised = { ok: true; registration: Registration } | { ok: false; taken: Taken[] } | { ok: false; moved: true }

export type Move = Seen & {
  action: Exclude<RegistrationAction, 'revise'>
  to: RegistrationState
  reason?: string
  paper?: Registration['paper']
}

const undecided = { decided_by: null, decided_at: null, received_by: null, received_at: null, return_reason: null }

type Tools = ReturnType<typeof toolsOver>

function toolsOver(db: Db) {
  const audit = createAudit(db)
  return {
    db,
    contents: createRegistrationContents(db),
    write: ({ by, at }: Deed, action: string, id: string, detail: unknown) =>
      audit.write({ at, by, action: `registration.${action}`, subject: `registration:${id}`, detail }),
    async byId(id: string): Promise<Registration> {
      const row = await db.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      return toRegistration(row)
    },
    addVersion: (id: string, version: number, { body, by, at }: Deed & { body: RegistrationBody }) =>
      db
        .insertInto('registration_version')
        .values({ registration_id: id, version, body: JSON.stringify(body), at, by })
        .execute(),
  }
}

async function submit({ db, contents, write, byId, addVersion }: Tools, sent: NewRegistration): Promise<Sent> {
  const known = db.selectFrom('registration').selectAll().where('draft_id', '=', sent.draftId)
  const row = await known.executeTakeFirst()
  if (row) return { ok: true, registration: toRegistration(row), again: true }
  const subject = subjectKey(sent.subject, sent.unitId, sent.personId)
  const taken = await contents.taken(sent.planId, subject, sent.body)
  if (taken.length > 0) return { ok: false, taken }
  const id = newId()
  const code = await nextCode(db, sent.year)
  await db
    .insertInto('registration')
    .values(newRow(id, code, sent))
    .execute()
  await contents.put(id, sent.planId, subject, sent.body)
  await addVersion(id, 1, sent)
  await write(sent, 'submit', id, { code, to: 'waiting', version: 1 })
  return { ok: true, registration: await byId(id), again: false }
}

async function revise({ db, contents, write, byId, addVersion }: Tools, revision: Revision): Promise<Revised> {
  const { id, seen, body } = revision
  const was = await byId(id)
  if (was.state !== seen.state || was.version !== seen.version) return { ok: false, moved: true }
  const subject = subjectKey(was.subject, was.unitId, was.personId)
  const taken = await contents.taken(was.planId, subject, body, id)
  if (taken.length > 0) return { ok: false, taken }
  const version = was.version + 1
  await db
    .updateTable('registration')
    .set({ ...undecided, state: 'waiting', version, body: JSON.stringify(body), paper: 'none' })
    .where('id', '=', id)
    .execute()
  await contents.put(id, was.planId, subject, body)
  await addVersion(id, version, revision)
  await write(revision, 'revise', id, { from: was.state, to: 'waiting', version })
  return { ok: true, registration: await byId(id) }
}

async function move({ db, contents, write, byId }: Tools, change: Move): Promise<Registration | null> {
  const { id, seen, action, to, by, at, reason = null, paper } = change
  const moved = await db
    .updateTable('registration')
    .set({ state: to, return_reason: action === 'return' ? reason : null, ...(paper && { paper }) })
    .$if(action === 'receive', (query) => query.set({ received_by: by, received_at: at }))
    .$if(action === 'approve' || action === 'return', (query) => query.set({ decided_by: by, decided_at: at }))
    .where('id', '=', id)
    .where('state', '=', seen.state)
    .where('version', '=', seen.version)
    .returning('id')
    .executeTakeFirst()
  if (!moved) return null
  if (to === 'withdrawn') await contents.release(id)
  await write(change, action, id, { from: seen.state, to, version: seen.version, reason, ...(paper && { paper }) })
  return byId(id)
}

/** What changes registrations: each in the caller's transaction, each with its audit row. */
export function createRegistrationChanges(db: Db) {
  const tools = toolsOver(db)
  return {
    /** Sends a draft: waiting, version 1, with a code. The same draft again gives the same registration (`again`). */
    submit: (sent: NewRegistration) => submit(tools, sent),
    /** A new version, waiting again, its signed paper to be brought anew; refused where it was moved since it was seen. */
    revise: (revision: Revision) => revise(tools, revision),
    /** Moves a registration on; null where it was moved since it was seen (two people at once: the second gets null). */
    move: (change: Move) => move(tools, change),
    /** The signed paper beside the state: reported sent, or received. */
    async setPaper({ id, paper, ...deed }: Deed & { id: string; paper: Registration['paper'] }): Promise<void> {
      await db.updateTable('registration').set({ paper }).where('id', '=', id).execute()
      await tools.write(deed, 'paper', id, { paper })
    },
  }
}

const newRow = (id: string, code: string, sent: NewRegistration) => ({
  id,
  code,
  plan_id: sent.planId,
  deadline_id: sent.deadlineId,
  subject: sent.subject,
  person_id: sent.personId,
  unit_id: sent.unitId,
  typed_by: sent.by,
  state: 'waiting' as const,
  late: sent.late ? (1 as const) : (0 as const),
  late_reason: sent.lateReason,
  paper: 'none' as const,
  return_reason: null,
  version: 1,
  body: JSON.stringify(sent.body),
  draft_id: sent.draftId,
  submitted_at: sent.at,
  decided_by: null,
  decided_at: null,
  received_by: null,
  received_at: null,
})
