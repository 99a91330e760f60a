import type { Instant } from '../domain/day.ts'
import { type Db, newId } from './db.ts'
import type { PaperTemplateRow } from './rows/paper-templates.ts'

type Given = { unitId: string; kind: string; fileHash: string; fileName: string; at: Instant; by: string }

/** Forms that agencies bring for their papers. Their files stay in the file store as long as they stand here. */
export function createPaperTemplates(db: Db) {
  const of = (unitId: string, kind: string) =>
    db.selectFrom('paper_template').selectAll().where('unit_id', '=', unitId).where('kind', '=', kind)
  return {
    /** The unit's own form of a kind. */
    own: (unitId: string, kind: string) => of(unitId, kind).executeTakeFirst(),
    /** The form that a unit uses: its own, else that of the nearest unit above. `path`: the unit and those above it, in order. */
    async find(path: string[], kind: string): Promise<PaperTemplateRow | null> {
      if (path.length === 0) return null
      const rows = await db
        .selectFrom('paper_template')
        .selectAll()
        .where('unit_id', 'in', path)
        .where('kind', '=', kind)
        .execute()
      return path.flatMap((unitId) => rows.find(({ unit_id }) => unit_id === unitId) ?? [])[0] ?? null
    },
    ofUnit: (unitId: string) => db.selectFrom('paper_template').selectAll().where('unit_id', '=', unitId).execute(),
    /** Puts a form in the place of the one before. */
    async put({ unitId, kind, fileHash, fileName, at, by }: Given): Promise<void> {
      const file = { file_hash: fileHash, file_name: fileName, changed_at: at, changed_by: by }
      await db
        .insertInto('paper_template')
        .values({ id: newId(), unit_id: unitId, kind, ...file })
        .onConflict((conflict) => conflict.columns(['unit_id', 'kind']).doUpdateSet(file))
        .execute()
    },
    async remove(unitId: string, kind: string): Promise<void> {
      await db.deleteFrom('paper_template').where('unit_id', '=', unitId).where('kind', '=', kind).execute()
    },
  }
}
