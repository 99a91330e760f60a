import type { ReportBody } from '../domain/report.ts'
import { type Occasion, occasionKey } from '../domain/report-occasion.ts'
import { type Db, newId } from './db.ts'
import { type NewPaper, newPaperRow } from './new-paper.ts'
import { createPaperChanges, type Deed, type Move, type Seen } from './paper-changes.ts'
import { nextCode } from './paper-codes.ts'
import { type Report, toReport } from './report-row.ts'

export type NewReport = NewPaper & Occasion & { body: ReportBody }
type Sent = { ok: true; report: Report; again: boolean } | { ok: false; taken: Report }
/** `late`: it comes after the last safe day, for a reason. */
type ReportRevision = Seen & { body: ReportBody; late?: { reason: string } }

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
    addVersion: (id: string, version: number, { body, by, at, operator = null }: Deed & { body: ReportBody }) =>
      db
        .insertInto('report_version')
        .values({ report_id: id, version, body: JSON.stringify(body), at, by, operator })
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
    .values({ ...newPaperRow(id, code, sent), round: sent.round ?? '', live_key: occasionKey(sent) })
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
