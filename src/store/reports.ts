import type { RegistrationState } from '../domain/registration.ts'
import { type Occasion, occasionKey } from '../domain/report-occasion.ts'
import type { Db } from './db.ts'
import { createReportChanges } from './report-changes.ts'
import { type Report, toReport } from './report-row.ts'
import type { ReportRow } from './rows/reports.ts'

/** Reports with their versions. Each change writes its audit row. */
export function createReports(db: Db) {
  return Object.assign(readReports(db), createReportChanges(db))
}

const all = (rows: ReportRow[]): Report[] => rows.map(toReport)

function readReports(db: Db) {
  const select = () => db.selectFrom('report').selectAll()
  const one = async (column: 'id' | 'code' | 'draft_id' | 'live_key', value: string): Promise<Report | null> => {
    const row = await select().where(column, '=', value).executeTakeFirst()
    return row ? toReport(row) : null
  }
  return {
    byId: (id: string) => one('id', id),
    byCode: (code: string) => one('code', code.trim().toUpperCase()),
    byDraft: (draftId: string) => one('draft_id', draftId),
    /** The report that stands for a deadline, round and subject: sent and not withdrawn. */
    ofOccasion: (occasion: Occasion) => one('live_key', occasionKey(occasion)),

    /** The reports in one of these states, oldest first. */
    inState: async (...states: RegistrationState[]): Promise<Report[]> =>
      all(await select().where('state', 'in', states).orderBy('submitted_at').orderBy('code').execute()),

    /** What a person reported or typed, and what these units reported; the newest first. */
    async ofPerson(personId: string, unitIds: string[]): Promise<Report[]> {
      const query = select().where((where) => {
        const ofUnits = where.and([where('subject', '=', 'unit'), where('unit_id', 'in', unitIds)])
        const own = [where('person_id', '=', personId), where('typed_by', '=', personId)]
        return where.or(unitIds.length > 0 ? [...own, ofUnits] : own)
      })
      return all(await query.orderBy('submitted_at', 'desc').orderBy('code', 'desc').execute())
    },

    /** All that was reported under a plan and not withdrawn, oldest first: what aggregates are made of. */
    ofPlan: async (planId: string): Promise<Report[]> =>
      all(
        await select()
          .where('plan_id', '=', planId)
          .where('state', '!=', 'withdrawn')
          .orderBy('submitted_at')
          .orderBy('code')
          .execute(),
      ),

    versions: (id: string) =>
      db.selectFrom('report_version').selectAll().where('report_id', '=', id).orderBy('version').execute(),
  }
}
