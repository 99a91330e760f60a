import type { Instant } from '../domain/day.ts'
import { type RegistrationBody, subjectKey } from '../domain/registration-body.ts'
import { type Db, newId } from './db.ts'
import { type NewPaper, newPaperRow } from './new-paper.ts'
import { createPaperChanges, type Deed, type Move, type Seen } from './paper-changes.ts'
import { nextCode } from './paper-codes.ts'
import { createRegistrationContents, type Taken } from './registration-contents.ts'
import { readRegistrationRound } from './registration-round.ts'
import { type Registration, toRegistration } from './registration-row.ts'

export type NewRegistration = NewPaper & { body: RegistrationBody }
type Sent = { ok: true; registration: Registration; again: boolean } | { ok: false; taken: Taken[] }

/** `late`: it comes after the last safe day, for a reason. */
export type Revision = Seen & { body: RegistrationBody; late?: { reason: string } }
type Revised = { ok: true; registration: Registration } | { ok: false; taken: Taken[] } | { ok: false; moved: true }

type Tools = ReturnType<typeof toolsOver>

function toolsOver(db: Db) {
  return {
    ...createPaperChanges(db, 'registration'),
    db,
    contents: createRegistrationContents(db),
    async byId(id: string): Promise<Registration> {
      const row = await db.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      return toRegistration(row)
    },
    addVersion: (id: string, version: number, { body, by, at, operator = null }: Deed & { body: RegistrationBody }) =>
      db
        .insertInto('registration_version')
        .values({ registration_id: id, version, body: JSON.stringify(body), at, by, operator })
        .execute(),
  }
}

type Claiming = Pick<NewPaper, 'planId' | 'subject' | 'unitId' | 'personId'>

/** Who holds a content: the registrant, of what comes again in each round anew. */
async function claimant(db: Db, { planId, subject, unitId, personId }: Claiming, at: Instant): Promise<string> {
  const round = (await readRegistrationRound(db, planId))(at)
  return [subjectKey(subject, unitId, personId), round].join(' ').trim()
}

async function submit({ db, contents, write, byId, addVersion }: Tools, sent: NewRegistration): Promise<Sent> {
  const known = db.selectFrom('registration').selectAll().where('draft_id', '=', sent.draftId)
  const row = await known.executeTakeFirst()
  if (row) return { ok: true, registration: toRegistration(row), again: true }
  const subject = await claimant(db, sent, sent.at)
  const taken = await contents.taken(sent.planId, subject, sent.body)
  if (taken.length > 0) return { ok: false, taken }
  const id = newId()
  const code = await nextCode(db, 'registration', sent.year)
  await db
    .insertInto('registration')
    .values(newPaperRow(id, code, sent))
    .execute()
  await contents.put(id, sent.planId, subject, sent.body)
  await addVersion(id, 1, sent)
  await write(sent, 'submit', id, { code, to: 'waiting', version: 1 })
  return { ok: true, registration: await byId(id), again: false }
}

async function revise({ db, contents, renew, byId, addVersion }: Tools, revision: Revision): Promise<Revised> {
  const { id, seen, body } = revision
  const was = await byId(id)
  if (was.state !== seen.state || was.version !== seen.version) return { ok: false, moved: true }
  const subject = await claimant(db, was, was.submittedAt)
  const taken = await contents.taken(was.planId, subject, body, id)
  if (taken.length > 0) return { ok: false, taken }
  const version = await renew(revision)
  await contents.put(id, was.planId, subject, body)
  await addVersion(id, version, revision)
  return { ok: true, registration: await byId(id) }
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
    async move(change: Move): Promise<Registration | null> {
      if (!(await tools.move(change))) return null
      if (change.to === 'withdrawn') await tools.contents.release(change.id)
      return tools.byId(change.id)
    },
    /** The signed paper beside the state: reported sent, or received. */
    setPaper: tools.setPaper,
  }
}
