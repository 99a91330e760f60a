import type { ReportBody } from '../domain/report.ts'
import { type Occasion, occasionKey } from '../domain/report-occasion.ts'
import { type Db, newId } from './db.ts'
import { createPaperChanges, type Deed, type Move, type Seen } from './paper-changes.ts'
import { nextCode } from './paper-codes.ts'
import { type Report, toReport } from './report-row.ts'

export type NewReport = Deed &
  Occasion & {
    draftId: string
    body: ReportBody
    late: boolean
    lateReason: string | null
    /** The year of its code. */
    year: number
  }
type Sent = { ok: true; report: Report; again: boolean } | { ok: false; taken: Report }
type ReportRevision = Seen & { body: ReportBody }

type Tools = ReturnType<typeof toolsOver>

function toolsOver(db: Db) {
  const find = async (column: 'id' | 'draft_id' | 'live_key', value: string): Promise<Report | null> => {
    const row = await db.selectFrom('report').selectAll().where(column, '=', value).executeTakeFirst()
    return row ? toReport(row) : null
  }
  return {
    ...createPaperChanges(db, 'report'),
    db,
    find,
    async byId(id: string): Promise<Report> {
      const report = await find('id', id)
      if (!report) throw new Error(`The report ${id} is not in the store.`)
      return report
    },
    addVersion: (id: string, version: number, { body, by, at }: Deed & { body: ReportBody }) =>
      db
        .insertInto('report_version')
        .values({ report_id: id, version, body: JSON.stringify(body), at, by })
        .execute(),
  }
}

async function submit({ db, write, byId, find, addVersion }: Tools, sent: NewReport): Promise<Sent> {
  const known = await find('draft_id', sent.draftId)
  if (known) return { ok: true, report: known, again: true }
  const taken = await find('live_key', occasionKey(sent))
  if (taken) return { ok: false, taken }
  const id = newId()
  const code = await nextCode(db, 'report', sent.year)
  await db
    .insertInto('report')
    .values(newRow(id, code, sent))
    .execute()
  await addVersion(id, 1, sent)
  await write(sent, 'submit', id, { code, to: 'waiting', version: 1 })
  return { ok: true, report: await byId(id), again: false }
}

/** What changes reports: each in the caller's transaction, each with its audit row. */
export function createReportChanges(db: Db) {
  const tools = toolsOver(db)
  return {
    /** Sends a draft: waiting, version 1, with a code. The same draft again gives the same report (`again`). */
    submit: (sent: NewReport) => submit(tools, sent),
    /** A new version, waiting again, its signed paper to be brought anew; null where it was moved since it was seen. */
    async revise(revision: ReportRevision): Promise<Report | null> {
      const { id, seen } = revision
      const was = await tools.byId(id)
      if (was.state !== seen.state || was.version !== seen.version) return null
      await tools.addVersion(id, await tools.renew(revision), revision)
      return tools.byId(id)
    },
    /** Moves a report on; null where it was moved since it was seen (two people at once: the second gets null). */
    async move(change: Move): Promise<Report | null> {
      if (!(await tools.move(change))) return null
      if (change.to === 'withdrawn')
        await db.updateTable('report').set({ live_key: null }).where('id', '=', change.id).execute()
      return tools.byId(change.id)
    },
    /** The signed paper beside the state: reported sent, or received. */
    setPaper: tools.setPaper,
  }
}

const newRow = (id: string, code: string, sent: NewReport) => ({
  id,
  code,
  plan_id: sent.planId,
  deadline_id: sent.deadlineId,
  round: sent.round ?? '',
  live_key: occasionKey(sent),
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
})
